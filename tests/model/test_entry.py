"""Days, as they are written in every kind of file."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from recovery_radio.model.entry import Day

DAY: TypeAdapter[date] = TypeAdapter(Day)


def test_a_day_is_written_with_year_month_and_day() -> None:
    assert DAY.validate_python("2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "value",
    [0, 86400, 1.5, True, None, "86400", "2027-02-29", "2026-3-12", "20260312", "12/03/2026",
     "2026-03-12 18:00", "9999-12-31", "0001-01-01", "２０２６-03-12", ""],
)  # fmt: skip
def test_nothing_else_is_taken_for_a_day(value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        DAY.validate_python(value)

    assert all(error["type"].startswith("date") for error in caught.value.errors())
