"""Dates as the text gives them, read to EDTF: "in April", "the March summit"."""

from __future__ import annotations

from readout.extract.whens.find import find_whens

__all__ = ["find_whens"]
