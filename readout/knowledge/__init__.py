"""World facts: countries, bodies, offices and who held them when; lookups by name and date."""

from readout.knowledge.counterparts import counterpart
from readout.knowledge.facts import Body, Candidate, Country, Found, Person, Term
from readout.knowledge.knowledge import Knowledge, in_use, load, use
from readout.knowledge.offices import HEADS, office_key, same_office

__all__ = [
    "HEADS",
    "Body",
    "Candidate",
    "Country",
    "Found",
    "Knowledge",
    "Person",
    "Term",
    "counterpart",
    "in_use",
    "load",
    "office_key",
    "same_office",
    "use",
]
