"""Who acts and speaks: people, governments, countries, organisations and groups, with all their mentions."""

from readout.extract.actors.at import actor_at
from readout.extract.actors.find import find_actors

__all__ = ["actor_at", "find_actors"]
