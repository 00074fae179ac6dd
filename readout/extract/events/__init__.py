"""Who did what to whom: events in PLOVER's types and modes, with anchors, parties and status.

>>> # "Chad withdrew its troops from Niger in May."
>>> # RETREAT withdraw, actor Chad, recipient Niger, happened, in May
"""

from __future__ import annotations

from readout.extract.events.find import events_in, find_events
from readout.extract.events.scene import Scene, scene_of

__all__ = ["Scene", "events_in", "find_events", "scene_of"]
