"""The clock of a build."""

from datetime import UTC, datetime, timedelta

import pytest
from mkdocs.exceptions import PluginError

from recovery_radio.host.clock import build_time


def test_a_build_may_be_told_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795251600")

    assert build_time() == datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.mark.parametrize("unset", [True, False])
def test_else_it_is_now(unset: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    if unset:
        monkeypatch.delenv("SOURCE_DATE_EPOCH")

    assert abs(build_time() - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize("epoch", ["soon", "2026-11-21", "1.5", "9" * 30])
def test_a_time_that_is_none_is_told_and_not_guessed(
    epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    with pytest.raises(PluginError, match=r"`SOURCE_DATE_EPOCH` is not a time.*\[bad-date\]"):
        build_time()
