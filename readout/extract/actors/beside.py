"""What stands beside a phrase: "envoy of the ministry", "Tor Vik, the minister"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from readout.extract.actors.atom import Atom
from readout.extract.actors.lexicon import nouns, words
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.predicates import Predicates, tells_a_post
from readout.model.analysis import Word

TELLING = frozenset({"at", "for", "in", "of", "on", "to", "with"})
PLAIN = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM"})


HEADING = 80
"""How many words a heading has."""
COURTEOUS = words("courtesy") | {"the", "right", "honourable", "his", "her", "excellency", "."}


class Beside(Predicates):
    """Links the phrases of one text to each other."""

    def __init__(
        self,
        all_words: Sequence[Word],
        found: Sequence[Atom],
        phrases: list[Phrase],
        sex: Callable[[str], str | None] = lambda _: None,
        ends_line: Callable[[int], bool] = lambda _: False,
    ) -> None:
        self.sex, self.ends_line = sex, ends_line
        self.words = all_words
        self.phrases = phrases
        self.by_first = {atom.first: atom for atom in found}

    def attach(self) -> None:
        """Complements and appositions: "envoy of the ministry", "Tor Vik, the minister"."""
        starts: dict[int, Phrase] = {}
        for phrase in sorted(self.phrases, key=lambda p: p.last - p.first):
            starts[phrase.first] = phrase
        for phrase in sorted(self.phrases, key=lambda p: p.first):
            self._complement(phrase, starts)
        for phrase in self.phrases:
            self._apposition(phrase, starts)
        for phrase in self.phrases:
            self._third(phrase, starts)
            if phrase.several:
                self._shared(phrase, starts)
            self._placed(phrase, starts)

    def _third(self, name: Phrase, starts: dict[int, Phrase]) -> None:
        """Links what follows a name that its office precedes: "Its chairman, Tor Vik, a former envoy"."""
        twin, end = name.twin, name.last
        if not name.named or twin is None or twin.first > name.first or self.words[end].text != ",":
            return
        said = starts.get(end + 1)
        if said is not None and tells_a_post(said) and not (said.named or said.plural or said.twin):
            closed = self.words[_end(said)].text in (",", ".")
            said.twin = name if closed and not self._listed(_end(said), True) else None

    def _complement(self, phrase: Phrase, starts: dict[int, Phrase]) -> None:
        if phrase.noun is None and phrase.kind not in ("person", "organization"):
            return
        link, following = self._linked(phrase, phrase.last, starts)
        if following is None or following is phrase or self._goes_on(following):
            return
        lands = phrase.plural and following.kind in ("country", "capital")
        if lands and self._pair_of(phrase, following, starts):
            return
        phrase.of, phrase.link = following, link
        if link == "of" and phrase.noun in words("runs") and self._of_no_person(following):
            following.kind = "organization"
        if link == "of" and following.kind == "country" and phrase.noun in words("sent_to"):
            _, after = self._linked(phrase, following.last, starts)
            if after is not None and after.body is not None:
                self._names_holder(phrase, after, following)
        elif link in ("of", "to", "for", "at"):
            self._names_holder(phrase, following, following.body or self._country_in(following))

    def _of_no_person(self, following: Phrase) -> bool:
        """Whether a name after "leader of" is a body's: "the leader of Alba Nova"."""
        bare = following.named and not (following.noun or following.title or following.entry)
        if not bare or following.kind not in ("person", "unknown") or following.name is None:
            return False
        said = " ".join(self.words[i].text for i in range(*following.name))
        return self.sex(said) is None and said.lower() not in words("portfolios")

    def _pair_of(self, phrase: Phrase, first: Phrase, starts: dict[int, Phrase]) -> bool:
        """Whether people are of two countries: "the presidents of Serbia and Kosovo"."""
        joins = first.last < len(self.words) and self.words[first.last].text.lower() == "and"
        second = starts.get(first.last + 1) if joins else None
        if second is None or second.kind not in ("country", "capital") or self._goes_on(second):
            return False
        phrase.lands = tuple(filter(None, (first.country, second.country)))
        phrase.last = second.last
        return True

    def _linked(self, phrase: Phrase, at: int, starts: dict[int, Phrase]) -> tuple[str, Phrase | None]:
        """The preposition at a word and the phrase after it."""
        link = self.words[at].text.lower() if at < len(self.words) else ""
        if link not in ("of", "for", "at", "to", "from", "in", "with") or (
            link == "to" and phrase.noun not in words("sent_to")
        ):
            return "", None
        following = starts.get(at + 1)
        if at + 2 < len(self.words) and self.words[at + 1].text.lower() in ("the", "a", "an"):
            inner = starts.get(at + 2)
            following = inner if inner and (following is None or inner.last > following.last) else following
        return link, following

    def _country_in(self, following: Phrase) -> Phrase | None:
        inside = (
            p for p in self.phrases if p.kind == "country" and following.first - 1 < p.first < following.head
        )
        return next(inside, None)

    def _names_holder(self, phrase: Phrase, following: Phrase, body: Phrase | None) -> None:
        """Takes apart an office's body and the name after it: "Ambassador to the United Nations Ann Lee"."""
        person = following.named and following.kind == "person" and not following.noun
        plain = any(w in nouns() and nouns()[w].kind != "person" for w in following.title.lower().split())
        if not person or not (body or plain) or phrase.noun is None or phrase.named:
            return
        if nouns()[phrase.noun].kind == "person":
            phrase.of = body if phrase.of is following else phrase.of
            if body is None and following.title:
                phrase.title, following.title = f"{phrase.title} of the {following.title}", ""
            phrase.twin, following.twin = following, phrase
            following.first, following.country, following.body = following.head, None, None

    def _goes_on(self, phrase: Phrase) -> bool:
        """Whether a name only opens a longer phrase: "China" in "the China desk"."""
        following = self.by_first.get(phrase.last)
        if phrase.kind not in ("country", "capital") or self.ends_line(phrase.last):
            return False
        return following is not None and following.letter in "nNTGS"

    def _shared(self, phrase: Phrase, starts: dict[int, Phrase]) -> None:
        """Gives a title to all the names after it: "Presidents Ama Boateng and Kofi Mensah"."""
        at, seen = _end(phrase), 0
        while seen < 6:
            while at < len(self.words) and self.words[at].text.lower() in (",", "and", "&"):
                at += 1
            following = starts.get(at)
            if following is None or at == _end(phrase) or not following.named or following.noun:
                return
            if following.kind not in ("person", "unknown"):
                return
            following.kind, following.noun, following.title = "person", phrase.noun, phrase.title
            following.adjective = phrase.adjective
            if following.of is None and phrase.of is None:
                following.country, following.owner = following.country or phrase.country, phrase.owner
            elif following.of is None and phrase.of is not None and phrase.of.country:
                following.lands = (phrase.of.country,)
            at, seen = _end(following), seen + 1

    def _placed(self, phrase: Phrase, starts: dict[int, Phrase]) -> None:
        """The country that a comma adds to a place: "of Durban, South Africa"."""
        of = phrase.of
        if of is None or phrase.link != "of" or of.noun or of.last + 1 >= len(self.words):
            return
        if of.kind not in ("place", "unknown", "city") and not (of.kind == "person" and _single(of)):
            return
        following = starts.get(of.last + 1)
        if self.words[of.last].text == "," and following is not None and following.kind == "country":
            of.country, of.kind = following.country, "city"

    def _apposition(self, phrase: Phrase, starts: dict[int, Phrase]) -> None:
        """Links a description and the name beside it, when one comma parts them."""
        if self._heads(phrase, starts):
            return
        end = self._told_end(phrase, self._plain_end(phrase))
        called = self.words[end].text.lower() in ("named", "called") if end < len(self.words) else False
        if end >= len(self.words) or not (self.words[end].text in (",", "–", "(") or called):
            return
        following = starts.get(end + 1)
        if following is None and self.words[end + 1 : end + 2] and self.words[end + 1].text.lower() == "the":
            after = starts.get(end + 2)
            following = after if after is not None and after.named and after.kind == "person" else None
        if following is not None and following.kind == "country":
            following = next((p for p in self.phrases if p.owner is following and p.named), following)
        if following is None or following.plural or phrase.plural or phrase.twin or self._calls(phrase):
            return
        if following.determiner == "whose":
            return
        pair = (phrase, following) if phrase.named else (following, phrase)
        if not pair[0].named or pair[1].named or pair[1].noun is None:
            return
        if not self._suits(*pair):
            return
        if pair[0] is phrase and self._according(phrase) and self.words[_end(following)].text != ",":
            return
        if pair[0] is following and self._reports(following.head, phrase.head):
            return
        if pair[0] is phrase and self._tells(phrase, following):
            return
        closed = self.words[_end(following)].text == "," if _end(following) < len(self.words) else False
        listed = self._listed(_end(following), phrase.named)
        if (listed and self.words[following.head].deprel != "appos") or (
            phrase.named and following.determiner in ("his", "her", "their") and not closed
        ):
            return
        phrase.twin, following.twin = following, phrase

    def _heads(self, phrase: Phrase, starts: dict[int, Phrase]) -> bool:
        """Links a name that heads a text and the office on the next: "Ann Lee MP", "Minister for Mines"."""
        if phrase.kind != "person" or phrase.name is None or phrase.first > HEADING or phrase.twin:
            return False
        opens = phrase.first if phrase.first == phrase.name[0] else phrase.name[0]
        while opens and not self.ends_line(opens) and self.words[opens - 1].text.lower() in COURTEOUS:
            opens -= 1
        at = phrase.last
        while at < len(self.words) and self.words[at].text in words("letters") and not self.ends_line(at):
            at += 1
        office = starts.get(at) if self.ends_line(at) and (not opens or self.ends_line(opens)) else None
        if office is None or office.named or office.twin or office.noun not in words("posts"):
            return False
        phrase.twin, office.twin = office, phrase
        return True

    def _calls(self, phrase: Phrase) -> bool:
        """Whether a turn only opens with whom it speaks to: "QUESTION: Minister, Colonel Vik has left"."""
        before = self.words[phrase.first - 1].text if phrase.first else ""
        alone = phrase.noun is not None and not phrase.named and not phrase.determiner
        return alone and before == ":" and not self.ends_line(phrase.first)

    def _suits(self, name: Phrase, description: Phrase) -> bool:
        """Whether a description can be of a name, a firm's also of one that looks like a person's."""
        noun = nouns().get(description.noun or "")
        paper = description.kind == "publisher"
        firm = paper or (noun is not None and noun.kind in ("organization", "publisher"))
        if self._voice(name, description):
            name.kind = "person"
        trade = description.noun in words("trades", "firms")
        if name.kind == "place" and name.entry is None and trade and description.last < name.first:
            name.kind = "organization"
        if firm and name.kind == "person" and not name.noun and not name.title and name.name is not None:
            said = " ".join(self.words[i].text for i in range(*name.name))
            return (paper and " " not in said) or self.sex(said) is None
        return _fits(name, description)

    def _voice(self, name: Phrase, description: Phrase) -> bool:
        """Whether a name that looks like a body's is who speaks for one: "its spokesman, Ann Lee"."""
        if name.kind != "organization" or name.noun or name.entry or name.name is None or name.title:
            return False
        parts = [self.words[i].text for i in range(*name.name)]
        told = words("voices") | (words("posts") - {"chief", "head", "leader"})
        return description.noun in told and len(parts) == 2 and all(p.istitle() for p in parts)

    def _according(self, name: Phrase) -> bool:
        """Whether a name is only whom the sentence follows: "According to Tor Vik, the council met"."""
        before = [self.words[i].text.lower() for i in range(max(name.first - 2, 0), name.first)]
        return before == ["according", "to"]

    def _tells(self, name: Phrase, said: Phrase) -> bool:
        """Whether a description says what stands before it: "He rang Tor Vik, an aide said"."""
        word, end = self.words[said.head], self.words[_end(said)] if _end(said) < len(self.words) else None
        speaks = word.deprel == "nsubj" and end is not None and end.index == word.head
        return (
            speaks
            and end is not None
            and end.lemma in words("speech")
            and self.words[name.head].head != end.index
        )

    def _reports(self, name: int, said: int) -> bool:
        """Whether a name only says what stands before it: "She will be a senator, Ann Lee said"."""
        verb, at = self.words[name].head, said
        if verb < name or self.words[name].deprel != "nsubj":
            return False
        while at >= 0 and self.words[at].head != verb:
            at = self.words[at].head
        return at >= 0 and self.words[at].deprel in ("ccomp", "parataxis")

    def _plain_end(self, phrase: Phrase) -> int:
        """The end of a phrase with a complement of plain nouns: "minister of mines and energy"."""
        at = _end(phrase)
        if (
            phrase.named
            or phrase.of
            or at >= len(self.words)
            or self.words[at].text.lower() not in ("of", "for")
        ):
            return at
        last = at + 1
        while last < min(at + 7, len(self.words)) and (
            self.words[last].upos in ("NOUN", "ADJ", "PROPN") or self.words[last].text in ("and", "for", "of")
        ):
            last += 1
        closed = last < len(self.words) and self.words[last].text == "," and last > at + 1
        return last if closed else at

    def _told_end(self, phrase: Phrase, end: int) -> int:
        """The comma after what else tells of somebody: "the envoy of Peru to the union, Ann Lee"."""
        if phrase.named or end >= len(self.words) or self.words[end].text.lower() not in TELLING:
            return end
        at = end
        while at < min(end + 8, len(self.words)) and self.words[at].upos in PLAIN:
            at += 1
        person = nouns().get(phrase.noun or "")
        closed = at < len(self.words) and self.words[at].text == "," and at > end + 1
        return at if closed and person is not None and person.kind == "person" else end

    def _listed(self, end: int, name_first: bool) -> bool:
        """Whether "and" follows, so that the two are members of a list: "Vik, a judge and a nurse"."""
        after = [w.text.lower() for w in self.words[end : end + 3]]
        if after[:1] == ["and"]:
            return not (
                name_first and any(p.first == end + 1 and not p.determiner for p in self.phrases if p.noun)
            )
        joins = self.words[end + 2 : end + 3]
        return name_first and after[:2] == [",", "and"] and not (joins and joins[0].upos == "ADP")

    def surnames(self) -> None:
        """Sorts short names by the whole text: parts of full names are people, names after "in" places."""
        people = [p.name for p in self.phrases if p.kind == "person" and p.name and p.name[1] - p.name[0] > 1]
        full = {self.words[i].text for name in people for i in range(*name)}
        short = [
            p for p in self.phrases if p.name and p.name[1] - p.name[0] == 1 and not p.noun and not p.entry
        ]
        placed = {
            self.words[p.head].text for p in short if self._after_place(p) and not p.title and not p.twin
        }
        for phrase in short:
            text = self.words[phrase.head].text
            if text in full and phrase.kind in ("unknown", "place", "organization"):
                phrase.kind = "person"
            elif text in placed - full and phrase.kind in ("person", "unknown"):
                phrase.kind = "place"

    def _after_place(self, phrase: Phrase) -> bool:
        before = self.words[phrase.first - 1] if phrase.first else None
        return before is not None and before.text.lower() in ("in", "at", "near", "outside", "around", "from")


def _single(phrase: Phrase) -> bool:
    return phrase.name is not None and phrase.name[1] - phrase.name[0] == 1


def _end(phrase: Phrase) -> int:
    """The last word of a phrase with its complements."""
    seen = 0
    while phrase.of is not None and seen < 4:
        phrase, seen = phrase.of, seen + 1
    return phrase.last


def _fits(name: Phrase, description: Phrase) -> bool:
    """Whether a description can be of this name: a person's noun for a person, a body's for a body."""
    noun = nouns().get(description.noun or "")
    if noun is None:
        return False
    person = noun.kind == "person"
    if name.kind in ("country", "capital", "city", "place"):
        return False
    if name.kind == "unknown":
        return True
    if name.kind == "person" and description.noun == "guard" and description.determiner in ("a", "an"):
        return True
    return person == (name.kind == "person") or (description.noun in words("trades"))
