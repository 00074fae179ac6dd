"""Who has bound itself to do what for whom, how much, by when, and how far it has come.

>>> # "Norway pledged 20 million euros to Malawi by 2026; 5 million have been paid."
>>> # by Norway, to Malawi, 20 million euros, deadline 2026; progress 5 million, basis paid
"""

from __future__ import annotations

from readout.extract.commitments.find import commitments_in, find_commitments

__all__ = ["commitments_in", "find_commitments"]
