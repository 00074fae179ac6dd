"""The run behind ``readout judge``: options to judgements, all of a call or none; and their log."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from readout.cli.items import Named, item, merging, splitting
from readout.cli.options import fitted, who
from readout.cli.told import INDENT, line, log, row
from readout.dossier import Dossier, Saying, opened
from readout.dossier.text import text
from readout.model.errors import UsageError
from readout.store.fields import value_of

if TYPE_CHECKING:
    from readout.cli.judge import Verdict
    from readout.dossier import Kept
    from readout.dossier.text import Told
    from readout.model.judgement import Action, Judgement

SAY = "--accept, --reject, --unsure, --correct FIELD=VALUE, --merge, --split, --comment or --undo"
VERDICTS: tuple[Action, ...] = ("accept", "reject", "unsure")


def judged(address: str, names: Sequence[str], verdict: Verdict, by: str | None) -> None:
    """Write down what is said of the items, and print each judgement."""
    _sound(names, verdict)
    with opened(address) as dossier:
        if verdict.undo:
            made = [_undone(dossier, name, who(by), verdict.comment) for name in names]
        else:
            made = _said(dossier, names, verdict, who(by))
        for kept, judgement in made:
            told = text(dossier, kept).told
            made_now = next(one for one in told if one.judgement.id == judgement.id)
            sys.stdout.write(fitted(line(kept, made_now), INDENT))


def _sound(names: Sequence[str], verdict: Verdict) -> None:
    given = verdict.given
    if not names:
        raise UsageError("no item was named: write DOCUMENT/ITEM as in 3/s1; readout show lists them")
    if not given and verdict.comment is None:
        raise UsageError(f"nothing is said of {names[0]}: add {SAY}")
    if sum(option in given for option in ("--accept", "--reject", "--unsure", "--undo")) > 1:
        raise UsageError(f"{' and '.join(given)} exclude each other: choose one")
    if verdict.undo and len(given) > 1:
        raise UsageError(f"--undo stands alone: {given[0]} is another judgement")
    if verdict.places and verdict.split is None:
        raise UsageError("--places are those of a --split NAME")


def _said(dossier: Dossier, names: Sequence[str], verdict: Verdict, by: str) -> list[tuple[Kept, Judgement]]:
    found: list[Named] = []
    for name in names:
        found.append(item(dossier, name, found[-1].text if found else None))
    sayings = [saying for named in found for saying in _sayings(named, verdict, by)]
    return [(said.document, made) for said, made in zip(sayings, dossier.judge_all(sayings), strict=True)]


def _sayings(named: Named, verdict: Verdict, by: str) -> Iterator[Saying]:
    """Everything that is said of an item: corrections, then the verdict; a comment goes with each."""
    note = (verdict.comment or "").strip() or None
    actions: list[tuple[Action, str | None, Any]] = []
    actions += [("correct", *_corrected(named, each)) for each in verdict.correct or ()]
    actions += [("correct", "merge", merging(named, verdict.merge))] if verdict.merge else []
    if verdict.split is not None:
        actions.append(("correct", "split", splitting(named, verdict.split.strip(), verdict.places)))
    actions += [(action, None, None) for action in VERDICTS if getattr(verdict, action)]
    for action, field, value in actions or [("comment", None, None)]:
        yield Saying(
            document=named.text.kept,
            kind=named.kind,
            item=named.id,
            action=action,
            who=by,
            field=field,
            value=value,
            note=note,
        )


def _corrected(named: Named, typed: str) -> tuple[str, Any]:
    field, equals, value = typed.partition("=")
    if not equals:
        raise UsageError(f"{typed!r} is no correction: write FIELD=VALUE as in said=denied")
    if field.strip() in ("merge", "split"):
        raise UsageError(f"{field.strip()} is an option of its own: --{field.strip()}")
    return field.strip(), value_of(named.kind, field.strip(), value)


def _undone(dossier: Dossier, name: str, by: str, note: str | None) -> tuple[Kept, Judgement]:
    """Take back the judgement of an id, or the last one in force on an item."""
    kept, told = _by_id(dossier, name) if "/" not in name else _last(dossier, name)
    return kept, dossier.undo(kept, told.judgement.id, who=by, note=note)


def _by_id(dossier: Dossier, id: str) -> tuple[Kept, Told]:
    found = [pair for pair in log(dossier) if pair[1].judgement.id.startswith(id.lower())]
    if not re.fullmatch(r"[0-9a-fA-F]{4,}", id) or len(found) != 1:
        how = "several judgements" if len(found) > 1 and len(id) > 3 else "no judgement"
        raise UsageError(f"{id!r} names {how}: readout judge --log lists them with their ids")
    return found[0]


def _last(dossier: Dossier, name: str) -> tuple[Kept, Told]:
    named = item(dossier, name)
    told = named.text.on(named.kind, named.id)
    held = [one for one in told if not one.undone and one.judgement.action != "undo"]
    if not held:
        raise UsageError(f"nothing on {named.name} is there to be taken back: readout judge --log {name}")
    return named.text.kept, held[-1]


def listed(address: str, names: Sequence[str], verdict: Verdict, by: str | None, *, jsonl: bool) -> None:
    """Print the judgements on some items or documents, or all, the oldest first."""
    import msgspec

    if verdict.given or verdict.comment:
        raise UsageError("--log only lists: leave the judgement out")
    with opened(address) as dossier:
        wanted = {_wanted(dossier, name) for name in names}
        found = [
            (kept, told)
            for kept, told in log(dossier)
            if (by is None or told.judgement.who == by)
            and (
                not wanted or {(kept.number, None), (kept.number, told.item or told.judgement.item)} & wanted
            )
        ]
    for kept, told in found:
        whole = msgspec.json.encode(row(kept, told)).decode() + "\n" if jsonl else ""
        sys.stdout.write(whole or fitted(line(kept, told), INDENT))
    if not found:
        sys.stderr.write("nobody judged anything here\n")


def _wanted(dossier: Dossier, name: str) -> tuple[int, str | None]:
    """The number of a document, with the id of an item where one is named."""
    if re.fullmatch(r".+/[a-z]\d+", name):
        named = item(dossier, name)
        return named.text.kept.number, named.id
    return dossier.find(name).number, None
