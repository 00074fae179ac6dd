"""Marks inside names and compounds: apostrophes, hyphens, "and": what the grammar's letters say of them."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.actors.lexicon import nouns, singular, words
from readout.model.analysis import Word


def mark(all_words: Sequence[Word], at: int) -> str:
    """The letter of a comma, a hyphen, "of" and "and"."""
    text = all_words[at].text.lower()
    if text in ("-", "–"):
        inner = 0 < at < len(all_words) - 1
        return "-" if inner and all_words[at - 1].end == all_words[at].start else "."
    if text == "&" and _partners(all_words, at):
        return "-"
    if (
        text == "and"
        and 0 < at < len(all_words) - 1
        and all_words[at - 1].text == "search"
        and all_words[at + 1].text == "rescue"
    ):
        return "-"
    return "O" if text == "of" else "A" if text in ("and", "&") else ","


def _partners(all_words: Sequence[Word], at: int) -> bool:
    """Whether "&" joins the names of one firm: "Holm & Vik"."""
    if not 0 < at < len(all_words) - 1:
        return False
    beside = (all_words[at - 1], all_words[at + 1])
    listed = nouns().keys() | words("portfolios")
    return all(
        w.text[:1].isupper() and w.upos in ("PROPN", "X") and singular(w.text) not in listed for w in beside
    )


def ends_name(all_words: Sequence[Word], at: int) -> bool:
    """Whether an apostrophe ends a given name and owns nothing: "Ng'ang' Oloo"."""
    if not 0 < at < len(all_words) - 1 or all_words[at - 1].end != all_words[at].start:
        return False
    before, after = all_words[at - 1], all_words[at + 1]
    named = all(w.text[:1].isupper() and w.upos in ("PROPN", "X") for w in (before, after))
    return named and before.text[-1:].islower() and before.text[-1:] not in "sxz"


def plural_name(all_words: Sequence[Word], at: int) -> bool:
    """Whether an apostrophe stands inside a name: "Bakers' Guild"."""
    if not 0 < at < len(all_words) - 1:
        return False
    before, after = all_words[at - 1].text, all_words[at + 1].text
    return (
        before.endswith("s")
        and before[:1].isupper()
        and after[:1].isupper()
        and (singular(after) in nouns() or after.lower() in words("closers"))
    )


def syllable(all_words: Sequence[Word], at: int) -> bool:
    """Whether a small word ends a hyphenated given name: "hwan" in "Koh Yu-hwan"."""
    word = all_words[at]
    if at < 2 or all_words[at - 1].text != "-" or all_words[at - 1].end != word.start or len(word.text) > 6:
        return False
    before = all_words[at - 2]
    named = (
        before.text[:1].isupper() and before.upos in ("PROPN", "X") and before.end == all_words[at - 1].start
    )
    return named and word.upos in ("PROPN", "NOUN") and word.deprel not in ("amod", "compound")


def of_many(all_words: Sequence[Word], at: int) -> bool:
    """Whether a possessive is within a compound: "a fishermen's union", "the women's league"."""
    if not 0 < at < len(all_words) - 1:
        return False
    if all_words[at - 1].text in ("People", "Women", "Children") and all_words[at + 1].text[:1].isupper():
        return True
    if not all_words[at - 1].text.endswith(("men", "children")):
        return False
    other = nouns().get(all_words[at + 1].text.lower())
    return other is not None and other.kind == "organization" and all_words[at - 1].text.islower()


def plural_noun(all_words: Sequence[Word], at: int) -> bool:
    """Whether an apostrophe stands within a compound: "a farmers' group"."""
    if not 0 < at < len(all_words) - 1:
        return False
    before, after = all_words[at - 1], all_words[at + 1]
    small = before.text.islower() and before.text.endswith("s") and before.end == all_words[at].start
    other = nouns().get(singular(after.text))
    return small and singular(before.text) in nouns() and other is not None and other.kind == "organization"
