"""Countries as the text calls them: "Timor-Leste" and its ministries where it never says "East Timor"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.home import land
from readout.knowledge import Knowledge
from readout.model.document import Document

FULL = (
    ("East Timor", "Timor-Leste"),
    ("Ivory Coast", "Côte d'Ivoire", "Côte d’Ivoire"),
    ("Myanmar", "Burma"),
    ("Turkey", "Türkiye"),
    ("Czech Republic", "Czechia"),
    ("Eswatini", "Swaziland"),
    ("Cape Verde", "Cabo Verde"),
    ("North Macedonia", "Macedonia"),
)
"""The full names that one country has; of a text's own the one that it says first."""

BODIES = (
    (
        "Doctors Without Borders",
        "Médecins Sans Frontières",
        "Medecins Sans Frontieres",
        "Médecins sans Frontières",
    ),
    ("Reporters Without Borders", "Reporters Sans Frontières", "Reporters sans frontières"),
    ("Action Against Hunger", "Action Contre la Faim"),
)
"""The names that one body has in several languages."""


def as_called(document: Document, knowledge: Knowledge, clusters: Sequence[Cluster]) -> None:
    """Gives countries, what is of them, and bodies of two languages the full name that the text uses."""
    for cluster in clusters:
        names = next((n for n in BODIES if n[0] == cluster.name), ())
        cluster.name = _said(document.text, names) or cluster.name
    for cluster in [c for c in clusters if c.country]:
        country = land(knowledge, cluster.country)
        names = next((n for n in FULL if country is not None and country.name in n), ())
        if country is None or not names or country.name not in cluster.name:
            continue
        said = _said(document.text, names)
        if said and (cluster.name == country.name or cluster.name.endswith(f"of {country.name}")):
            cluster.name = cluster.name.replace(country.name, said)


def _said(text: str, names: tuple[str, ...]) -> str | None:
    places = {name: at for name in names if (at := text.find(name)) >= 0}
    return min(places, key=lambda name: places[name], default=None)
