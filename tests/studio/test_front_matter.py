"""Facts in the front matter: two settings change, and every other byte stays."""

import pytest

from recovery_radio.studio.front_matter import Facts, NoFrontMatter, write_facts

MP3 = Facts("steps.mp3", 1_000, 12.5, "audio/mpeg", "a" * 64)
OPUS = Facts("steps.opus", 400, 12.5, "audio/ogg", "0" * 64)
MP3_LINES = f"""\
  file: steps.mp3
  bytes: 1000
  seconds: 12.5
  type: audio/mpeg
  sha256: "{"a" * 64}"
"""
OPUS_LINES = f"""\
  file: steps.opus
  bytes: 400
  seconds: 12.5
  type: audio/ogg
  sha256: "{"0" * 64}"
"""
BEFORE = '---\ntitle: "Steps"   # ours\n\n# about the sound\n'
AFTER = "people:\n    - {alias: Sam, role: host}\nstatus: draft\n---\nrecording: in the text\n\n---\nmore\n"


@pytest.mark.parametrize(
    "old",
    [
        "recording: phone.m4a\n",
        "recording: {file: phone.m4a,\n  bytes: 3}\n",
        "recording:\n  url: https://cdn.example/a.mp3\n\n  bytes: 3\n",
        "recording: phone.m4a\nlow_data: phone.opus\n",
        "recording :\n\tfile: a.mp3\nlow_data:\n  file: b.opus\n",
    ],
    ids=["name", "flow", "store", "both", "odd spaces"],
)
def test_only_the_two_settings_change(old: str) -> None:
    text = BEFORE + old + AFTER

    written = write_facts(text.encode(), MP3, OPUS).decode()

    assert written == f"{BEFORE}recording:\n{MP3_LINES}low_data:\n{OPUS_LINES}{AFTER}"
    assert write_facts(written.encode(), MP3, OPUS).decode() == written


def test_a_setting_elsewhere_stays_where_it_is() -> None:
    text = "---\nlow_data: old.opus\ntitle: Steps\nrecording: old.mp3\n---\n"

    written = write_facts(text.encode(), MP3, OPUS).decode()

    assert written == f"---\nlow_data:\n{OPUS_LINES}title: Steps\nrecording:\n{MP3_LINES}---\n"


def test_settings_that_are_missing_are_added_at_the_end_of_the_settings() -> None:
    written = write_facts(b"---\ntitle: Steps\n---\nText\n", MP3, OPUS).decode()

    assert (
        written == f"---\ntitle: Steps\nrecording:\n{MP3_LINES}low_data:\n{OPUS_LINES}---\nText\n"
    )


def test_a_comment_beside_the_setting_and_windows_line_ends_are_kept() -> None:
    text = b"\xef\xbb\xbf---\r\nrecording: a.mp3  # from the hall\r\ntitle: Steps\r\n---\r\nText"

    written = write_facts(text, MP3, OPUS)

    assert written.startswith(
        b"\xef\xbb\xbf---\r\nrecording:  # from the hall\r\n  file: steps.mp3\r\n"
    )
    assert written.endswith(b'"\r\ntitle: Steps\r\n---\r\nText')
    assert written.count(b"\n") == written.count(b"\r\n")


def test_a_key_that_only_starts_alike_is_another() -> None:
    text = "---\nrecordings: 3\nrecording_by: 4\nrecording: a.mp3\n---\n"

    written = write_facts(text.encode(), MP3, OPUS).decode()

    assert written.startswith(
        "---\nrecordings: 3\nrecording_by: 4\nrecording:\n  file: steps.mp3\n"
    )


@pytest.mark.parametrize(
    "text", [b"", b"Words.\n", b"---\ntitle: Steps\n", b"Words\n---\na: b\n---\n"]
)
def test_a_file_without_settings_is_refused(text: bytes) -> None:
    with pytest.raises(NoFrontMatter):
        write_facts(text, MP3, OPUS)
