"""Parts of the search index: what is recent, and what is older."""

import pytest

from recovery_radio.render.search_parts import PER_PART, RECENT, older_parts


@pytest.mark.parametrize("count", [0, 1, RECENT])
def test_a_station_of_recent_programmes_has_no_older_parts(count: int) -> None:
    assert older_parts(range(count, 0, -1)) == []


def test_every_programme_is_recent_or_in_one_part_from_the_oldest_on() -> None:
    newest_first = range(RECENT + 2 * PER_PART + 1, 0, -1)

    parts = [list(part) for part in older_parts(newest_first)]

    assert [part[0] for part in parts] == [1, PER_PART + 1, 2 * PER_PART + 1]
    assert [n for part in parts for n in part] == list(range(1, 2 * PER_PART + 2))


def test_a_new_programme_changes_only_the_last_part() -> None:
    before = older_parts(range(RECENT + PER_PART + 5, 0, -1))
    after = older_parts(range(RECENT + PER_PART + 6, 0, -1))

    assert before[:-1] == after[:-1]
    assert [*before[-1], before[-1][-1] + 1] == list(after[-1])
