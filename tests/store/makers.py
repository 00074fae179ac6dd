"""Small documents with statements in them, made from their words."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from readout.model.actor import Actor, Mention
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.record import Record
from readout.model.statement import Party, Statement
from readout.store import Source


def sha(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def record_of(text: str, *, data: bytes | None = None, model: str = "m-1", **facts: str | None) -> Record:
    """A record in which ``X said Y.`` is a statement by X."""
    id = sha(data if data is not None else text.encode())
    document = Document(id=id, text=text, paragraphs=_paragraphs(text), **facts)  # type: ignore[arg-type]
    actors: dict[str, Actor] = {}
    statements = []
    start = 0
    for sentence in text.split("."):
        name, said, words = sentence.partition(" said ")
        if said:
            at = text.index(sentence, start) + len(sentence) - len(sentence.lstrip())
            name = name.strip()
            mention = Mention(at, at + len(name), name)
            known = actors.get(name) or Actor(f"a{len(actors) + 1}", name, "person", ())
            actors[name] = replace(known, mentions=(*known.mentions, mention))
            begin = at + len(name) + len(said)
            content = Anchor.of(text, begin, begin + len(words))
            cue = Anchor.of(text, at + len(name) + 1, begin - 1)
            source = Party(known.id, Anchor(mention.start, mention.end, name))
            statements.append(Statement(f"s{len(statements) + 1}", (content,), source, cue=cue))
        start += len(sentence) + 1
    return Record(document, tuple(actors.values()), tuple(statements), model=model)


def _paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    found, start = [], 0
    for line in text.split("\n"):
        if line:
            found.append((start, start + len(line)))
        start += len(line) + 1
    return tuple(found)


def source(text: str, name: str = "a.txt") -> Source:
    return Source(name=name, data=text.encode(), media_type="text/plain", by="ana")
