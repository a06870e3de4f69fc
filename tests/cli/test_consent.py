"""`radio consent`: days, numbers of forms and paths, and nothing else."""

from pathlib import Path

from sites import EPISODE, PLAIN, edit, write_files
from station import run_radio


def programme(slug: str, expires: str, *changes: tuple[str, str]) -> str:
    return edit(
        EPISODE,
        ("first-steps", slug),
        ("expires: 2028-01-01", f"expires: {expires}"),
        ("C-0001", f"C-{len(slug):04}"),
        *changes,
    )


STATION = (
    PLAIN,
    programme("soon", "2027-01-20"),
    programme("later", "2027-01-21"),
    programme("over-it", "2026-11-21"),
    programme("unpublished", "2026-12-01", ("status: published", "status: draft")),
    programme("taken-down", "2026-12-01", ("status: published", "status: withdrawn")),
)


def test_what_runs_out_within_two_months_is_listed_by_day(tmp_path: Path) -> None:
    write_files(tmp_path, *STATION)

    told = run_radio(tmp_path, "consent")

    assert told.returncode == 0
    assert told.stdout.splitlines() == [
        "2026-11-21  C-0007  episodes/over-it/index.md  has run out",
        "2027-01-20  C-0004  episodes/soon/index.md",
    ]
    assert told.stderr == ""


def test_the_days_ahead_and_the_day_itself_can_be_chosen(tmp_path: Path) -> None:
    write_files(tmp_path, *STATION)

    assert len(run_radio(tmp_path, "consent", "--due", "61").stdout.splitlines()) == 3
    later = run_radio(tmp_path, "consent", "--due", "0", "--date", "2027-01-20")
    assert [line.split()[0] for line in later.stdout.splitlines()] == ["2026-11-21", "2027-01-20"]
    assert later.stdout.count("has run out") == 2
    none = run_radio(tmp_path, "consent", "--due", "0", "--date", "2026-11-20")
    assert (none.returncode, none.stdout) == (0, "No consent runs out by 2026-11-20.\n")


def test_no_word_of_a_programme_is_printed(tmp_path: Path) -> None:
    write_files(tmp_path, *STATION)

    told = run_radio(tmp_path, "consent", "--due", "3650")

    for word in ("Steps", "hope", "Host", "Guest", "began"):
        assert word not in told.stdout + told.stderr


def test_a_programme_that_cannot_be_read_is_named_so_that_nobody_counts_on_it(
    tmp_path: Path,
) -> None:
    write_files(
        tmp_path,
        *STATION,
        programme("broken", "2026-12-01", ("series: stories", "seires: stories")),
    )

    told = run_radio(tmp_path, "consent")

    assert told.returncode == 0
    assert (
        told.stderr
        == "episodes/broken/index.md has mistakes and is not counted; `radio check` names them.\n"
    )
