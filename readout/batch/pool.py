"""A pool of worker processes with one engine each; results in order, memory bounded."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from readout.batch.job import Manner, Outcome

if TYPE_CHECKING:
    from readout.batch.job import AtHand
    from readout.ingest import Failed, Raw

    Input = Raw | Failed | AtHand

SMALL = 12
"""Up to this many documents are read in this process: starting workers would take longer."""
AHEAD = 4
"""Documents that wait or are being read, per worker."""
WORKER_MEMORY = 250_000_000
"""Bytes that a worker may take; no more workers are started than memory has room for."""


def run(inputs: Iterable[Input], manner: Manner, jobs: int | None = None) -> Iterator[Outcome]:
    """Read all inputs and yield their outcomes in order, here or on all cores.

    >>> for outcome in run(gather("stories/"), Manner("jsonl")): ...  # doctest: +SKIP
    """
    stream = iter(inputs)
    first = list(islice(stream, SMALL + 1))
    jobs = jobs or workers()
    if jobs == 1 or len(first) <= SMALL:
        from readout.batch.worker import work

        return (work(raw, manner) for raw in chain(first, stream))
    return _spread(chain(first, stream), replace(manner, threads=1), jobs)


def workers() -> int:
    """How many workers this machine has cores and memory for."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return cores
    return max(1, min(cores, memory // 2 // WORKER_MEMORY))


def _spread(inputs: Iterator[Input], manner: Manner, jobs: int) -> Iterator[Outcome]:
    """Keep a bounded queue of inputs in front of the workers and hand results on in order."""
    pool = _pool(jobs)
    waiting: deque[tuple[Input, Future[Outcome]]] = deque()
    try:
        while True:
            for raw in islice(inputs, jobs * AHEAD - len(waiting)):
                waiting.append((raw, _submit(pool, raw, manner)))
            if not waiting:
                break
            raw, future = waiting.popleft()
            try:
                outcome = future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                outcome = _alone(raw, manner)
                pool = _pool(jobs)
                waiting = deque((other, _submit(pool, other, manner)) for other, _ in waiting)
            yield outcome
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(raw: Input, manner: Manner) -> Outcome:
    """Try an input again in a worker of its own, after a worker died with several on its desk."""
    pool = _pool(1)
    try:
        return _submit(pool, raw, manner).result()
    except BrokenProcessPool:
        return Outcome(raw.name, error="the process that read it ended abruptly, perhaps for want of memory")
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, raw: Input, manner: Manner) -> Future[Outcome]:
    from readout.batch.worker import work

    try:
        return pool.submit(work, raw, manner)
    except BrokenProcessPool as error:
        future: Future[Outcome] = Future()
        future.set_exception(error)
        return future


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Workers from a fork server that has the modules loaded, where the system has one."""
    from readout.batch.worker import prepare
    from readout.knowledge import in_use

    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(["readout.batch.worker", "readout.read"])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=prepare, initargs=(in_use(),))
