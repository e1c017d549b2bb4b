"""Work on many items in several processes, where that is faster.

Promise: the results are those of one process, in the same order; a small batch never pays for a second process.
"""

from __future__ import annotations

import multiprocessing
import os
import warnings
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_MOST = 4  # processes; the results come back through one, which by then is busy with them alone
_CHUNK = 250
_given: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


def mapped(
    work: Callable[[Item], Result], items: Sequence[Item], *, least: int, workers: int = 0
) -> list[Result]:
    """Return ``work`` of each of ``items``, in their order.

    From ``least`` items on, ``workers`` processes share them (0: as many as this one may use cores, four at most).
    They are forks, which have the items without a copy and the same hash seed; where there are none, one does all.
    """
    workers = workers or min(_cores(), _MOST)
    if workers < 2 or len(items) < least or "fork" not in multiprocessing.get_all_start_methods():
        return [work(item) for item in items]
    global _given
    _given = (work, items)
    try:
        with warnings.catch_warnings():
            # Later Pythons warn of a fork beside threads; those of numpy know of forks, and the children start none.
            warnings.simplefilter("ignore", DeprecationWarning)
            with multiprocessing.get_context("fork").Pool(workers) as pool:
                parts = pool.imap(_part, range(0, len(items), _CHUNK))
                return [result for part in parts for result in part]
    finally:
        _given = None


def _part(start: int) -> list[Any]:
    if _given is None:
        raise RuntimeError("a part of nothing")
    work, items = _given
    return [work(item) for item in items[start : start + _CHUNK]]


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
