"""Slips of the parse that are known and can be set right before the events are read."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.events.lexicon import effects, words
from readout.knowledge import load
from readout.model.analysis import Word
from readout.model.swift import replace

AHEAD = words("future") | words("modal") | {"would", "has", "have", "had"}
GIVING = words("giving")
NAMED = ("compound", "flat")
BIDDING = words("bidding")
DEALING = words("dealing")
RELATIVES = words("relatives")
WATCHED = frozenset({"compound", "compound:prt", "cc", "acl", "conj", "appos", "amod", "nsubj", "nsubj:pass"})
SUBJECTS = ("nsubj", "nsubj:pass")
GATHERING = words("gathering")
FINITE = frozenset({"VBZ", "VBP"})
PREDICATES = ("root", "ccomp", "conj", "acl:relcl", "advcl", "parataxis")
NOUNS = ("NOUN", "PROPN")
SIGNS = frozenset({"than", "-", "to"})
CLAUSES = ("ccomp", "acl:relcl", "acl", "advcl")
AIMING = frozenset({"call", "fire", "shoot", "prevail", "turn"})
DEPTH = 6
REACH = 20
DEGREES = frozenset({"more", "less"})


def righted(words: Sequence[Word]) -> Sequence[Word]:
    """The words with eleven slips mended, the very same words where there is none.

    In "will more than double its duty" the parse takes "will" or "more" for the head; in "ordered the
    council to pay" it may give the council to "pay", in "Iran test-fired" Iran to "test". In "Ann Lee and
    Peru's king, Ali, met" the king may stand beside Ann Lee as another name of hers; in "said that Peru
    would pay but ruled out more" the past tense may hang on "pay"; in "sold Mali two ships" Mali on "ships";
    in "ordered two envoys to leave" leaving on the envoys; in "freed the singer, held since May"
    the singer on "held"; in "called on him" the preposition may belong to the verb; in "Forty people
    gathered" the verb may hang on the people; in "Chad, its ally, left" the ally may be joined to Chad.
    """
    found: list[Word] | None = None
    for word in [w for w in words[1:-1] if w.deprel in WATCHED or w.text in SIGNS or w.xpos in FINITE]:
        i = word.index
        if word.deprel == "amod" and words[i + 1].deprel != "nummod":
            continue
        if word.deprel in SUBJECTS:
            if word.head > i and words[word.head].deprel == "aux":  # "Peru has at no time paid"
                found = list(words) if found is None else found
                found[i] = replace(word, head=words[word.head].head)
            continue
        if word.upos in ("NOUN", "ADJ") and word.xpos in FINITE and word.deprel in PREDICATES:
            found = list(words) if found is None else found
            word = found[i] = replace(found[i], upos="VERB")  # "Togo jails a poet"
        if word.text == "than" and _doubling(words, i):
            found = list(words) if found is None else found
            _exchange(found, i - 2, i + 1)
        elif word.text == "-" and _hyphened(words, i):
            for k in range(max(0, i - 12), i - 1):
                if words[k].head == i - 1 and words[k].deprel == "nsubj":
                    found = list(words) if found is None else found
                    found[k] = replace(words[k], head=i + 1)
        elif word.deprel == "compound" and (gift := _given(words, i)) is not None:
            found = list(words) if found is None else found
            found[i] = replace(words[i], head=i - 1, deprel="iobj")
            if gift > i:
                found[gift] = replace(words[gift], head=i, deprel="flat")
        elif word.deprel == "compound:prt" and (aimed := _aimed(words, i)) is not None:
            found = list(words) if found is None else found
            found[i] = replace(word, head=aimed, deprel="case")
        elif word.deprel == "cc" and (linked := _linked(words, i)) is not None:
            found = list(words) if found is None else found
            found[linked] = replace(words[linked], deprel="conj")
        elif word.deprel == "acl" and word.xpos == "VB" and (over := _bidden(words, i)) is not None:
            found = list(words) if found is None else found
            found[i] = replace(word, head=over, deprel="xcomp")
        elif word.xpos == "VBN" and word.deprel == "conj" and (robbed := _robbed(words, i)) is not None:
            found = list(words) if found is None else found
            found[robbed] = replace(words[robbed], head=word.head)
            found[i] = replace(word, head=robbed, deprel="acl")
        elif word.deprel == "acl" and _headless(words, i):
            found = list(words) if found is None else found
            found[word.head] = replace(words[word.head], head=i, deprel="nsubj")
            found[i] = replace(word, head=-1, deprel="root", xpos="VBD")
        elif word.deprel == "appos" and word.upos == "PROPN" and _listed(words, i):
            found = list(words) if found is None else found
            found[i] = replace(word, deprel="conj")
        elif word.deprel == "amod" and _hidden(words, i):
            found = list(words) if found is None else found
            noun = word.head
            found[i] = replace(word, head=words[noun].head, deprel="conj", upos="VERB", xpos="VBD")
            found[noun] = replace(words[noun], head=i, deprel="obj")
        elif word.xpos == "NNS" and word.deprel == "conj" and _asks_too(words, i):
            found = list(words) if found is None else found
            found[i] = replace(word, upos="VERB", xpos="VBZ")
        elif word.deprel == "conj" and word.upos in NOUNS and _named_again(words, i):
            found = list(words) if found is None else found
            found[i] = replace(word, deprel="appos")
        elif word.xpos == "VBD" and (told := _told_beside(words, i)) is not None:
            found = list(words) if found is None else found
            found[i] = replace(word, head=told)
        elif word.text == "to" and word.deprel == "mark" and (asked := _asked(words, i)) is not None:
            found = list(words) if found is None else found
            found[asked] = replace(words[asked], head=words[word.head].head, deprel="obj")
    return words if found is None else found


def _given(words: Sequence[Word], i: int) -> int | None:
    """The last word of a name that is given what follows it: "sold Cape Verde two boats"."""
    if words[i].upos != "PROPN" or words[i - 1].lemma not in GIVING or words[i - 1].upos != "VERB":
        return None
    last = i
    while last + 2 < len(words) and words[last + 1].upos == "PROPN" and words[last + 1].deprel in NAMED:
        last += 1
    if last > i + 1 or words[i].head <= last or words[last + 1].upos not in ("NUM", "ADJ", "DET"):
        return None
    return last


def _aimed(words: Sequence[Word], particle: int) -> int | None:
    """What "on" goes with in "called on him": the phrase behind it, not the verb."""
    word, behind = words[particle], words[particle + 1]
    if word.text.lower() not in ("on", "upon", "at") or words[word.head].lemma not in AIMING:
        return None
    return behind.index if behind.head == word.head and behind.deprel in ("obl", "obj") else None


def _linked(words: Sequence[Word], cc: int) -> int | None:
    """The phrase behind an "and" that was taken for another name of the one before."""
    j = words[cc].head
    while cc < j < len(words) and words[j].head > cc and words[j].deprel in ("nmod:poss", "amod", "compound"):
        j = words[j].head
    if not cc < j < len(words) or words[cc].text.lower() != "and":
        return None
    return j if words[j].deprel == "appos" and 0 <= words[j].head < cc else None


def _told_beside(words: Sequence[Word], verb: int) -> int | None:
    """The verb of saying that "ruled out" goes with in "said that Peru would pay but ruled out more".

    Also that of "accepted" in "stressed that Peru stood with Oman, and accepted an invitation".
    """
    word = words[verb]
    if word.deprel != "conj" or not 0 <= word.head < verb:
        return None
    first = words[word.head]
    if first.deprel not in CLAUSES or not 0 <= first.head < first.index:
        return None
    if any(w.head == verb and w.deprel.startswith(("nsubj", "aux")) for w in words[first.index : verb]):
        return None
    if first.deprel == "ccomp" and first.xpos == "VB":
        over = words[first.head]
        if over.xpos == "VBG" and over.deprel == "advcl" and 0 <= over.head < over.index:
            over = words[over.head]  # "left, saying he would not pay, and offered a ship"
        return over.index if over.xpos in ("VBD", "VBZ", "VBN") else None
    apart = first.xpos == "VB" or (words[verb - 1].text == "and" and words[verb - 2].text == ",")
    return _teller(words, first) if apart and word.lemma in DEALING else None


def _teller(words: Sequence[Word], clause: Word) -> int | None:
    """The verb in the past above a clause that has a subject of its own."""
    subjects = [w for w in words[max(0, clause.index - REACH) : clause.index] if w.head == clause.index]
    subjects = [w for w in subjects if w.deprel.startswith("nsubj")]
    if not subjects or any(w.text.lower() in RELATIVES for w in subjects):
        return None
    above, over = clause, None
    for _ in range(DEPTH):
        if above.head < 0:
            break
        above = words[above.head]
        over = above.index if above.xpos == "VBD" else over
    return over


def _bidden(words: Sequence[Word], verb: int) -> int | None:
    """The verb that bids somebody do what was taken for his attribute: "ordered two envoys to leave"."""
    noun = words[words[verb].head]
    if noun.deprel != "obj" or not 0 <= noun.head < noun.index < verb or noun.lemma in effects("n"):
        return None
    return noun.head if words[noun.head].lemma in BIDDING and words[verb - 1].text == "to" else None


def _robbed(words: Sequence[Word], participle: int) -> int | None:
    """The object that a participle took from the verb before: "freed the singer, held since May"."""
    if words[participle - 1].text != "," or not 0 <= words[participle].head < participle:
        return None
    between = words[words[participle].head + 1 : participle]
    held = [w.index for w in between if w.head == participle and w.deprel == "obj"]
    return held[0] if len(held) == 1 else None


def _headless(words: Sequence[Word], participle: int) -> bool:
    """Whether a participle is the verb of its sentence: "In Lima 400 people gathered and burned a flag"."""
    noun = words[participle].head
    if not 0 <= noun < participle or words[noun].deprel != "root" or words[noun].upos != "NOUN":
        return False
    below = words[noun + 1 : participle + REACH]
    active = words[participle].lemma in GATHERING or any(
        w.head == participle and w.deprel == "obj" and w.index > participle for w in below
    )
    if words[participle].xpos not in ("VBN", "VBD") or not active:
        return False
    return not any(w.head == noun and w.deprel in ("cop", "nsubj", "aux") for w in (*words[:noun], *below))


def _named_again(words: Sequence[Word], i: int) -> bool:
    """Whether a phrase joined by a comma alone is another name: "Chad, its ally, and Togo"."""
    head = words[i].head
    if not 0 <= head < i or i - head > REACH or words[head].upos not in NOUNS:
        return False
    first = next((w.index for w in words[head + 1 : i] if w.head == i and w.upos != "PUNCT"), i)
    if words[first - 1].text != ",":
        return False
    owned = words[first].deprel == "nmod:poss" and words[first].upos == "PRON"
    if words[i].upos == "NOUN" and not owned and words[first].upos != "DET":
        return False
    for w in words[head + 1 : i + REACH]:
        above = words[w.head] if 0 <= w.head < len(words) else w
        if w.deprel == "cc" and (w.head == i or (above.deprel == "conj" and above.head == head)):
            return owned and w.head != i
    return True


def _listed(words: Sequence[Word], i: int) -> bool:
    """Whether a country taken for another name of the one before is one of a list: "China, Mali and Chad"."""
    head = words[i].head
    if not 0 <= head < i or words[head].upos != "PROPN":
        return False
    if not any(w.head == i and w.deprel == "conj" and w.upos == "PROPN" for w in words[i + 1 : i + REACH]):
        return False
    return load().country(_full(words, head)) is not None


def _full(words: Sequence[Word], i: int) -> str:
    """A name with what stands before it: "East Germany"."""
    before = [w.text for w in words[max(0, i - 3) : i] if w.head == i and w.deprel in ("compound", "amod")]
    return " ".join([*before, words[i].text])


def _hidden(words: Sequence[Word], i: int) -> bool:
    """Whether a verb was taken for an adjective before a number: "shot two and wounded three men"."""
    word, behind = words[i], words[i + 1]
    number = behind.deprel == "nummod" and behind.head == word.head
    noun = words[word.head] if word.head > i else word
    joined = words[i - 1].deprel == "cc" and noun.deprel == "conj" and 0 <= noun.head < i
    return number and joined and word.text.endswith("ed") and words[noun.head].upos == "VERB"


def _asks_too(words: Sequence[Word], i: int) -> bool:
    """Whether a verb was taken for a noun behind another: "will sue Peru, and appeals to Chile to pay"."""
    head = words[i].head
    around = words[i - 1].text.lower(), words[i + 1].text.lower()
    bare = around[0] in ("and", "but") and around[1] in ("to", "on", "for", "that")
    return bare and 0 <= head < i and words[head].upos == "VERB"


def _doubling(words: Sequence[Word], than: int) -> bool:
    """Whether "than" stands in "will more than double"."""
    if than < 2 or words[than - 1].text.lower() not in DEGREES or words[than + 1].upos != "VERB":
        return False
    return words[than - 2].text.lower() in AHEAD and words[than + 1].head in (than - 2, than - 1)


def _hyphened(words: Sequence[Word], hyphen: int) -> bool:
    """Whether a hyphen ties the verb after it to its first half: "test-fired"."""
    half, verb = words[hyphen - 1], words[hyphen + 1]
    return verb.upos == "VERB" and half.head == hyphen + 1 and half.end == words[hyphen].start


def _asked(words: Sequence[Word], to: int) -> int | None:
    """The object of the verb above that the infinitive took: "ordered the council to pay"."""
    verb = words[to].head
    if not to < verb < len(words) or words[verb].deprel not in ("xcomp", "advcl", "ccomp"):
        return None
    over = words[verb].head
    for k in range(to - 1, max(over, to - 12), -1):
        if words[k].head == verb and words[k].deprel in ("obj", "nsubj") and over >= 0:
            return k
    return None


def _exchange(words: list[Word], aux: int, verb: int) -> None:
    """Make the verb the head of its clause in place of its auxiliary and of "more"."""
    more = aux + 1
    top = aux if words[aux].head not in (more, verb) else more
    words[verb] = replace(words[verb], head=words[top].head, deprel=words[top].deprel)
    for k, word in enumerate(words):
        if k == aux:
            words[k] = replace(word, head=verb, deprel="aux", upos="AUX")
        elif k in (more, more + 1):
            words[k] = replace(word, head=verb, deprel="advmod")
        elif word.head in (aux, more) and k != verb:
            after = k > verb and word.deprel in ("nsubj", "xcomp", "ccomp")
            object_ = after and word.upos in ("NOUN", "PROPN")
            words[k] = replace(word, head=verb, deprel="obj" if object_ else word.deprel)
