"""What every page has at hand: the dossier, who is looking at it, what is being added."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from starlette.requests import Request

from readout.web.memory import Memory

if TYPE_CHECKING:
    from readout.dossier import Dossier
    from readout.web.intake import Intake


@dataclass(frozen=True, slots=True)
class Site:
    """An open dossier with its pages.

    ``who`` is written beside judgements and additions; None where people sign in under their own names.
    """

    dossier: Dossier
    title: str
    who: str | None
    intake: Intake
    memory: Memory = field(default_factory=Memory)


def site_of(request: Request) -> Site:
    """The site that a request is for."""
    site: Site = request.app.state.site
    return site
