"""Where somebody serves: officials of a town, of a portfolio, of a place; who helps or receives whom."""

from __future__ import annotations

from readout.extract.actors.domestic import domestic
from readout.extract.actors.floor import Floor
from readout.extract.actors.lexicon import nouns, singular, words
from readout.extract.actors.people import OFFICIAL, official
from readout.extract.actors.phrase import Phrase


class Service(Floor):
    """Finds the country of those whose post or place tells it."""

    def _of_town(self, phrase: Phrase) -> str | None:
        """The text's own country for who governs a town that we do not know: "Qlayaa's mayor"."""
        town = phrase.owner is not None and phrase.owner.kind in ("place", "unknown", "person")
        return self._at_home(phrase) if town and phrase.noun in ("mayor", "governor", "prefect") else None

    def _owned_by_nobody(self, phrase: Phrase) -> bool:
        """Whether what has a post is none of a state's: "the club's president"."""
        owned = phrase.owned and phrase.owner is None and phrase.pronoun is None
        staff = phrase.kind != "person" or phrase.noun in words("staff")
        return owned and not staff and not self._owned_by_a_place(phrase)

    def _owned_by_a_place(self, phrase: Phrase) -> bool:
        """Whether a town or part of a country has a post: "the city's mayor", no "the club's president"."""
        owner = self.owner_word(phrase)
        town = owner[:1].isupper() and phrase.noun in words("of_places")
        return town or singular(owner) in words("owning")

    def owner_word(self, phrase: Phrase) -> str:
        """The word that owns a phrase: "port" of "the port's director"; empty without one."""
        inside = range(phrase.first, phrase.last)
        mark = next((at for at in inside if self.roles.text(at) in ("'s", "’s", "’", "'")), 0)
        return self.roles.text(mark - 1)

    def _stately(self, phrase: Phrase) -> bool:
        return official(phrase) or domestic(phrase, self.roles)

    def _place_governed(self, phrase: Phrase) -> str:
        """The name of what somebody governs, before the post: "Flandia" in "Flandia governor Ana Ruiz"."""
        if phrase.kind != "person" or phrase.noun not in words("of_places") or phrase.country:
            return ""
        at = phrase.name[0] if phrase.name is not None else phrase.last
        title = self.roles.words[phrase.first : at]
        named = [w.text for w in title if w.upos == "PROPN" and w.text.istitle()]
        post = next((i for i, said in enumerate(named) if singular(said.rstrip(".")) in nouns()), len(named))
        return " ".join(said for said in named[:post] if not _said_of_posts(said))

    def _of_a_portfolio(self, phrase: Phrase) -> bool:
        """Whether people or a service do a state's work: "health officials", "the customs service"."""
        known = words("portfolios") & set(phrase.title.lower().split()[:-1])
        return bool(known) and (
            phrase.noun == "official" or (not phrase.named and phrase.noun in words("served"))
        )

    def _served(self, phrase: Phrase) -> str | None:
        """The country of an official whom somebody helps: "an adviser to Prime Minister Vik"."""
        if phrase.named or phrase.noun not in words("staff") or self.roles.text(phrase.last).lower() != "to":
            return None
        near = self.places.get(self.roles.words[phrase.head].sentence, ())
        of = next((p for p in near if p.first == phrase.last + 1 and p.kind == "person"), None)
        helped = self.take(of) if of is not None else None
        return helped.country if helped is not None and helped.sector in OFFICIAL else None

    def _of_a_state_of_the_union(self, phrase: Phrase) -> bool:
        """Whether party and state stand after a name: "Sen. Ann Lee, D-Nev.", "a Democrat of Nevada"."""
        text, at = self.roles.text, phrase.last
        said = at + 2 if text(at + 1) in ("a", "the") else at + 1
        if text(at) == "," and text(said) in ("Democrat", "Republican"):
            return text(said + 1) in ("of", "from", ",")
        return text(at) in (",", "(") and text(at + 1) in ("D", "R", "I") and text(at + 2) == "-"

    def _posted(self, phrase: Phrase) -> str | None:
        """The country of the place where an official serves: "officials in Honiara"."""
        if phrase.named or not (phrase.noun in words("placed") or phrase.noun in ("diplomat", "aide")):
            return None
        if self.roles.text(phrase.last).lower() == "there":
            return self._sat_at(phrase)
        if self.roles.text(phrase.last) in ("in", "at") and self.roles.words[phrase.last + 1].xpos == "PRP$":
            owner = self.roles.pronoun_owner(phrase.last + 1)
            return owner.country if owner is not None and owner.sector in OFFICIAL else None
        if phrase.noun in ("diplomat", "aide"):
            return None
        said = self.roles.complement(phrase.head, phrase.last).split()
        if phrase.noun == "source" and "government" not in phrase.title.lower():
            return None
        if said == ["in", "the", "capital"]:
            return self._at_home(phrase)
        if not said or said[0] not in ("in", "at", "from"):
            return None
        ends = phrase.last + len(said)
        sentence = self.places.get(self.roles.words[phrase.head].sentence, ())
        inside = (p for p in sentence if phrase.last <= p.first < ends and p.kind in ("capital", "city"))
        return next((p.country for p in inside), None)

    def _sat_at(self, phrase: Phrase) -> str | None:
        """The country of the embassy or ministry that "a diplomat there" is of."""
        here = self.roles.sentence(phrase.head)
        near = (c for c, head in reversed(self.recent[-16:]) if here - self.roles.sentence(head) <= 2)
        return next((c.country for c in near if c.nouns & {"embassy", "consulate", "ministry"}), None)

    def _housed_in(self, phrase: Phrase) -> str | None:
        """The country of the capital where a ministry sits: "the Foreign Ministry in Quito"."""
        if phrase.plural or phrase.kind != "government" or self.roles.text(phrase.last) != "in":
            return None
        near = self.places.get(self.roles.words[phrase.head].sentence, ())
        return next((p.country for p in near if p.kind == "capital" and p.first == phrase.last + 1), None)

    def _portfolio(self, phrase: Phrase) -> str | None:
        """The one country whose ministry of the same things the text has named before a minister.

        "Mexico’s Economy Ministry rejected it. […] Economy Minister Ada Ruiz promised talks": Mexico.
        """
        said = set(called(phrase).split()) - words("fillers") - {"minister", "of", "for", "and", "the"}
        if phrase.noun != "minister" or not phrase.named or not said or "prime" in said:
            return None
        told = (c for c in self._latest("ministry") if c.named and not c.plural and c.at)
        lands = {c.country for c in told if said <= set(c.name.lower().split()) and c.country}
        return lands.pop() if len(lands) == 1 else None

    def _foreigner(self, phrase: Phrase) -> bool:
        """Whether an ambassador is somebody else's: "summoned the ambassador"."""
        verb = self.roles.governor(phrase.head)
        done_to = self.roles.role(phrase.head) in ("obj", "nsubj:pass")
        return verb is not None and done_to and verb.lemma in words("received")

    def _mission(self, phrase: Phrase) -> str | None:
        """The country of a bare embassy: of the ambassador or consul whom the sentences before name."""
        here = self.roles.sentence(phrase.head)
        near = [c for c, head in self.recent[-16:] if here - self.roles.sentence(head) <= 2]
        lands = {c.country for c in near if c.human and c.country and c.nouns & words("missions")}
        return lands.pop() if len(lands) == 1 and phrase.determiner == "the" else None

    def _at_home(self, phrase: Phrase) -> str | None:
        """The country of a town's or a border's officials: the text's, whoever has spoken last."""
        return self.local.get(self.roles.words[phrase.head].sentence) or self.host(phrase.head) or self.home


def _said_of_posts(text: str) -> bool:
    """Whether a word before a post is no name of a place: "Deputy", "Former", "Senior"."""
    low = text.lower().rstrip(".")
    return any(low in words(kind) for kind in ("added", "standing", "courtesy", "prefixes", "portfolios"))


def called(phrase: Phrase) -> str:
    """A title without courtesies, in small letters."""
    return phrase.title.lower().removeprefix("the ").removeprefix("former ")
