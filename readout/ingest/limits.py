"""How much is too much, in one place."""

MAX_BYTES = 40_000_000
"""The largest input that is read at all, after decompression."""

MAX_CHARACTERS = 10_000_000
"""The longest text or HTML source: some 1,600,000 words of English."""

MAX_FILES = 10_000
"""Files of one zip archive."""

MAX_REDIRECTS = 5
FETCH_SECONDS = 30.0
"""For one address, its redirects and its body taken together."""

PDF_SECONDS = 60.0
"""A PDF is parsed in a process of its own, which is ended after this time."""

PDF_MEMORY = 2_000_000_000
"""Bytes of memory that process may ask for, where the system can say so."""
