"""The examples in each command's help; a test runs them as the documentation has them."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "read": ("examples/border.txt", "examples --format jsonl --out records.jsonl"),
    "compare": (
        "examples/readout-ghana.txt examples/readout-togo.txt",
        "--dossier talks.dossier 8 9",
        "--dossier talks.dossier --encounter 8",
    ),
    "events": ("examples/border.txt", "--dossier talks.dossier --type CONSULT --since 2026-01"),
    "ledger": ("examples/pledge.txt", "--dossier talks.dossier --since 2026-01"),
    "timeline": (
        "examples/call.txt examples/border.txt",
        "--dossier talks.dossier --actor Guyana --status happened",
    ),
    "new": ("border.dossier",),
    "add": ("examples/call.txt --to talks.dossier --published 2026-03-12", "examples --to talks.dossier"),
    "list": ("talks.dossier", "talks.dossier --actor Guyana"),
    "show": ("talks.dossier", "talks.dossier 1", "talks.dossier 1/s1"),
    "judge": (
        "talks.dossier 1/s1 1/s2 --accept",
        "talks.dossier 1/s3 --reject --comment 'the ministry said it'",
        "talks.dossier 1/e1 --correct when=2025-08-23 --by ana",
        "talks.dossier 3/e1 --undo",
        "talks.dossier --log",
    ),
    "people": (
        "talks.dossier",
        "talks.dossier 'Sidi Ould Cheikh'",
        "talks.dossier --kind person --country GHA",
        "talks.dossier --unsure",
    ),
    "search": ("talks.dossier railway", "talks.dossier --actor Georgia --kind statement"),
    "serve": ("talks.dossier",),
    "remove": ("talks.dossier 1",),
    "reread": ("talks.dossier",),
    "export": (
        "talks.dossier --as csv --out tables",
        "talks.dossier --as html --actor Salonga --out salonga.html",
    ),
    "import": ("talks.dossier talks.jsonl",),
}


def shown(command: str) -> str:
    """The examples as the last paragraph of the help, a line each."""
    lines = [f"$ readout {command} {words}" for words in EXAMPLES.get(command, ())]
    return "\n".join(["\n\nExamples:", *lines]) if lines else ""
