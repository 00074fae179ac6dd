"""All readings by the name of their rule; the modules register them as they are imported."""

from __future__ import annotations

from readout.extract.whens import bare, clockwise, dates, portions, textual
from readout.extract.whens.parts import RULES

__all__ = ["RULES", "bare", "clockwise", "dates", "portions", "textual"]
