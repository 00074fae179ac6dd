"""One stretch of a text, and what it tells."""

from __future__ import annotations

from dataclasses import dataclass

from readout.model.anchor import Anchor
from readout.model.record import Record
from readout.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Telling:
    """One stretch of a text and the side whose account it belongs to.

    ``refuted`` is set where it says itself that something is not so ("the report is not true"),
    ``asked`` is the question that it answers.
    """

    number: int
    record: Record
    side: str
    anchors: tuple[Anchor, ...]
    statement: Statement | None = None
    passed_over: bool = False
    refuted: bool = False
    asked: Anchor | None = None

    @property
    def said(self) -> str:
        """yes, denied, not said or declined."""
        if self.passed_over:
            return "not said"
        said = self.statement.said if self.statement else "yes"
        return "denied" if self.refuted and said == "yes" else said

    @property
    def silent(self) -> bool:
        """Whether it tells of a silence."""
        return self.said in ("not said", "declined")

    @property
    def asking(self) -> bool:
        """Whether it is but asked for: "demanded that the troops leave"."""
        return self.statement is not None and self.statement.act == "request"

    @property
    def text(self) -> str:
        """What is told, on one line."""
        return " ".join(" ".join(anchor.exact.split()) for anchor in self.anchors)

    def holds(self, anchor: Anchor) -> bool:
        """Whether an anchor of the same document lies within what is told, or was asked."""
        start, end = anchor.start, anchor.end
        for own in self.anchors:
            if own.start <= start and end <= own.end:
                return True
        return self.asked is not None and self.asked.covers(anchor)

    def asks(self, anchor: Anchor) -> bool:
        """Whether an anchor lies within the question that this answers."""
        return self.asked is not None and self.asked.covers(anchor)

    @property
    def heard(self) -> str:
        """What is told after what was asked."""
        return " ".join([*self.asked.exact.split(), self.text]) if self.asked else self.text
