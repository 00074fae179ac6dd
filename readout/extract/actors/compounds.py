"""Atoms put together: offices with "of" in them, titles of two nouns, what stands for one word.

"Minister of Fisheries, Forests and Water", "Secretary-General", "president-elect", "opposite number".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from readout.extract.actors.atom import Atom, atom_at, spelt
from readout.extract.actors.lexicon import nouns, words
from readout.extract.actors.roles import Roles
from readout.knowledge import Knowledge
from readout.model.analysis import Analysis, Word

OFFICE = re.compile(r"[GT](?:[Of]D?[NGTnKYC]+(?:(?:,[NGT]+)*,?A[NGT]+)?){1,2}")
OLD, OLDS = ["-", "year", "-", "old"], ["-", "year", "-", "olds"]
SECONDS = frozenset({"number", "numbers", "d'affaires", "d’affaires"})
CHARGE = ("charge", "charges", "chargé", "chargés")
TWOFOLD = re.compile(r"DJ?[Nn]{1,3}A[Nn]{1,3}G(?![NTG])")
TWO_CHARGES = re.compile(r"[NnG]A(?=[NnG]{1,2}T)")
TWO_POSTS = re.compile(r"T(?:A[nN]*T)+(?=[NPM])")


def compounded(roles: Roles, analysis: Analysis, knowledge: Knowledge, found: list[Atom]) -> list[Atom]:
    """The atoms of a text with those put together that make one title or one body's name."""
    all_words = analysis.words
    if olds := roles.written(("old", "olds")):
        found = _aged(all_words, found, olds)
    if roles.written(SECONDS):
        found = _opposites(all_words, found)
    found = _twofold(all_words, _hyphened(all_words, found))
    named = _names(analysis, knowledge, found)
    found = _offices(roles, found, named)
    return _posts(all_words, found)


def _aged(all_words: Sequence[Word], found: list[Atom], olds: Sequence[int]) -> list[Atom]:
    """A person by the age alone as one atom: "The 61-year-old promised"."""
    for at in [atom_at(found, old) for old in reversed(olds)]:
        said = [all_words[atom.first].text.lower() for atom in found[max(at - 5, 0) : at + 1]]
        alone = at + 1 == len(found) or found[at + 1].letter not in "nNTGLJC"
        aged = said[0] in ("the", "a", "an") and said[2:] in (OLD, OLDS)
        if alone and aged and found[at - 4].letter == "n":
            found = [
                *found[: at - 4],
                Atom(found[at - 4].first, found[at].last, "T", noun="person"),
                *found[at + 1 :],
            ]
    return found


def _opposites(all_words: Sequence[Word], found: list[Atom]) -> list[Atom]:
    """ "opposite number" as one noun, which means a counterpart; "charge d'affaires" as one."""
    joined: list[Atom] = []
    for atom in found:
        said = all_words[atom.first].text.lower()
        if said in ("number", "numbers") and joined and _says(all_words, joined[-1], "opposite"):
            joined[-1] = Atom(joined[-1].first, atom.last, "T", noun="counterpart")
        elif said in ("d'affaires", "d’affaires") and joined and _says(all_words, joined[-1], *CHARGE):
            joined[-1] = Atom(joined[-1].first, atom.last, "T", noun="chargé")
        else:
            joined.append(atom)
    return joined


def _says(all_words: Sequence[Word], atom: Atom, *said: str) -> bool:
    return all_words[atom.first].text.lower() in said


def _hyphened(all_words: Sequence[Word], found: list[Atom]) -> list[Atom]:
    """Titles of two nouns as one atom: "Secretary-General", "president-elect"."""
    letters, joined, done = spelt(found), [], 0
    while (at := letters.find("T-", done)) >= 0:
        joined += found[done:at]
        title, done = found[at], at + 1
        while letters.startswith("-", done) and _completes(all_words, found[done : done + 2]):
            title, done = Atom(title.first, found[done + 1].last, "T"), done + 2
        joined.append(title)
    return [*joined, *found[done:]] if done else found


def _completes(all_words: Sequence[Word], part: Sequence[Atom]) -> bool:
    """Whether a hyphen and what touches it go on with a title: "-General", "-elect"."""
    if len(part) < 2 or all_words[part[0].first].end != all_words[part[1].first].start:
        return False
    return part[1].letter == "T" or all_words[part[1].first].text.lower() in words("elected")


def _twofold(all_words: Sequence[Word], found: list[Atom]) -> list[Atom]:
    """The "and" inside a name as a hyphen: "the Sugar and Cotton Exchange", "the Oil and Energy Minister"."""
    letters = spelt(found)
    for pair in TWO_CHARGES.finditer(letters):
        charge = all_words[found[pair.start()].first].text
        if charge[:1].isupper() and charge.lower() in words("charges"):
            at = pair.start() + 1
            found[at] = Atom(found[at].first, found[at].last, "-")
    for pair in TWOFOLD.finditer(letters):
        at = pair.start() + pair[0].index("A")
        said = [all_words[atom.first] for atom in found[slice(*pair.span())]]
        body = nouns().get(said[-1].text.lower())
        whole = said[0].text.lower() == "the" and all(
            word.text[:1].isupper() or word.text == "and" for word in said[1:]
        )
        if whole and body is not None and body.kind in ("organization", "government"):
            found[at] = Atom(found[at].first, found[at].last, "-")
    return found


def _names(analysis: Analysis, knowledge: Knowledge, found: Sequence[Atom]) -> Callable[[int, int], int]:
    """Tells where, among the atoms of an office and a name, the name begins."""
    people = {e.first for e in analysis.entities if e.label == "person"}
    flat = (word for word in analysis.words if word.deprel == "flat" and word.text[:1].isupper())
    people |= {w.head for w in flat if analysis.words[w.head].text.lower() not in words("portfolios")}

    def begins(start: int, end: int) -> int:
        title = analysis.words[found[start].first]
        led = title.head if title.deprel in ("nmod:desc", "compound", "flat") else -1
        for at in range(start + 2, end):
            atom = found[at]
            if atom.letter != "N":
                continue
            given = found[at + 1].letter == "N" if at + 1 < end else False
            pair = analysis.words[atom.first].text + " " + analysis.words[atom.last].text if given else ""
            if atom.first in people or atom.first == led or (pair and knowledge.gender(pair)):
                return at
        return end

    return begins


def _offices(roles: Roles, found: list[Atom], begins: Callable[[int, int], int]) -> list[Atom]:
    """Offices and bodies with "of" in their names as one atom: "Minister of Fisheries, Forests and Water"."""
    text, all_words, spelling = roles.document.text, roles.words, list(spelt(found))
    for word in roles.of_low.get("for", ()):
        at = atom_at(found, word)
        if found[at].first == word and all_words[word].text == "for":
            spelling[at] = "f"
    letters, merged, at = "".join(spelling), [], 0
    lines = _lines(roles.opening, found)
    for match in chain.from_iterable(_matches(letters, line) for line in lines):
        if match.start() < at:
            continue
        start, end = match.start(), begins(*match.span())
        if found[start].lemma(all_words) in words("voices") and "G" in letters[start + 1 : end]:
            start = letters.index("G", start + 1)
        while end - start > 2 and not (_closes(all_words, found[start], found[end - 1])
                                       and _capitals(text, all_words, found[start:end])):  # fmt: skip
            end -= 1
        if end - start > 2:
            opening, last = found[start], found[end - 1]
            kept = last.letter == "C" and opening.lemma(all_words) in words("collections")
            whole = Atom(opening.first, last.last, opening.letter, last.candidate if kept else None)
            merged += [*found[at:start], whole]
            at = end
    return [*merged, *found[at:]]


def _matches(letters: str, line: tuple[int, int]) -> Iterator[re.Match[str]]:
    """Where such a name may stand, also inside what is none: "president of the Union of Kenyan Millers"."""
    at, end = line
    while (match := OFFICE.search(letters, at, end)) is not None:
        yield match
        at = match.start() + 1


def _lines(opening: frozenset[int], found: Sequence[Atom]) -> Iterator[tuple[int, int]]:
    """The stretches of atoms between line ends: a heading ends without a full stop."""
    first = 0
    for word in sorted(opening):
        at = atom_at(found, word)
        if at > first and found[at].first == word:
            yield first, at
            first = at
    yield first, len(found)


def _closes(all_words: Sequence[Word], first: Atom, last: Atom) -> bool:
    """Whether an atom can end such a name; a place only that of a school: "University of Oslo"."""
    if last.letter in "KYC":
        return first.lemma(all_words) in words("seated")
    return last.letter in "NGT"


def _capitals(text: str, all_words: Sequence[Word], part: Sequence[Atom]) -> bool:
    """Whether all content words have capitals and no line ends between them."""
    if "\n" in text[all_words[part[0].first].start : all_words[part[-1].last - 1].end]:
        return False
    return all(all_words[a.first].text[:1].isupper() for a in part if a.letter in "NGTn")


def _posts(all_words: Sequence[Word], found: list[Atom]) -> list[Atom]:
    """Two posts of one person as one atom: "Deputy Prime Minister and Minister of Finance Ann Lee"."""
    letters = spelt(found)
    merged, at = [], 0
    for match in TWO_POSTS.finditer(letters):
        start, end = match.span()
        part = [a for a in found[start:end] if a.letter in "nNT"]
        opens = start
        while opens and letters[opens - 1] in "nNJ":
            opens -= 1
        several = any(all_words[a.first].text.endswith("s") for a in part if a.letter == "T")
        if (opens and letters[opens - 1] == "D") or several:
            continue
        if all(all_words[a.first].text[:1].isupper() for a in part):
            merged += [*found[at:start], Atom(found[start].first, found[end - 1].last, "T")]
            at = end
    return [*merged, *found[at:]]
