"""A limit on the processor time of one text."""

import gc
import signal
import time

import pytest

from recovery_radio.host.limits import TooSlow, within_limit


def for_ever() -> None:
    while True:
        sum(range(100))


def test_what_is_fast_gives_its_result() -> None:
    assert within_limit(lambda: "done", 600) == "done"


def test_what_takes_far_too_long_is_stopped() -> None:
    start = time.process_time()

    with pytest.raises(TooSlow):
        within_limit(for_ever, 0)

    assert time.process_time() - start < 2


def test_waiting_for_others_costs_nothing() -> None:
    assert within_limit(lambda: time.sleep(0.6), 0) is None


def test_a_longer_text_may_take_longer() -> None:
    def half_a_second() -> str:
        end = time.process_time() + 0.5
        while time.process_time() < end:
            sum(range(100))
        return "done"

    assert within_limit(half_a_second, 20_000) == "done"


def test_tidying_up_after_others_is_not_the_time_of_a_text() -> None:
    def dawdle(phase: str, info: dict[str, int]) -> None:
        end = time.process_time() + 0.6
        while time.process_time() < end:
            sum(range(100))

    gc.callbacks.append(dawdle)
    try:
        assert len(within_limit(lambda: [[] for _ in range(5000)], 0)) == 5000
    finally:
        gc.callbacks.remove(dawdle)
    assert gc.isenabled()


def test_an_error_travels_and_everything_is_as_it_was_before() -> None:
    before = signal.getsignal(signal.SIGVTALRM)

    for function in (for_ever, lambda: 1 / 0):
        with pytest.raises((TooSlow, ZeroDivisionError)):
            within_limit(function, 0)
        assert signal.getsignal(signal.SIGVTALRM) is before
        assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_one_text_that_was_stopped_does_not_stop_the_next() -> None:
    with pytest.raises(TooSlow):
        within_limit(for_ever, 0)

    assert within_limit(lambda: sum(range(1000)), 0) == 499_500
