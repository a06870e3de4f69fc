"""What bad input gets: the file, the line, the fault and the repair, for every code.

Each case is a plain station with one fault in it, read as an author's computer would read it.
"""

import logging
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from read.samples import mp3
from recovery_radio.host.build import Failed, check_station
from sites import EPISODE, PLAIN, SERVICE, write_files

INDEX = "episodes/first-steps/index.md"
VTT = "episodes/first-steps/transcript.vtt"
HARBOUR = "services_directory/harbour.yml"


class Case(NamedTuple):
    """A change to a file, and what is said about it."""

    path: str
    old: str
    new: str
    said: str
    """Start of the message: `path:line: what`."""
    repair: str
    """Words of the repair."""
    code: str


def episode(old: str, new: str, line: int, what: str, repair: str, code: str) -> Case:
    return Case(INDEX, old, new, f"{INDEX}:{line}: {what}", repair, code)


def service(old: str, new: str, line: int, what: str, repair: str, code: str) -> Case:
    return Case(HARBOUR, old, new, f"{HARBOUR}:{line}: {what}", repair, code)


def transcript(old: str, new: str, line: int, what: str, repair: str, code: str) -> Case:
    return Case(VTT, old, new, f"{VTT}:{line}: {what}", repair, code)


CASES = [
    # YAML and front matter
    episode('title: Steps & "hope"', "title: My: story", 2, "The settings cannot be read", "quotes", "bad-yaml"),
    episode("summary: How", "\tsummary: How", 3, "The settings cannot be read", "Indent with spaces", "bad-yaml"),
    episode('title: Steps & "hope"', 'title: "Steps', 23, "The settings cannot be read", "Close the quotes", "bad-yaml"),
    episode("series: stories", "series: stories\nseries: stories", 7, "`series` is here twice", "Keep one", "duplicate-key"),
    episode("topics: [alcohol]", "topics: &t [alcohol]", 21, "`&t`", "Remove it", "yaml-alias"),
    episode("topics: [alcohol]", "topics: *t", 21, "`*t`", "Write it out", "yaml-alias"),
    episode("series: stories", "series: !!str stories", 6, "`tag:yaml.org,2002:str`", "Remove it", "yaml-tag"),
    episode("topics: [alcohol]", "topics: [[[[[[[[[[1]]]]]]]]]]", 21, "This is nested too deeply", "fewer levels", "too-deep"),
    episode("---\ntitle", "title", 1, "The file does not start with its settings", "`---`", "no-front-matter"),
    episode("status: published\n---", "status: published", 1, "The settings at the start of the file have no end", "`---`", "no-front-matter"),
    # fields
    episode("series: stories", "seires: stories", 6, "`seires` is not a setting here", "Did you mean `series`?", "unknown-key"),
    episode("series: stories\n", "", 1, "`series` is missing", "Add `series: …`", "missing-field"),
    episode("  bytes: 1200000", "  bytes: lots", 9, "`bytes` must be a whole number", "digits only", "wrong-type"),
    episode('title: Steps & "hope"', "title: 2024", 2, "`title` must be text", 'Put quotes around it: `title: "2024"`', "wrong-type"),
    episode("aired: 2026-03-12", "aired: last week", 4, "`aired` is not a date: 'last week'", "Write `2026-03-12`", "bad-date"),
    episode("  expires: 2028-01-01", "  expires: 2026-02-30", 19, "`expires` is not a date", "Write `expires: 2026-03-12`", "bad-date"),
    episode("status: published", "status: live", 22, "`status` cannot be 'live'", "Choose one of: `draft`, `published`, `withdrawn`", "bad-choice"),
    episode("  reference: C-0001", "  reference: Jane", 16, "`reference` cannot be read: 'Jane'", "such as `C-0042`", "bad-form"),
    episode("topics: [alcohol]", "topics: []", 21, "`topics` has too few entries", "at least 1", "too-few"),
    episode("topics: [alcohol]", "topics: [a, b, c, d, e, f, g]", 21, "`topics` has too many entries", "at most 6", "too-many"),
    episode("  bytes: 1200000", "  bytes: 0", 9, "`bytes` is too small", "more than 0", "out-of-range"),
    episode("summary: How it began.", f"summary: {'a' * 401}", 3, "`summary` is too long", "400", "too-long"),
    episode("summary: How it began.", 'summary: ""', 3, "`summary` is empty", "remove the line", "empty-field"),
    episode("summary: How it began.", 'summary: "a\\u202eb"', 3, "`summary` holds the invisible character U+202E", "by hand", "control-character"),
    episode("summary: How it began.", "summary: a\u202eb", 3, "The text holds the invisible character U+202E", "by hand", "control-character"),
    episode("summary: How it began.", "summary: h" + "\u0301" * 9, 3, "The text holds a pile of accents", "by hand", "stacked-marks"),
    episode("summary: How it began.", "summary: \u0421all FR\u0410NK", 3, "The text holds 'Сall'", "by hand", "mixed-scripts"),
    episode('title: Steps & "hope"', "title: a <b> c", 2, "`title` holds `<` or `>`", "in words only", "angle-bracket"),
    episode("series: stories", "series: My Stories", 6, "`series` cannot be read: 'My Stories'", "small letters", "bad-slug"),
    episode("guid: 3f1c2b1e-2222-4444-8888-aaaaaaaaaaaa", 'guid: " abc"', 5, "`guid` cannot be read: ' abc'", "never changes", "bad-guid"),
    episode("url: https://cdn.example/first-steps.mp3", "url: http://cdn.example/a.mp3", 8, "`url` cannot be read", "`https://`", "bad-address"),
    episode("url: https://cdn.example/first-steps.mp3", "url: https://nhs.uk@evil.example/a.mp3", 8, "`url` cannot be read", "`https://`", "bad-address"),
    episode("topics: [alcohol]", "topics: [alcohol]\nchapters: [{at: 90, title: A}]", 22, "`at` must be text", "quotes", "wrong-type"),
    episode("topics: [alcohol]", 'topics: [alcohol]\nchapters: [{at: "99", title: A}]', 22, "`at` is not a time: '99'", '`"01:30"`', "bad-time"),
    episode("transcript: transcript.vtt", "transcript: ../../mkdocs.yml", 13, "`transcript` cannot be read", "beside this one", "bad-file-name"),
    # what refers to something
    episode("transcript: transcript.vtt", "transcript: words.vtt", 13, "`transcript` names the file 'words.vtt'", "Put it into", "missing-file"),
    episode("series: stories", "series: storys", 6, "There is no series 'storys'", "Did you mean `stories`?", "unknown-name"),
    episode("*first* programme.", "[first](../nowhere.md) one.", 24, "The link '../nowhere.md' leads nowhere", "such as `../help-now.md`", "dead-link"),
    episode("*first* programme.", "[first](episode:none) one.", 24, "The link 'episode:none' leads nowhere", "published programme", "dead-link"),
    episode("*first* programme.", "[first](service:none) one.", 24, "The link 'service:none' leads nowhere", "without `.yml`", "dead-link"),
    episode("*first* programme.", "[](helpline:none) one.", 24, "The link 'helpline:none' leads nowhere", "helplines.yml", "dead-link"),
    episode("*first* programme.", "[x](javascript:alert(1)) one.", 24, "The link 'javascript:alert(1)' leads nowhere", "`https:`", "dead-link"),
    episode("*first* programme.", "[x](http://x.example/) one.", 24, "The link 'http://x.example/' leads nowhere", "`https://`", "dead-link"),
    episode("*first* programme.", "<script>x</script>", 24, "`<script>` is HTML", "in Markdown", "html-in-text"),
    episode("Welcome to the *first* programme.", "- " * 600 + "x", 24, "The text is nested too deeply", "simpler way", "unreadable-text"),
    episode("*first* programme.", "[" * 16000, 24, "The text takes too long", "simpler way", "unreadable-text"),
    # consent and order
    Case(
        VTT, "<v Guest>", "<v Jane Example>", f"{INDEX}:14: The transcript names 'Jane Example'",
        "the person chose", "unknown-speaker",
    ),
    episode("channels: [site, feed, transcript]", "channels: [feed]", 18, "Nobody agreed", "keep it a draft", "no-consent"),
    episode("approved: 2026-03-01", "approved: 2026-04-01", 20, "The programme airs before everybody approved", "that day or later", "no-consent"),
    episode("transcript: transcript.vtt\n", "", 1, "A published programme needs its words", "transcript.vtt", "no-transcript"),
    episode("topics: [alcohol]", 'topics: [alcohol]\nchapters: [{at: "00:40", title: A}, {at: "00:20", title: B}]', 22, "The chapter 'B'", "order of their times", "bad-order"),
    episode("topics: [alcohol]", 'topics: [alcohol]\ncontent_notes: [{label: a, from: "00:40", to: "00:20"}]', 22, "The content note 'a' ends before", "later time", "bad-order"),
    episode("topics: [alcohol]", 'topics: [alcohol]\nchapters: [{at: "09:00", title: Late}]', 22, "The chapter 'Late' starts after the end", "150 seconds", "past-the-end"),
    episode("topics: [alcohol]", 'topics: [alcohol]\nsoundbites: [{at: "59:00", seconds: 30}]', 22, "The soundbite at 59:00 goes on after the end", "150 seconds", "past-the-end"),
    episode("topics: [alcohol]", 'topics: [alcohol]\nsoundbites: [{at: "02:10", seconds: 30}]', 22, "The soundbite at 02:10 goes on after the end", "150 seconds", "past-the-end"),
    episode("topics: [alcohol]", 'topics: [alcohol]\ncontent_notes: [{label: a, from: "02:00", to: "45:00"}]', 22, "The content note 'a' goes on after the end", "150 seconds", "past-the-end"),
    episode("topics: [alcohol]", 'topics: [alcohol]\ncontent_notes: [{label: a, from: "40:00"}]', 22, "The content note 'a' goes on after the end", "150 seconds", "past-the-end"),
    episode("  type: audio/mpeg", "  type: audio/ogg", 11, "`type` says audio/ogg", "audio/mpeg", "wrong-type"),
    # transcripts
    transcript("WEBVTT\n", "", 1, "The transcript does not start with `WEBVTT`", "first line", "not-webvtt"),
    transcript("00:02.000 --> 00:04.000", "9:00:00.000 --> 9:00:01.000", 6, "", "Write", "bad-time"),
    transcript("00:02.000 --> 00:04.000", "09:00.000 --> 09:02.000", 6, "From here on the transcript is past the end", "Correct the times", "past-the-end"),
    # services
    service("kind: drop-in", "kind: drop-inn", 3, "There is no word for `kind`: 'drop-inn'", "Did you mean `drop-in`?", "unknown-name"),
    service("organisation: hub", "organisation: club", 2, "There is no organisation 'club'", "organisations.yml", "unknown-name"),
    service('{phone: "01632 960123"}', '{phone: "01632 960123;ext=1"}', 14, "`phone` cannot be read", "national form", "bad-phone"),
    service('{phone: "01632 960123"}', "{email: none}", 14, "`email` cannot be read", "hello@example.org", "bad-email"),
    service('{phone: "01632 960123"}', "{}", 14, "Nobody can tell how to reach", "phone number", "no-contact"),
    service("    postcode: RH10 0AA", "    postcode: rh100aa", 10, "`postcode` cannot be read", "Write `RH10 0AA`", "bad-postcode"),
    service('      mon-fri: "10:00-16:00"', "      mon-fri: 10am-4pm", 12, "`mon-fri` cannot be read: '10am-4pm'", '`"10:00-16:00"`', "bad-hours"),
    service("on: 2026-11-01", "on: 2026-12-01", 16, "`checked.on` lies in the future", "the day on which", "future-date"),
    service("on: 2026-11-01", "on: 2025-11-01", 16, "The facts were due to be confirmed", "Ring them", "stale-service"),
    service("example: true\n", "", 1, "A service that really exists says", "`example: true`", "no-sources"),
    service(SERVICE[SERVICE.index("places:") : SERVICE.index("serves:")], "", 1, "The service has neither", "under `mode`", "no-place"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.new[:24].strip()}")
def test_a_fault_is_named_with_place_and_repair(
    case: Case, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, PLAIN, EPISODE, SERVICE)
    path = tmp_path / case.path
    text = path.read_text("utf-8")
    assert case.old in text
    path.write_text(text.replace(case.old, case.new, 1), "utf-8")

    with caplog.at_level(logging.WARNING), pytest.raises(Failed):
        check_station(tmp_path / "mkdocs.yml", strict=True)

    told = [message for message in caplog.messages if message.endswith(f"[{case.code}]")]
    assert told, caplog.text
    assert told[0].startswith(case.said)
    assert case.repair in told[0].removeprefix(case.said)


def test_all_problems_of_all_files_come_at_once_and_in_order(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, PLAIN, EPISODE, SERVICE)
    for name, old, new in (
        (INDEX, "aired: 2026-03-12", "aired: soon"),
        (INDEX, "status: published", "status: live"),
        (HARBOUR, "kind: drop-in", "kindd: drop-in"),
        ("site/pages/about.md", "---\ntitle", "title"),
        ("site/data/series.yml", "summary", "sumary"),
    ):
        path = tmp_path / name
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")

    with pytest.raises(Failed):
        check_station(tmp_path / "mkdocs.yml", strict=False)

    places = [m.split(": ")[0] for m in caplog.messages if m.endswith("]")]
    assert {p.rsplit(":", 1)[0] for p in places} == {
        INDEX, HARBOUR, "site/pages/about.md", "site/data/series.yml",
    }  # fmt: skip
    # A misspelt name is not called missing as well.
    assert len(places) == 5
    assert places == sorted(places, key=lambda p: (p.rsplit(":", 1)[0], int(p.rsplit(":", 1)[1])))


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("services_directory/vocabulary.yml", "label: Drop-in", "lable: Drop-in", "unknown-key"),
        ("services_directory/vocabulary.yml", "kinds:", "kinds", "bad-yaml"),
        ("services_directory/organisations.yml", "name: The Hub", "nam: The Hub", "unknown-key"),
        ("site/data/topics.yml", "label: Alcohol", "lable: Alcohol", "unknown-key"),
        ("site/data/series.yml", "stories:", "Stories:", "bad-entry"),
    ],
)
def test_one_mistake_in_a_file_that_others_refer_to_makes_no_fault_in_them(
    name: str, old: str, new: str, code: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, PLAIN, EPISODE, SERVICE)
    path = tmp_path / name
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")

    with pytest.raises(Failed):
        check_station(tmp_path / "mkdocs.yml", strict=False)

    [told] = [message for message in caplog.messages if message.endswith("]")]
    assert told.startswith(f"{name}:")
    assert told.endswith(f"[{code}]")


def test_two_programmes_may_not_share_a_guid(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    again = EPISODE.replace("first-steps", "second-steps")
    write_files(tmp_path, PLAIN, EPISODE, again)

    with pytest.raises(Failed):
        check_station(tmp_path / "mkdocs.yml", strict=False)

    said = f"episodes/second-steps/index.md:5: `guid` is the same as in {INDEX}."
    assert any(m.startswith(said) and m.endswith("[duplicate-guid]") for m in caplog.messages)


def test_two_pages_may_not_share_an_address(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    page = "\n-- site/pages/about/index.md --\n---\ntitle: A\nsummary: B.\n---\nC\n"
    write_files(tmp_path, PLAIN, page)

    with pytest.raises(Failed):
        check_station(tmp_path / "mkdocs.yml", strict=False)

    assert "site/pages/about/index.md:1: " in caplog.text
    assert "[duplicate-address]" in caplog.text


def test_a_text_that_is_not_utf_8_is_named_with_its_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, PLAIN, EPISODE)
    path = tmp_path / INDEX
    path.write_bytes(path.read_bytes().replace(b"How it began", "Café".encode("cp1252")))

    with pytest.raises(Failed):
        check_station(tmp_path / "mkdocs.yml", strict=False)

    assert f"{INDEX}:3: " in caplog.text
    assert "[not-utf8]" in caplog.text


def test_a_page_that_every_page_leads_to_is_missed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, PLAIN)
    (tmp_path / "site/pages/help-now.md").unlink()

    with pytest.raises(Failed):
        check_station(tmp_path / "mkdocs.yml", strict=False)

    assert any(
        m.startswith("site/pages/help-now.md:1: ") and m.endswith("[missing-page]")
        for m in caplog.messages
    )


def test_consent_that_ran_out_is_told_of_and_stops_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, PLAIN, EPISODE.replace("expires: 2028-01-01", "expires: 2026-05-01"))

    with caplog.at_level(logging.INFO):
        check_station(tmp_path / "mkdocs.yml", strict=True)

    told = [m for m in caplog.messages if m.endswith("[consent-expired]")]
    assert told[0].startswith(f"{INDEX}:19: Consent ran out on 2026-05-01")
    assert "`status: withdrawn`" in told[0]


@pytest.mark.parametrize(
    ("claim", "repair"),
    [
        ("bytes: 99", "Write `bytes: 20800`"),
        ("seconds: 12", "Write `seconds: 2.6`"),
        ("type: audio/ogg", "Write `type: audio/mpeg`"),
        (f"sha256: {'0' * 64}", "Write `sha256: "),
    ],
)
def test_a_claim_about_a_recording_is_held_against_the_file(
    claim: str, repair: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    local = re.sub(
        r"recording:\n(  .*\n)+transcript.*\n",
        f"recording:\n  file: first-steps.mp3\n  {claim}\n",
        EPISODE,
    )
    write_files(tmp_path, PLAIN, local)
    (tmp_path / "episodes/first-steps/first-steps.mp3").write_bytes(mp3(frames=100))

    with pytest.raises(Failed):
        check_station(tmp_path / "mkdocs.yml", strict=False)

    told = [m for m in caplog.messages if m.endswith("[wrong-claim]")]
    assert told[0].startswith(f"{INDEX}:9: `{claim.split(':')[0]}` is not what the recording has")
    assert repair in told[0]
