"""Text that people wrote: what is refused, what is put right, and what is left alone."""

import unicodedata
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from recovery_radio.model.text import (
    Email,
    FileName,
    Guid,
    HttpsUrl,
    Phone,
    PlainText,
    Postcode,
    Slug,
    Title,
    find_unsafe,
    is_https_url,
    is_slug,
    normalise,
)

PLAIN: TypeAdapter[str] = TypeAdapter(PlainText)
TITLE: TypeAdapter[str] = TypeAdapter(Title)


def fits(kind: Any, text: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError:
        return False
    return True


@given(st.text(max_size=80))
def test_plain_text_is_normal_trimmed_and_without_anything_invisible(text: str) -> None:
    try:
        plain = PLAIN.validate_python(text)
    except ValidationError:
        return

    assert plain == unicodedata.normalize("NFC", plain).strip()
    assert plain
    assert not {unicodedata.category(char) for char in plain} & {"Cc", "Cs", "Co", "Zl", "Zp"}
    assert not set(plain) & set("\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a\u202e\u2066\u2069")


@given(st.text(max_size=80))
def test_plain_text_that_was_taken_once_is_taken_again_unchanged(text: str) -> None:
    try:
        plain = PLAIN.validate_python(text)
    except ValidationError:
        return

    assert PLAIN.validate_python(plain) == plain


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "S", "Zs"]), max_size=80))
def test_ascii_that_can_be_typed_is_plain_text_as_it_is(text: str) -> None:
    if text.strip():
        assert PLAIN.validate_python(text) == text.strip()


@given(st.text(max_size=40))
def test_a_title_never_holds_angle_brackets(text: str) -> None:
    try:
        title = TITLE.validate_python(text)
    except ValidationError:
        return

    assert "<" not in title
    assert ">" not in title


@pytest.mark.parametrize(
    "text",
    [
        "Tŷ Golau & “Café” – 10 °C",
        "مرحبا بكم",
        "نیم‌فاصله",
        "क्षेत्र",
        "👩🏽‍❤️‍👨🏻 together",
        "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f Wales",
        "Москва and Αθήνα",
        "a \U0001fae9 that is younger than this Python",
    ],
)
def test_words_of_many_languages_and_emoji_are_plain_text(text: str) -> None:
    assert PLAIN.validate_python(text) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ring \u202e321 0080\u202c", "control-character"),
        ("two\nlines", "control-character"),
        ("a\x1b[31mred", "control-character"),
        ("a\x00b", "control-character"),
        ("line\u2028separator", "control-character"),
        ("\U0001f3f4\U000e0068\U000e0069\U000e007f", "control-character"),
        ("private \ue000", "control-character"),
        ("h\u0308\u0308\u0308\u0308\u0308\u0308", "stacked-marks"),
        ("S\u0430maritans", "mixed-scripts"),
        ("\u0391lcohol", "mixed-scripts"),
    ],
)
def test_what_would_mislead_a_reader_is_refused(text: str, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        PLAIN.validate_python(text)

    assert [error["type"] for error in caught.value.errors()] == [code]


def test_the_place_of_what_is_unsafe_is_told() -> None:
    assert find_unsafe("ab\u202ec") == (2, "control-character", "the invisible character U+202E")
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    assert find_unsafe(f"{flag}\u202e") == (
        7,
        "control-character",
        "the invisible character U+202E",
    )
    assert find_unsafe("two\n\tlines", lines=True) is None


def test_what_copy_and_paste_leaves_behind_is_dropped_without_a_word() -> None:
    assert normalise("soft\u00adhyphen and \ufeffmark\u200b") == "softhyphen and mark"
    assert normalise("Cafe\u0301") == "Caf\u00e9"


@pytest.mark.parametrize("text", ["", " \u00a0 ", "\ufeff", "a" * 2001])
def test_plain_text_is_neither_empty_nor_endless(text: str) -> None:
    assert not fits(PlainText, text)


@pytest.mark.parametrize(
    "text",
    [
        "7",
        "abc",
        "tag:soundcloud,2010:tracks/123",
        "https://x.example/?p=12",
        "A title, no. 1",
        "é" * 500,
    ],
)
def test_a_guid_may_be_whatever_a_podcast_had_before(text: str) -> None:
    assert TypeAdapter(Guid).validate_python(text) == text


@pytest.mark.parametrize(
    "text", ["", " a", "a ", "a\nb", "a\tb", "a\u202eb", "a\u200bb", "e\u0301", "a" * 501]
)
def test_a_guid_that_would_change_on_its_way_is_none(text: str) -> None:
    assert not fits(Guid, text)


@pytest.mark.parametrize("text", ["first-steps", "a", "2024", "a" * 64])
def test_a_slug_is_small_letters_digits_and_single_hyphens(text: str) -> None:
    assert fits(Slug, text)
    assert is_slug(text)


@pytest.mark.parametrize(
    "text", ["", "First", "a_b", "a--b", "-a", "a-", "a b", "a.b", "é", "a\n", "a" * 65, "../a"]
)
def test_anything_else_is_no_slug(text: str) -> None:
    assert not fits(Slug, text)
    assert not is_slug(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "https://example.org/",
        "https://EXAMPLE.org/Path?q=a%20b&c=(d)#e",
        "https://www.nhs.uk:443/a'b",
        "https://xn--t-8ga.cymru/",
        "https://a.b-c.example:65535",
        "https://example.org?q",
    ],
)
def test_a_public_web_address_is_taken(text: str) -> None:
    assert fits(HttpsUrl, text)
    assert is_https_url(text)


@pytest.mark.parametrize(
    "text",
    [
        "http://example.org/",
        "HTTPS://example.org/",
        "//example.org/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://0x7f.1/",
        "https://a..example/",
        "https://-a.example/",
        "https://nhs.uk@evil.example/",
        "https://example.org\\@evil.example/",
        "https://example.org/<script>",
        'https://example.org/"onclick=x',
        "https://example.org/ x",
        "https://example.org/\n",
        "https://example.org:99999/",
        "https://\u017famaritans.example/",
        "https://samar\u0131tans.example/",
        "https://\u212aelvin.example/",
        "https://caf\u00e9.example/",
        "javascript:alert(1)",
        "https:/example.org",
        "https://",
        "",
    ],
)
def test_what_is_no_public_web_address_is_refused(text: str) -> None:
    assert not fits(HttpsUrl, text)
    assert not is_https_url(text)


@given(st.from_regex(r"https://[!-~]{1,30}", fullmatch=True))
def test_an_address_that_is_taken_can_be_taken_apart(text: str) -> None:
    if is_https_url(text):
        parts = urlsplit(text)
        assert parts.hostname
        assert parts.username is None
        assert parts.port is None or parts.port <= 65535


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (FileName, ["a.mp3", "first-steps.v2.mp3", "cover_1.jpg"],
         ["../a.mp3", "a/b.mp3", ".mp3", "a", "A.mp3", "a.mp3.", "a..mp3", "a.mp3\n", "a b.mp3"]),
        (Email, ["hello@example.org", "a.b+c@x-y.example"],
         ["hello", "a@b", "a@b.example\nbcc:c@d.example", "a b@c.example", "a@b.example?subject=x", "é@b.example"]),
        (Phone, ["999", "116 123", "01632 960123", "0800 1111"],
         ["99", "+44 1632 960123", "01632-960123", "01632 960123;ext=1", " 999", "999 ", "٩٩٩"]),
        (Postcode, ["S1 2HH", "RH10 0AA", "SW1A 1AA"],
         ["s1 2hh", "S12HH", "S1  2HH", "RH10 0A", "S1 2HH "]),
    ],
)  # fmt: skip
def test_a_narrow_kind_of_text_takes_its_own_form_only(
    kind: Any, good: list[str], bad: list[str]
) -> None:
    assert [text for text in good if not fits(kind, text)] == []
    assert [text for text in bad if fits(kind, text)] == []


@pytest.mark.parametrize(
    ("kind", "text", "repair"),
    [
        (Phone, "+44 1632 960123", "Write `01632 960123`."),
        (Phone, "+44 (0)1632 960123", "Write `01632 960123`."),
        (Phone, "0044 1632 960 123", "Write `01632 960 123`."),
        (Phone, "(01632) 960-123", "Write `01632 960 123`."),
        (Phone, "01632 960123 ext 4", 'Write it in the national form, in quotes: `"01632 960123"`.'),
        (Phone, "01632 960123 / 960124", 'Write it in the national form, in quotes: `"01632 960123"`.'),
        (Postcode, "rh100aa", "Write `RH10 0AA`."),
        (Postcode, "s1  2hh", "Write `S1 2HH`."),
        (Postcode, "RH10", "Write it in capitals with one space, such as `S1 2HH`."),
    ],
)  # fmt: skip
def test_what_was_meant_is_written_out_where_nobody_could_mean_anything_else(
    kind: Any, text: str, repair: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(text)

    assert caught.value.errors()[0]["ctx"]["repair"] == repair
