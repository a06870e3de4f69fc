"""Hostile files in a real station: refused with place and reason, or harmless; never in between."""

import logging
import re
import shutil
from pathlib import Path

import pytest
from lxml import etree

from hostile_station import FOLDER, PAGES, SAMPLES, STRINGS, name_of, page_of, write_hostile
from recovery_radio.host.build import Failed, check_station
from recovery_radio.verify.site import verify_site
from sites import EPISODE, PLAIN, SERVICE, build_site, write_files

REFUSED = {
    "fm_author": "unknown-key",
    "fm_bidi_title": "control-character",
    "fm_c1_ctrl": "control-character",
    "fm_canonical": "unknown-key",
    "fm_colon": "bad-yaml",
    "fm_description": "unknown-key",
    "fm_dup_key": "duplicate-key",
    "fm_homoglyph": "mixed-scripts",
    "fm_icon": "unknown-key",
    "fm_merge_bomb": "yaml-alias",
    "fm_norway": "unknown-key",
    "fm_recursive": "yaml-alias",
    "fm_revision_date": "unknown-key",
    "fm_search_type": "unknown-key",
    "fm_tab_indent": "bad-yaml",
    "fm_template_redirect_ext": "unknown-key",
    "fm_template_traverse": "unknown-key",
    "fm_title_script": "angle-bracket",
    "fm_zalgo": "stacked-marks",
    "unclosed_fm": "no-front-matter",
    "brackets_16k": "unreadable-text",
    "hr_recursion": "unreadable-text",
    "zero_byte": "not-utf8",
    "img_onerror_nullbyte": "not-utf8",
    "attr_list_onerror": "dead-link",
    "js_link": "dead-link",
    "js_link_case": "dead-link",
    "js_link_entity": "dead-link",
    "script_in_footnote": "dead-link",
    "script_in_link_title": "dead-link",
    "vb_link": "dead-link",
}
"""Pages that stop the build, and why. All others are published, with what is hostile as text."""

HARMLESS = [page for page in PAGES if page.stem not in REFUSED]


@pytest.mark.parametrize("sample", [p for p in PAGES if p.stem in REFUSED], ids=lambda p: p.stem)
def test_a_page_is_refused_by_name_with_its_fault(
    sample: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_hostile(tmp_path, [sample])

    with pytest.raises(Failed):
        check_station(tmp_path / "mkdocs.yml", strict=False)

    named = f"{FOLDER}/{name_of(sample)}:"
    told = [m for m in caplog.messages if m.endswith("]")]
    assert any(m.startswith(named) and m.endswith(f"[{REFUSED[sample.stem]}]") for m in told)
    assert all(m.startswith(named) for m in told)


def test_harmless_pages_are_published_as_text_and_change_no_other_page(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    plain = build_site(tmp_path / "plain", EPISODE, SERVICE)
    root = write_hostile(tmp_path / "hostile", HARMLESS)
    with caplog.at_level(logging.WARNING):
        public = build_site(root, EPISODE, SERVICE, strict=False)

    for path in plain.rglob("*"):
        if path.is_file() and not path.name.startswith("sitemap.xml"):
            assert path.read_bytes() == (public / path.relative_to(plain)).read_bytes(), path
    for sample in HARMLESS:
        page = (public / page_of(sample) / "index.html").read_text("utf-8")
        source = sample.read_text("utf-8")
        assert ("KEEPME" in page) == ("KEEPME" in source), sample
        if re.search(
            r"<[a-zA-Z!?]",
            re.sub(
                r"`[^`]*`|^---.*?^---|<https?:[^>]*>", "", source, flags=re.DOTALL | re.MULTILINE
            ),
        ):
            told = f"{FOLDER}/{name_of(sample)}:"
            assert any(m.startswith(told) for m in caplog.messages), sample
    assert verify_site(public, "https://tiny.example/") == []


@pytest.mark.parametrize("sample", sorted((SAMPLES / "service").iterdir()), ids=lambda p: p.stem)
def test_a_hostile_service_is_refused_by_name(
    sample: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, PLAIN, EPISODE, SERVICE)
    name = f"services_directory/{sample.name.replace('_', '-')}"
    shutil.copy(sample, tmp_path / name)

    with pytest.raises(Failed):
        check_station(tmp_path / "mkdocs.yml", strict=False)

    told = [m for m in caplog.messages if m.endswith("]")]
    assert told
    assert all(m.startswith(f"{name}:") for m in told)


SERVICE_FAULTS = [
    ("  phone: 1:30:00", "bad-phone"),
    ('  phone: "0300;+44999"', "bad-phone"),
    ("  web: javascript:zcan()", "bad-address"),
    ("  web: http://nhs.uk/", "bad-address"),
    ("  web: https://127.0.0.1/", "bad-address"),
    ("  web: https://nhs.uk@evil.example/", "bad-address"),
    ("  web: https://evil.example/<script>", "bad-address"),
    ('  web: "https://evil.example/\\"onclick=zcan()"', "bad-address"),
]


@pytest.mark.parametrize(("line", "code"), SERVICE_FAULTS)
def test_a_hostile_way_to_contact_is_refused(
    line: str, code: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    text = SERVICE.replace('contact: {phone: "01632 960123"}', f"contact:\n{line}")
    write_files(tmp_path, PLAIN, text)

    with pytest.raises(Failed):
        check_station(tmp_path / "mkdocs.yml", strict=False)

    assert any(
        m.startswith("services_directory/harbour.yml:15:") and code in m for m in caplog.messages
    )


def test_markup_in_the_name_of_a_service_is_shown_as_text(tmp_path: Path) -> None:
    text = SERVICE.replace('Harbour & "friends"', '"</title><script>zcan()</script>"')
    public = build_site(tmp_path, text)

    for page in public.rglob("*.html"):
        assert "<script>zcan" not in page.read_text("utf-8")
    assert verify_site(public, "https://tiny.example/") == []


BESIDE = [
    *(("recording", "mp3", p) for p in sorted((SAMPLES / "audio").glob("*.mp3"))),
    *(("recording", "ogg", p) for p in sorted((SAMPLES / "audio").glob("*.ogg"))),
    *(("recording", "opus", p) for p in sorted((SAMPLES / "audio").glob("*.opus"))),
    *(("transcript", "vtt", p) for p in sorted((SAMPLES / "vtt").glob("*.vtt"))),
    *(("cover", p.suffix[1:], p) for p in sorted((SAMPLES / "image").iterdir())),
]
ACCEPTED = {"html_in_tags.mp3", "bom.vtt", "author_text.png", "trailer.png"}
"""Files that are what they say; what rides along in them is another matter. Transcripts that only
hold markup, notes or entities are accepted too: their words are published, and nothing else."""
WORDS = {"entity_cue.vtt", "note_name.vtt", "style_url.vtt"}


@pytest.mark.parametrize(("kind", "ending", "sample"), BESIDE, ids=lambda v: getattr(v, "name", v))
def test_a_hostile_file_beside_an_episode_is_refused_by_name_or_published_without_its_sting(
    kind: str, ending: str, sample: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    name = f"hostile.{ending}"
    text = EPISODE
    if kind == "recording":
        text = re.sub(r"recording:\n(  .*\n)+transcript.*\n", f"recording: {name}\n", text)
    elif kind == "transcript":
        text = text.replace("transcript: transcript.vtt", f"transcript: {name}")
    else:
        text = text.replace("topics:", f"cover: {{file: {name}, alt: A picture}}\ntopics:")
    write_files(tmp_path, PLAIN, text)
    shutil.copy(sample, tmp_path / "episodes/first-steps" / name)

    try:
        public = build_site(tmp_path, strict=False)
    except Failed:
        told = [m for m in caplog.messages if m.endswith("]")]
        named = f"episodes/first-steps/{'index.md' if sample.name == 'voice_name.vtt' else name}:"
        assert any(m.startswith(named) for m in told), caplog.text
        assert sample.name not in ACCEPTED
        return
    assert sample.name in ACCEPTED | WORDS | {"bidi.vtt", "ctrl.vtt", "end_before_start.vtt"}
    page = (public / "episodes/first-steps/index.html").read_text("utf-8")
    published = (
        page + (public / "episodes/first-steps/transcript.vtt").read_text("utf-8")
        if kind == "transcript"
        else page
    )
    for sting in ("<script>zcan", "<img src=x", "url(https", "Jane Legal", 'href="javascript'):
        assert sting not in published
    assert verify_site(public, "https://tiny.example/") == []


@pytest.mark.parametrize("key", STRINGS)
@pytest.mark.parametrize(
    "field",
    ['title: Steps & "hope"', "summary: How it began.", "Welcome to the *first* programme."],
)
def test_a_hostile_text_is_refused_or_the_feed_stays_whole(
    key: str, field: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    value = STRINGS[key]
    quoted = (
        '"'
        + "".join(
            c if c.isascii() and c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}"
            for c in value
        )
        + '"'
    )
    name, colon, _ = field.partition(": ")
    new = f"{name}: {quoted}" if colon else value
    write_files(tmp_path, PLAIN)
    path = tmp_path / "episodes/first-steps"
    write_files(tmp_path, EPISODE)
    text = (path / "index.md").read_text("utf-8").replace(field, new, 1)
    (path / "index.md").write_text(text, "utf-8", errors="surrogatepass")

    try:
        public = build_site(tmp_path, SERVICE, strict=False)
    except Failed:
        assert any(m.startswith("episodes/first-steps/index.md:") for m in caplog.messages), (
            caplog.text
        )
        assert "must survive" not in value
        assert key not in ("emoji_zwj", "welsh", "arabic", "formula_plus")
        return
    items = etree.fromstring((public / "feed.xml").read_bytes()).findall(".//item")
    assert len(items) == 1
    if key in ("emoji_zwj", "welsh", "arabic"):
        assert value in "".join(str(t) for t in items[0].itertext())
