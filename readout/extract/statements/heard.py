"""What somebody has heard from somebody: "had heard from officers that the radar was out"."""

from __future__ import annotations

from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.speakers import hears, phrase
from readout.extract.statements.tree import Tree

HEARING = {"hear", "learn"}


def heard_from(tree: Tree, verb: int) -> Draft | None:
    """The words of those from whom it was heard: "She [learned] from [two clerks] that it was sold"."""
    if tree.lemmas[verb] not in HEARING or tree.passive(verb) or tree.negated(verb) is not None:
        return None
    tellers = [kid for kid in tree.kids(verb, "obl") if "from" in tree.marked(kid) and hears(tree, kid)]
    teller = tellers[0] if tellers else -1
    near = range(teller + 1, min(teller + 4, tree.sentence(verb)[1]))
    that = next((i for i in near if tree.lows[i] == "that" and tree.rels[i] == "mark"), None)
    if teller < verb or that is None or tree.words[that].head < that:
        return None
    hearer = tree.subject(verb)
    return Draft(
        contents=ranges([i for i in tree.subtree(tree.words[that].head) if i >= that]),
        cue=(verb, verb + 1),
        verb=verb,
        source=phrase(tree, teller, without={tree.words[that].head}),
        source_head=teller,
        addressee=phrase(tree, hearer) if hearer is not None else None,
        confidence=0.75,
    )
