"""A noun phrase that may stand for someone."""

from __future__ import annotations

from dataclasses import dataclass

from readout.knowledge import Body, Country, Person


@dataclass(slots=True)
class Phrase:
    """One noun phrase: "Norway's former defence minister Tor Vik".

    ``first`` to ``last`` are all its words, ``name`` the range of the proper name in it, ``head`` the word
    that a verb would take as its subject; ``noun`` is the lemma of the common noun ("minister"), ``title``
    the words that go with a name or stand for one ("former defence minister"). ``several``: the title
    goes with more names ("Presidents Ama Boateng and Kofi Mensah"); ``lands`` are the countries of people of
    several ("the Thai and Cambodian ministers"); ``label`` is what heads a turn of a transcript.
    """

    first: int
    last: int
    head: int
    kind: str
    name: tuple[int, int] | None = None
    noun: str | None = None
    title: str = ""
    country: str | None = None
    entry: Country | Body | Person | None = None
    determiner: str = ""
    pronoun: int | None = None
    owner: Phrase | None = None
    of: Phrase | None = None
    body: Phrase | None = None
    plural: bool = False
    twin: Phrase | None = None
    adjective: str = ""
    owned: bool = False
    link: str = ""
    inner: bool = False
    several: bool = False
    lands: tuple[str, ...] = ()
    label: str = ""

    @property
    def named(self) -> bool:
        """Whether it holds a proper name of its own."""
        return self.name is not None
