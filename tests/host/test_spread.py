"""One function over many values: the same results, in the same order, however many cores."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import pytest

from recovery_radio.host.spread import spread

MANY, FEW = 600, 20
forked = pytest.mark.skipif(
    sys.platform != "linux", reason="workers are forked on Linux only; elsewhere nothing is spread"
)


class Unsendable(Exception):
    """Cannot be rebuilt from its arguments, like the exceptions of some libraries."""

    def __init__(self, one: int, _two: int) -> None:
        super().__init__(one)


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)


def spread_over(
    cores: int, monkeypatch: pytest.MonkeyPatch, function: Callable[[int], Any]
) -> list[Any]:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)), raising=False)
    return list(spread(function, range(MANY)))


@pytest.mark.parametrize("cores", [1, 2, 3])
def test_results_come_in_order(cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert spread_over(cores, monkeypatch, lambda n: (n, n * n)) == [
        (n, n * n) for n in range(MANY)
    ]


@forked
def test_much_work_is_shared_and_little_is_not(two_cores: None) -> None:
    assert os.getpid() not in set(spread(lambda _: os.getpid(), range(MANY)))
    assert set(spread(lambda _: os.getpid(), range(FEW))) == {os.getpid()}


@forked
def test_workers_know_the_world_as_it_is_now(two_cores: None) -> None:
    world = {"a": 1}
    assert set(spread(lambda _: world["a"], range(MANY))) == {1}
    world["a"] = 2

    assert set(spread(lambda _: world["a"], range(MANY))) == {2}


def fail(number: int) -> int:
    if number == 300:
        raise ValueError(f"at {number}")
    return number


@pytest.mark.parametrize("cores", [1, 2])
def test_an_error_travels(cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="at 300"):
        spread_over(cores, monkeypatch, fail)

    assert spread_over(cores, monkeypatch, abs) == list(range(MANY))


def fail_unsendably(number: int) -> int:
    if number == 300:
        raise Unsendable(1, 2)
    return number


def die(number: int) -> int:
    if number == 300:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@forked
@pytest.mark.parametrize("function", [fail_unsendably, die])
def test_a_worker_that_cannot_answer_ends_the_work_instead_of_keeping_it_waiting(
    function: Callable[[int], int], two_cores: None
) -> None:
    with pytest.raises(Exception, match="terminated abruptly"):
        list(spread(function, range(MANY)))


def test_nothing_to_do_is_done_at_once(two_cores: None) -> None:
    assert list(spread(fail, [])) == []


@forked
def test_who_takes_a_few_results_only_leaves_nothing_behind(two_cores: None) -> None:
    results = iter(spread(abs, range(MANY)))
    assert next(results) == 0
    del results

    assert list(spread(abs, range(MANY))) == list(range(MANY))
