"""A function and its inputs in; its results out, worked out in processes side by side."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Input = TypeVar("Input")
Result = TypeVar("Result")


class _Task:
    """What the processes work on. They are forked and have it from their parent, so that nothing is sent to them."""

    work: Callable[[Any], Any]
    inputs: Sequence[Any]


def _work_on(position: int) -> Any:
    return _Task.work(_Task.inputs[position])


def side_by_side(work: Callable[[Input], Result], inputs: Sequence[Input], jobs: int = 0) -> list[Result]:
    """The results in the order of the inputs, from `jobs` processes, 0 for one per core.

    Results are sent back and should be small. With one process, or where processes cannot be forked, the work is done
    here. What the function changes in memory is lost with its process.
    """
    jobs = min(jobs or os.cpu_count() or 1, len(inputs))
    if jobs <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(one) for one in inputs]
    _Task.work, _Task.inputs = work, inputs
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork")) as pool:
        return list(pool.map(_work_on, range(len(inputs))))
