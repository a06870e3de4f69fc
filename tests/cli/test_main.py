"""The command as people type it: what it prints, how it ends, and what it leaves alone."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from recovery_radio.cli.main import main
from sites import EPISODE, PLAIN, SERVICE, build_site, edit, standing_in, write_files
from station import run_radio

MESSAGE = re.compile(r"[\w./-]+:[0-9]+: .+\. .+[.?] \[[a-z0-9-]+\]")


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def station(tmp_path: Path) -> Path:
    return write_files(tmp_path, PLAIN, EPISODE, SERVICE)


def test_a_build_says_where_the_site_is(station: Path) -> None:
    run = run_radio(station, "build", "--strict")

    assert (run.returncode, run.stderr) == (0, "")
    assert f"open {station / 'public/index.html'}" in run.stdout
    assert (station / "public/episodes/first-steps/index.html").is_file()
    assert [p.name for p in station.iterdir() if p.name.startswith(".")] == [".cache"]


@pytest.mark.parametrize(
    "fault",
    [
        edit(EPISODE, ("aired: 2026-03-12", "aired: soon"), ("series: stories", "seires: stories")),
        edit(EPISODE, ("the *first* programme", "[it](../../about.md#s-none)")),
    ],
    ids=["in a file", "in the finished site"],
)
def test_a_build_that_fails_leaves_the_last_site_as_it_was(fault: str, station: Path) -> None:
    before = files_of(build_site(station))
    assert before
    write_files(station, fault)

    run = run_radio(station, "build")

    assert run.returncode == 1
    assert files_of(station / "public") == before
    assert not list(station.glob(".public*"))
    *messages, last = run.stderr.splitlines()
    assert last == "The last good site is untouched."
    assert [m for m in messages if MESSAGE.fullmatch(m)]
    assert [m for m in messages if not MESSAGE.fullmatch(m)] in (
        [],
        ["2 problems to mend. Nothing was published."],
    )
    assert "Traceback" not in run.stderr
    assert run.stdout == ""


def test_where_nothing_can_be_written_the_reason_is_told(station: Path) -> None:
    text = edit(PLAIN, ("site_dir: public", "site_dir: mkdocs.yml/public"))
    write_files(station, text)

    run = run_radio(station, "build")

    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert "mkdocs.yml" in run.stderr


def test_a_check_tells_everything_and_writes_nothing(station: Path) -> None:
    run = run_radio(station, "check", "--strict")
    assert (run.returncode, run.stdout, run.stderr) == (0, "Everything is in order.\n", "")
    write_files(
        station,
        edit(EPISODE, ("aired: 2026-03-12", "aired: soon"), ("series: stories", "seires: stories")),
        edit(SERVICE, ("kind: drop-in", "kind: drop-inn")),
    )

    run = run_radio(station, "check")

    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == (
        "episodes/first-steps/index.md:4: `aired` is not a date: 'soon'. Write `2026-03-12`, or `2026-03-12 18:00` with a time. [bad-date]\n"
        "episodes/first-steps/index.md:6: `seires` is not a setting here. Did you mean `series`? [unknown-key]\n"
        "services_directory/harbour.yml:3: There is no word for `kind`: 'drop-inn'. Did you mean `drop-in`? [unknown-name]\n"
        "3 problems to mend. Nothing was published.\n"
    )
    assert not (station / "public").exists()


def test_a_day_can_be_named_and_things_go_stale_by_it(station: Path) -> None:
    late = run_radio(station, "check", "--date", "2027-06-01")
    early = run_radio(station, "check", "--date", "2026-10-31")

    assert late.returncode == 0
    assert "[stale-service]" in late.stderr
    assert "[stale-helpline]" in late.stderr
    assert early.returncode == 1
    assert "services_directory/harbour.yml:16: `checked.on` lies in the future." in early.stderr


def test_a_notice_is_printed_and_stops_nothing(station: Path) -> None:
    write_files(station, edit(EPISODE, ("expires: 2028-01-01", "expires: 2026-11-21")))

    run = run_radio(station, "check", "--strict")

    assert run.returncode == 0
    assert run.stdout == "Everything is in order.\n"
    assert "[consent-expired]" in run.stderr


def test_a_finished_site_is_verified_without_what_made_it(station: Path) -> None:
    elsewhere = build_site(station).rename(station.with_name("elsewhere"))

    good = run_radio(elsewhere.parent, "verify", "elsewhere", "--site-url", "https://tiny.example/")
    page = elsewhere / "about/index.html"
    page.write_text(
        page.read_text("utf-8").replace("</body>", "<script>1</script></body>"), "utf-8"
    )
    bad = run_radio(elsewhere.parent, "verify", "elsewhere")

    unasked = "Phone numbers were not checked: add `--station mkdocs.yml`."
    assert (good.returncode, good.stdout, good.stderr) == (
        0,
        f"The site is in order.\n{unasked}\n",
        "",
    )
    assert (bad.returncode, bad.stdout) == (1, "")
    [message] = bad.stderr.splitlines()
    assert message.startswith("about/index.html:")
    assert MESSAGE.fullmatch(message)


def test_a_number_that_no_register_has_is_never_published(station: Path) -> None:
    write_files(
        station,
        edit(PLAIN, ("Who we are.\n---\nA station.", "Who we are.\n---\nRing 0300 123 6601.")),
    )

    built = run_radio(station, "build")

    assert built.returncode == 1
    assert not (station / "public").exists()
    assert re.search(r"^about/index.html:\d+: prints the number '0300 123 6601', .+ \[unknown-number\]$", built.stderr, re.MULTILINE)  # fmt: skip


def test_a_finished_site_is_held_to_the_numbers_of_its_station(station: Path) -> None:
    public = build_site(station)
    config = str(station / "mkdocs.yml")

    good = run_radio(station, "verify", "public", "--station", config)
    page = public / "about/index.html"
    page.write_text(page.read_text("utf-8").replace("A station.", "Ring 0300 123 6601."), "utf-8")
    bad = run_radio(station, "verify", "public", "--station", config)
    unasked = run_radio(station, "verify", "public")

    assert (good.returncode, good.stdout) == (0, "The site is in order.\n")
    assert (bad.returncode, bad.stderr.count("[unknown-number]")) == (1, 1)
    assert unasked.returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["build"], "'mkdocs.yml' does not exist"),
        (["check", "--config", "none.yml"], "'none.yml' does not exist"),
        (["verify", "none"], "'none' does not exist"),
        (["check", "--date", "soon"], "'soon' does not match the format"),
    ],
)
def test_what_is_typed_wrong_is_told(words: list[str], said: str, tmp_path: Path) -> None:
    with standing_in(tmp_path):
        run = CliRunner().invoke(main, words)

    assert run.exit_code == 2
    assert said in run.stderr


def test_a_time_that_is_none_is_told(station: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")

    run = run_radio(station, "build")

    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        "`SOURCE_DATE_EPOCH` is not a time: 'soon'. Unset it, or give seconds since 1970. [bad-date]",
        "The last good site is untouched.",
    ]
