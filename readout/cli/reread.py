"""``readout reread``: a dossier read again after an upgrade."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from readout.cli.facts import OwnFacts
from readout.cli.options import DossierName, Jobs, plain

if TYPE_CHECKING:
    from readout.batch.filling import Again
    from readout.model.judgement import Judgement


def reread(dossier: DossierName, jobs: Jobs = None, knowledge: OwnFacts = None) -> None:
    """Read every document again, keep every judgement whose words still stand, and list the others.

    A judgement is never moved to other words. Earlier readings are kept (readout show --as readings).
    """
    from readout.batch.filling import reread as again
    from readout.cli.progress import bar
    from readout.dossier import opened
    from readout.export.phrase import counted

    read = changed = kept = lost = failed = 0
    with opened(dossier) as found, bar(found.progress().documents, sys.stdout.isatty()) as seen:
        for one in again(found, jobs):
            with seen.aside():
                _told(one)
            seen.step(one.document.name)
            if one.reread is None:
                failed += 1
                continue
            read, changed = read + 1, changed + one.reread.changed
            kept, lost = kept + one.reread.kept, lost + len(one.reread.lost)
    held = counted(kept, "judgement")
    sys.stdout.write(f"{read} read again, {changed} changed; {held} kept, {lost} lost\n")
    if failed:
        raise typer.Exit(1)


def _told(one: Again) -> None:
    if one.reread is None:
        name, why = plain(one.document.name), plain(one.error)
        sys.stderr.write(f"readout: {why}\n" if name in why else f"readout: {name}: {why}\n")
        return
    for judgement in one.reread.lost:
        _listed("lost", one, judgement)
    for judgement in one.reread.unmatched:
        _listed("kept, but the item is no longer read", one, judgement)
    for judgement in one.reread.reads_otherwise:
        _listed("kept, but the item reads otherwise now", one, judgement)


def _listed(what: str, one: Again, judgement: Judgement) -> None:
    words = judgement.places[0].exact if judgement.places else ""
    done = f"{judgement.action} {judgement.kind} {judgement.item} by {judgement.who}"
    sys.stdout.write(f"{one.document.number:>5}  {what}: {plain(done)} “{plain(words, 80)}”\n")
