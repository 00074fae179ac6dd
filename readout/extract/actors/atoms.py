"""Words put together to atoms with a letter each: what the grammar of noun phrases is written over.

========  =====================================================================================
``C J L`` a country, its adjective ("Kenyan"), its people ("Kenyans")
``K Y``   a capital, another seat
``B P``   a known body, a known person in full
``N``     another capitalised word of a name
``M``     a courtesy or rank before a name ("Col.")
``T G``   a noun for a person, for a body or group
``n``     another noun, adjective or number
``D H S`` article, possessive pronoun, possessive 's
``O A ,`` "of", "and", comma
``-``     a hyphen within a compound
``.``     anything else
========  =====================================================================================
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import starmap
from operator import attrgetter

from readout.extract.actors.alone import HOLDING, POSSESSIVE, alone
from readout.extract.actors.apart import apart_in
from readout.extract.actors.atom import Atom, atom_at
from readout.extract.actors.compounds import compounded
from readout.extract.actors.homonyms import settled, stands_for
from readout.extract.actors.lexicon import nouns, singular, words
from readout.extract.actors.marks import ends_name, mark, of_many, plural_name, plural_noun, syllable
from readout.extract.actors.roles import Roles
from readout.knowledge import Body, Candidate, Country, Knowledge
from readout.model.analysis import Analysis, Word

TOLD = attrgetter("text", "upos", "xpos", "deprel")
LETTERS = {
    "country": "C",
    "adjective": "J",
    "people": "L",
    "capital": "K",
    "city": "Y",
    "body": "B",
    "person": "P",
}
PLACED = frozenset({"country", "adjective", "people"})
MODIFIERS = frozenset({"NOUN", "ADJ", "NUM"})


def atoms(
    roles: Roles, analysis: Analysis, knowledge: Knowledge, outside: Sequence[tuple[int, int]] = ()
) -> list[Atom]:
    """All words of the text as atoms; words ``outside`` the story (a dateline's city) count for nothing."""
    known = _known(roles, analysis, knowledge)
    for at in [at for start, end in outside for at in roles.beginning(start, end)]:
        known[at] = Atom(at, at + 1, ".")
    letters, found, at = list(starmap(alone, map(TOLD, analysis.words))), [], 0
    for first, atom in sorted(known.items()):
        if first >= at:
            found += _plain(analysis.words, letters, at, first)
            found.append(atom)
            at = atom.last
    found += _plain(analysis.words, letters, at, len(letters))
    return compounded(roles, analysis, knowledge, _listening(roles, found))


def _listening(roles: Roles, found: list[Atom]) -> list[Atom]:
    """The atoms with those for people by whom something is heard alone: "told tappers", "told a rally"."""
    arms = words("arms") | {"police", "border"}
    for at in roles.written(("force",)):
        if at and roles.lows[at - 1] in arms and roles.words[at].upos == "NOUN":
            place = atom_at(found, at)
            if found[place][:3] == (at, at + 1, "n"):
                found[place] = Atom(at, at + 1, "G", noun="forces")  # "the air force said"
    for at in roles.listeners():
        place = atom_at(found, at)
        if found[place].first == at and found[place].letter == "n":
            found[place] = _listener(roles, found[place])
    return found


def _listener(roles: Roles, atom: Atom) -> Atom:
    gathered = roles.lows[atom.first] in words("gatherings")
    return Atom(atom.first, atom.last, "G", noun="crowd") if gathered else Atom(*atom[:2], "T", noun="person")


def _plain(all_words: Sequence[Word], letters: Sequence[str], first: int, last: int) -> list[Atom]:
    """The words of a range that no known name holds, each an atom."""
    make = tuple.__new__
    return [
        make(Atom, (at, at + 1, letters[at] or _letter(all_words, at), None, "")) for at in range(first, last)
    ]


def _known(roles: Roles, analysis: Analysis, knowledge: Knowledge) -> dict[int, Atom]:
    longer = {
        i: (e.first, e.last) for e in analysis.entities if e.label == "person" for i in range(e.first, e.last)
    }
    labels = {i: e.label for e in analysis.entities for i in range(e.first, e.last)}
    last_words = (b - 1 for a, b in longer.values() if b - a > 1)
    borne = {analysis.words[i].text for i in last_words if analysis.words[i - 1].upos != "ADP"}
    spans = {e.first: e.last for e in analysis.entities if e.label == "organization"}
    found: dict[int, Atom] = {}
    lands: dict[int, str | None] = {}
    names = tuple(knowledge.names_in(roles.document.text))
    codes = settled(roles.document.text, names, roles.document.published)
    for name in names:
        if (at := roles.beginning_at(name.start)) is not None:
            lands[at] = next((c.country for c in name.candidates if c.sort in PLACED), None)
    for name in names:
        if (held := roles.exactly(name.start, name.end)) is None:
            continue
        first, last = held
        chosen = _chosen(name.candidates)
        candidate = stands_for(chosen, codes, knowledge)
        letter = LETTERS[candidate.sort if candidate else chosen.sort]
        if letter in "CKY" and _given_name(analysis.words, first, last, longer):
            continue
        label = "place" if _led_in(analysis.words, first) else labels.get(first)
        if letter in "CKY" and _street(analysis.words, last):
            found[first] = Atom(first, last + 1, ".")
            continue
        if letter in "CJKLY" and _called_after(analysis.words, first, last, letter):
            continue
        if letter == "Y" and candidate and _no_town(candidate, last, borne, label, spans.get(first)):
            continue
        if letter == "Y" and _titled(analysis.words, first):
            continue
        if _money(analysis.words, last) or (letter == "B" and _goes_on(analysis.words, last)):
            continue
        if letter == "B" and candidate and _of_another(analysis.words, candidate, first, last):
            continue
        if letter == "B" and candidate and _elsewhere(analysis.words, candidate, (first, last), lands):
            continue

        if candidate and letter == "B" and _doubtful(analysis, candidate, first, labels.get(first)):
            continue
        found[first] = Atom(first, last, letter, candidate)
    for start, end, candidate in apart_in(roles.document.text):
        if (held := roles.exactly(start, end)) is not None:
            for at in range(*held):
                found.pop(at, None)
            found[held[0]] = Atom(*held, LETTERS[candidate.sort], candidate)
    return found


def _chosen(candidates: Sequence[Candidate]) -> Candidate:
    order = ("body", "country", "person", "adjective", "people", "capital", "city")
    return min(candidates, key=lambda c: order.index(c.sort))


def _given_name(all_words: Sequence[Word], first: int, last: int, longer: dict[int, tuple[int, int]]) -> bool:
    """Whether a place's name is part of a person's: "Jordan Reed", "Paris Hill"."""
    following = all_words[last] if last < len(all_words) else None
    if following is not None and following.deprel == "flat" and following.head == first:
        return following.text[:1].isupper() and singular(following.text) not in nouns()
    a, b = longer.get(first, (first, last))
    rest = [all_words[i] for i in range(a, b) if not first <= i < last]
    return (
        any(w.text[:1].isupper() and singular(w.text) not in nouns() and w.upos == "PROPN" for w in rest)
        and a == first
    )


def _no_town(candidate: Candidate, last: int, borne: set[str], label: str | None, whole: int | None) -> bool:
    """Whether a town's name is a person's in this text, or opens a body's: "Linz Foods"."""
    entry = candidate.entry
    if isinstance(entry, Country) and candidate.name in entry.weak and label != "place":
        return True
    return candidate.name in borne or (whole is not None and whole > last)


def _street(all_words: Sequence[Word], last: int) -> bool:
    """Whether a street follows that is called after a town: "Dresden Drive" is nowhere near Dresden."""
    following = all_words[last].text if last < len(all_words) else ""
    return following.istitle() and following.lower() in words("streets")


def _called_after(all_words: Sequence[Word], first: int, last: int, letter: str) -> bool:
    """Whether a name is only called after a country or town: "Nassau County", "North Pole"."""
    following = all_words[last].text if last < len(all_words) else ""
    if letter == "L":
        return (
            all_words[first].text == "Pole" and first > 0 and all_words[first - 1].text in ("North", "South")
        )
    if letter == "J":
        return all_words[first].text == "Indian" and following.lower() in words("native")
    return letter == "K" and following == "County"


def _titled(all_words: Sequence[Word], first: int) -> bool:
    """Whether a title before a town's name makes it a person's: "President Mendoza"."""
    before = all_words[first - 1] if first else None
    return before is not None and before.deprel == "nmod:desc" and before.head == first


def _led_in(all_words: Sequence[Word], first: int) -> bool:
    """Whether a word before a name shows that it is a place's: "from Linz"."""
    return first > 0 and all_words[first - 1].text.lower() in ("from", "in", "near", "of")


def _goes_on(all_words: Sequence[Word], last: int) -> bool:
    """Whether a known name only opens a longer one: "Folha" in "Folha do Campo"."""
    if last + 1 >= len(all_words) or all_words[last].text in ("e", "y", "al", "el", "la", "le"):
        return False
    return all_words[last].text in words("particles") and all_words[last + 1].text[:1].isupper()


def _of_another(all_words: Sequence[Word], candidate: Candidate, first: int, last: int) -> bool:
    """Whether a paper's name is part of another's: "The Times" in "the Times of Lomé", "The Sudan Times"."""
    if not isinstance(candidate.entry, Body) or candidate.entry.kind != "publisher":
        return False
    after = [word.text for word in all_words[last : last + 2]]
    before = all_words[first - 1] if first else None
    longer = before is not None and before.upos == "PROPN" and before.text.istitle() and last == first + 1
    return longer or (after[:1] == ["of"] and after[1:2] != [] and after[1][:1].isupper())


def _elsewhere(
    all_words: Sequence[Word],
    candidate: Candidate,
    span: tuple[int, int],
    lands: dict[int, str | None],
) -> bool:
    """Whether a body of the same name is another country's: "the Democratic Party of Albanians"."""
    first, last = span
    if candidate.country is not None and lands.get(first - 1) not in (None, candidate.country):
        return True
    if candidate.country is None or last + 2 >= len(all_words) or all_words[last].text != "of":
        return False
    at = last + 1 + (all_words[last + 1].text.lower() == "the")
    return lands.get(at) not in (None, candidate.country)


def _money(all_words: Sequence[Word], last: int) -> bool:
    """Whether what follows is a currency: "US dollars", "Canadian dollars"."""
    return last < len(all_words) and all_words[last].text.lower() in words("money")


def _doubtful(analysis: Analysis, candidate: Candidate, first: int, label: str | None) -> bool:
    """Whether a weak name ("Dawn") is the plain word: it opens a sentence and nothing marks it as a name."""
    if not isinstance(candidate.entry, Body) or candidate.name not in candidate.entry.weak:
        return False
    word = analysis.words[first]
    if label == "organization":
        return False
    opens = analysis.sentences and analysis.sentences[word.sentence][0] == first
    return bool(opens) or word.upos not in ("PROPN", "X") or (label == "person")


def _letter(all_words: Sequence[Word], at: int) -> str:
    """The letter of a word that does not tell it alone."""
    word = all_words[at]
    text, upos = word.text, word.upos
    if text == ".":
        return "M" if at and _courtesy(all_words, at - 1) else "."
    low = text.lower()
    if text in (",", "-", "–") or low == "of" or low in ("and", "&"):
        return mark(all_words, at)
    if text in ("'", "’") and (
        plural_name(all_words, at) or plural_noun(all_words, at) or ends_name(all_words, at)
    ):
        return "-"
    if low in ("'s", "’s") and of_many(all_words, at):
        return "-"
    if low in ("'s", "’s") or (text in ("'", "’") and word.upos == "PART"):
        return "S"
    if low in ("his", "her") and _excellent(all_words, at):
        return "M"
    if word.xpos in ("PRP$", "WP$") or (low in POSSESSIVE and upos == "PRON"):
        return "H" if not (low == "her" and word.xpos == "PRP") else "."
    if low in HOLDING and _standing(all_words, at):
        return "n"
    return "D" if upos == "DET" else _content(all_words, at)


def _excellent(all_words: Sequence[Word], at: int) -> bool:
    """Whether a possessive belongs to a courtesy: "His Excellency", "Her Royal Highness"."""
    after = all_words[at + 1].text if at + 1 < len(all_words) else ""
    return after[:1].isupper() and after.lower() in words("excellencies")


def _standing(all_words: Sequence[Word], at: int) -> bool:
    """Whether a word says how an office is held: "acting", "then-", "the then", "under-"."""
    following = all_words[at + 1] if at + 1 < len(all_words) else None
    if following is None:
        return False
    low = all_words[at].text.lower()
    if following.text == "-" and following.start == all_words[at].end:
        return low in words("prefixes")
    return low in words("standing") and at < all_words[at].head <= at + 6 and following.upos != "ADP"


def _content(all_words: Sequence[Word], at: int) -> str:
    word = all_words[at]
    text, low, upos = word.text, word.text.lower(), word.upos
    capital = text[:1].isupper()
    following = all_words[at + 1].text if at + 1 < len(all_words) else ""
    if following == "." and _courtesy(all_words, at):
        return "M"
    if (
        low in ("rear", "vice", "senior", "flight")
        and capital
        and following[:3] in ("Adm", "Gen", "Lt", "Lie")
    ):
        return "M"
    if (capital and (low == "right" and following in ("Honourable", "Honorable", "Reverend"))) or (
        capital and low == "royal" and following == "Highness"
    ):
        return "M"
    if low.rstrip(".") in words("months") and _date(all_words, at):
        return "."
    if capital and low.rstrip(".") in words("courtesy") and following[:1].isupper():
        return "T" if singular(low) in nouns() else "M"
    if low == "hostage" and word.deprel == "xcomp":
        return "."  # "took eleven sailors hostage"
    noun = nouns().get(singular(low))
    if noun and capital and low in words("surnames") and upos in ("PROPN", "X"):
        return "N"
    if noun and (
        upos in ("NOUN", "PROPN", "X")
        or word.xpos == "NNS"
        or (upos == "ADJ" and following[:1].isupper() and capital)
    ):
        return "T" if noun.kind == "person" else "G"
    if capital and (
        upos in ("PROPN", "X")
        or word.xpos in ("NNP", "NNPS")
        or (upos in MODIFIERS and _inside(all_words, at))
    ):
        return "N"
    joined = all_words[at + 2].text if following == "-" and at + 2 < len(all_words) else following
    if low in words("particles") and upos in ("PROPN", "X") and joined[:1].isupper():
        return "N"
    if syllable(all_words, at):
        return "N"
    if upos in MODIFIERS or upos == "PROPN":
        return "n"
    return (
        "n"
        if upos in ("VERB", "ADV")
        and word.deprel in ("amod", "compound", "advmod")
        and _premodifier(all_words, at)
        else "."
    )


def _inside(all_words: Sequence[Word], at: int) -> bool:
    """Whether a capitalised word stands inside a sentence, so that its capital means something."""
    return (
        at > 0
        and all_words[at - 1].sentence == all_words[at].sentence
        and all_words[at - 1].text not in "“\"‘'—:"
    )


def _premodifier(all_words: Sequence[Word], at: int) -> bool:
    head = all_words[at].head
    if all_words[at].upos == "ADV" and head == at + 1 < len(all_words):
        return all_words[head].upos == "VERB" and all_words[head].deprel == "amod"
    return all_words[at].upos == "VERB" and at < head <= at + 4


def _date(all_words: Sequence[Word], at: int) -> bool:
    """Whether a month's or day's name is one here, and no name of a person: "Theresa May" is."""
    text = all_words[at].text
    if text.lower() in words("papers") and at + 1 < len(all_words):
        following = all_words[at + 1].text
        return not (following[:1].isupper() and singular(following) in nouns())
    if len(text.rstrip(".")) > 4:
        return True
    before = all_words[at - 1].text if at else ""
    after = all_words[at + 1].text if at + 1 < len(all_words) else ""
    if (
        after[:1].isdigit()
        or before[:1].isdigit()
        or text.endswith(".")
        or text in ("May", "June", "July", "Sept")
    ):
        return not (text == "May" and before[:1].isupper() and all_words[at - 1].upos == "PROPN")
    return False


def _courtesy(all_words: Sequence[Word], at: int) -> bool:
    """Whether a word with its full stop beside it is a courtesy: "MR. OKORO"."""
    following = all_words[at + 2].text if at + 2 < len(all_words) else ""
    return (
        all_words[at].text.lower() in words("courtesy")
        and all_words[at].end == all_words[at + 1].start
        and (following[:1].isupper())
    )
