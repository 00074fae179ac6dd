"""Documents on their way into the dossier: read one after another, behind the pages."""

from __future__ import annotations

import itertools
import queue
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from readout.dossier.sources import source_of
from readout.ingest import Failed, Fetching, Raw, document_of, gather, within
from readout.model.errors import ReadoutError, UnreadableError

if TYPE_CHECKING:
    from readout.dossier import Dossier
    from readout.model.document import Document
    from readout.model.record import Record

State = Literal["waiting", "fetching", "reading", "done", "failed"]
REMEMBERED = 50
SHOWN = 3
"""Reasons that are told of an archive of which several texts could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a person wants added: bytes at hand, or the address of some."""

    name: str
    raw: Raw | None = None
    published: str | None = None
    publisher: str | None = None
    by: str


@dataclass(frozen=True, slots=True)
class Job:
    """An order and how far it has come; ``text`` is the number of the document when it is there."""

    number: int
    order: Order
    state: State = "waiting"
    said: str = ""
    text: int | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in ("done", "failed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one text of an order."""

    state: State
    said: str
    text: int | None = None


def _read(document: Document) -> Record:
    from readout.read import reader

    return reader(0).read(document)


@dataclass
class Intake:
    """One thread that reads what was ordered, in order; started with the first order."""

    dossier: Dossier
    allow_private: bool = False
    read: Callable[[Document], Record] = _read
    jobs: dict[int, Job] = field(default_factory=dict)
    orders: queue.SimpleQueue[int] = field(default_factory=queue.SimpleQueue)
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    lock: threading.Lock = field(default_factory=threading.Lock)
    worker: threading.Thread | None = None

    def take(self, order: Order) -> Job:
        """Queue an order."""
        with self.lock:
            job = Job(next(self.numbers), order)
            self.jobs[job.number] = job
            for number in [one.number for one in self.jobs.values() if one.over][:-REMEMBERED]:
                del self.jobs[number]
            if self.worker is None:
                self.worker = threading.Thread(target=self._work, name="intake", daemon=True)
                self.worker.start()
        self.orders.put(job.number)
        return job

    def seen(self) -> list[Job]:
        """All orders, the newest first."""
        with self.lock:
            return sorted(self.jobs.values(), key=lambda job: -job.number)

    @property
    def busy(self) -> bool:
        """Whether an order is still under way."""
        return any(not job.over for job in self.seen())

    def _work(self) -> None:
        while True:
            number = self.orders.get()
            try:
                self._put(number, self._added(self.jobs[number]))
            except ReadoutError as error:
                self._put(number, replace(self.jobs[number], state="failed", said=str(error)))
            except Exception as error:  # noqa: BLE001 the outermost edge of this thread, which must go on
                from readout.batch.worker import fault

                self._put(number, replace(self.jobs[number], state="failed", said=fault(error)))

    def _put(self, number: int, job: Job) -> None:
        with self.lock:
            self.jobs[number] = job

    def _added(self, job: Job) -> Job:
        """Everything of an order: one text, or all those in an archive or a feed."""
        outcomes: list[Outcome] = []
        for found in self._found(job):
            outcomes.append(self._taken(job.order, found))
            self._put(job.number, replace(job, state="reading", said=_counted(outcomes)))
        if len(outcomes) == 1:
            (only,) = outcomes
            return replace(job, state=only.state, said=only.said, text=only.text)
        if not outcomes:
            raise UnreadableError(f"{job.order.name} holds nothing")
        some = any(one.state == "done" for one in outcomes)
        return replace(job, state="done" if some else "failed", said=_counted(outcomes))

    def _found(self, job: Job) -> Iterator[Raw | Failed]:
        options, order = Fetching(allow_private=self.allow_private), job.order
        if order.raw is not None:
            self._put(job.number, replace(job, state="reading"))
            yield from within(order.raw, options=options)
            return
        self._put(job.number, replace(job, state="fetching"))
        yield from gather(order.name, options=options)

    def _taken(self, order: Order, found: Raw | Failed) -> Outcome:
        """What became of one text; one that cannot be read keeps no other back."""
        if isinstance(found, Failed):
            return Outcome("failed", str(found.error))
        try:
            return self._put_in(order, found)
        except ReadoutError as error:
            return Outcome("failed", str(error))

    def _put_in(self, order: Order, raw: Raw) -> Outcome:
        document = document_of(raw, published=order.published, publisher=order.publisher)
        known = self.dossier.holding(document.id)
        if known is not None:
            return Outcome("done", "the same bytes were there already", known.number)
        told = {"published": order.published, "publisher": order.publisher}
        name = order.name if raw is order.raw else raw.name
        added = self.dossier.add(self.read(document), source_of(raw, name=name, by=order.by, **told))
        return Outcome("done", added.outcome, added.document.number)


def _counted(outcomes: Sequence[Outcome]) -> str:
    """ "12 added, 1 not read: notes.txt is empty"; nothing for one text."""
    if len(outcomes) < 2:
        return ""
    failed = [one.said for one in outcomes if one.state == "failed"]
    counts = Counter(one.said for one in outcomes if one.state == "done")
    told = [f"{count} {said}" for said, count in counts.items()]
    shown = "; ".join(failed[:SHOWN]) + (" …" if len(failed) > SHOWN else "")
    return ", ".join([*told, *([f"{len(failed)} not read: {shown}"] if failed else [])])
