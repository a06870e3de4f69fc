"""`radio due`: what is printed, on which day, and how it ends."""

from pathlib import Path

from sites import EPISODE, PLAIN, SERVICE, edit, write_files
from station import run_radio


def test_what_is_due_within_a_month_is_listed_with_a_number_to_ring(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, edit(SERVICE, ("on: 2026-11-01", "on: 2026-06-21")))

    run = run_radio(tmp_path, "due")

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("1 thing is due by 2026-12-21.\n\nThe Hub\n=======\n")
    assert "services_directory/harbour.yml; due on 21 December 2026." in run.stdout
    assert "  [ ] Do you take new people at the moment? ________________" in run.stdout


def test_the_days_ahead_and_the_day_itself_can_be_chosen(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, SERVICE)

    none = run_radio(tmp_path, "due", "--days", "39")
    assert (none.returncode, none.stdout) == (0, "Nothing is due by 2026-12-30.\n")
    assert "SAMARITANS" in run_radio(tmp_path, "due", "--days", "40").stdout
    later = run_radio(tmp_path, "due", "--days", "0", "--date", "2027-05-01").stdout
    assert later.startswith("2 things are due by 2027-05-01.")
    assert "harbour.yml; due since 1 May 2027." in later


def test_a_file_that_cannot_be_read_is_named_and_ends_it_badly(tmp_path: Path) -> None:
    broken = edit(SERVICE, ("harbour.yml", "broken.yml"), ("kind: drop-in\n", ""))
    write_files(tmp_path, PLAIN, SERVICE, broken)

    run = run_radio(tmp_path, "due", "--days", "365")

    assert run.returncode == 1
    assert "HARBOUR" in run.stdout
    assert run.stderr == (
        "services_directory/broken.yml has mistakes and is not counted; `radio check` names them.\n"
    )


def test_a_word_that_is_not_in_the_vocabulary_stops_no_list(tmp_path: Path) -> None:
    unknown = edit(
        SERVICE, ("offers: [peer-support]", "offers: [tea]"), ("cost: free", "cost: none")
    )
    write_files(tmp_path, PLAIN, EPISODE, unknown)

    run = run_radio(tmp_path, "due", "--days", "365")

    assert "Traceback" not in run.stderr
    assert run.returncode == 1
    assert "services_directory/harbour.yml has mistakes" in run.stderr
