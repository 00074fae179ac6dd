"""Documents on their way into the dossier: read one after another, behind the pages."""

from __future__ import annotations

import itertools
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from readout.dossier.sources import source_of
from readout.ingest import Failed, Fetching, Raw, document_of, gather
from readout.model.errors import ReadoutError, UnreadableError

if TYPE_CHECKING:
    from readout.dossier import Dossier
    from readout.model.document import Document
    from readout.model.record import Record

State = Literal["waiting", "fetching", "reading", "done", "failed"]
REMEMBERED = 50


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
        order = job.order
        raw = order.raw or self._fetched(job)
        document = document_of(raw, published=order.published, publisher=order.publisher)
        self._put(job.number, replace(job, state="reading"))
        known = self.dossier.holding(document.id)
        if known is not None:
            return replace(job, state="done", said="the same bytes were there already", text=known.number)
        told = {"published": order.published, "publisher": order.publisher}
        source = source_of(raw, name=order.name, by=order.by, **told)
        added = self.dossier.add(self.read(document), source)
        return replace(job, state="done", said=added.outcome, text=added.document.number)

    def _fetched(self, job: Job) -> Raw:
        self._put(job.number, replace(job, state="fetching"))
        found = next(gather(job.order.name, options=Fetching(allow_private=self.allow_private)), None)
        if isinstance(found, Failed):
            raise found.error
        if found is None:
            raise UnreadableError(f"{job.order.name} holds nothing")
        return found
