"""Somebody remembered: what the rules ask for, without the appearances it was put together from."""

from __future__ import annotations

import json
from typing import Any

from readout.link.people.someone import Someone

PLAIN = ("name", "folded", "person", "landless", "first")
SETS = ("countries", "offices", "known", "called", "names", "groups", "barred")


def outlined(one: Someone) -> str:
    """An outline as a line of JSON; the same somebody always makes the same line."""
    told: dict[str, Any] = {name: getattr(one, name) for name in PLAIN}
    told |= {name: sorted(getattr(one, name)) for name in SETS}
    told |= {"documents": " ".join(sorted(one.documents)), "days": one.days}
    return json.dumps(told, ensure_ascii=False)


def remembered(line: str) -> Someone:
    """Somebody whose outline was kept."""
    told = json.loads(line)
    sets: dict[str, Any] = {name: set(told[name]) for name in SETS}
    plain: dict[str, Any] = {name: told[name] for name in PLAIN}
    return Someone(found=[], documents=set(told["documents"].split()), days=told["days"], **plain, **sets)
