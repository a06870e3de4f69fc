"""One seeded fault a case, in a feed that has none: code, line, and a repair."""

import re
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_radio.verify.lint.feed import lint_feed
from recovery_radio.verify.lint.finding import RULES, Finding
from verify.lint.good_feed import GOOD

ADDRESS = "https://tiny.example/feed.xml"
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
ENCLOSURE = 'one.mp3" length="9000" type="audio/mpeg"'
SRI = "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC"
GUID = '<guid isPermaLink="false">tiny-0001</guid>'
SELF = '<atom:link rel="self" type="application/rss+xml" href="https://tiny.example/feed.xml"/>'

FILE = [
    ("Tiny &amp; “small”", "Tiny & small", 9, "feed-not-xml"),
    ("<title>Two</title>", "<title>Two</titel>", 75, "feed-not-xml"),
    ("<title>Two</title>", "<title>Two\x0b</title>", 75, "feed-not-xml"),
    ("<title>Two</title>", "<title>Two&nbsp;</title>", 75, "feed-not-xml"),
    ("<title>Two</title>", "<title>Two</title><other:x/>", 75, "feed-not-xml"),
    ("<rss", '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<rss', 2, "feed-doctype"),
    ('<?xml version="1.0" encoding="UTF-8"?>\n', "", 1, "feed-declaration"),
    ('encoding="UTF-8"', 'encoding="ISO-8859-1"', 2, "feed-declaration"),
    ('<rss version="2.0"', '<rss version="0.91"', 2, "feed-not-rss"),
    ('<rss version="2.0"', "<rss", 2, "feed-attribute-missing"),
    ("</channel>", "</channel>\n<channel/>", 88, "feed-not-rss"),
    ("namespace/1.0", "namespace/1.0/", 2, "feed-namespace"),
    ("https://podcastindex", "http://podcastindex", 2, "feed-namespace"),
    ("http://www.itunes.com/dtds", "https://www.itunes.com/dtds", 2, "feed-namespace"),
    ("http://www.itunes.com/dtds", "http://www.itunes.com/DTDs", 2, "feed-namespace"),
    ("http://www.w3.org/2005/Atom", "http://www.w3.org/2005/atom/", 2, "feed-namespace"),
    ("</channel>", f"<!--{' ' * 400_000}--></channel>", 2, "feed-big"),
    ("</channel>", f"<!--{' ' * 5_000_000}--></channel>", 2, "feed-too-big"),
]
TAGS = [
    ("<generator>Recovery Radio</generator>", "<generater>R</generater>", 16, "feed-unknown-tag"),
    (
        "<podcast:txt purpose",
        "<podcast:text>x</podcast:text><podcast:txt purpose",
        40,
        "feed-unknown-tag",
    ),
    ("<podcast:license>cc-by-4.0</podcast:license>", "<podcast:licence/>", 62, "feed-unknown-tag"),
    ("<itunes:season>1</itunes:season>", "<itunes:serie>1</itunes:serie>", 51, "feed-unknown-tag"),
    ("<title>Two</title>", "<title>Two</title><title>2</title>", 75, "feed-repeated-tag"),
    (
        "<podcast:locked>",
        "<podcast:locked>no</podcast:locked><podcast:locked>",
        29,
        "feed-repeated-tag",
    ),
    (
        "</psc:chapters>",
        '</psc:chapters><psc:chapter start="1" title="x"/>',
        72,
        "feed-misplaced-tag",
    ),
    (
        "<podcast:txt purpose",
        '<podcast:chapters url="https://a.example/b.json" type="application/json+chapters"/><podcast:txt purpose',
        40,
        "feed-misplaced-tag",
    ),
    (
        "<podcast:image href",
        '<podcast:images srcset="x"/><podcast:image href',
        34,
        "feed-deprecated",
    ),
    (' type="text/vtt"', "", 57, "feed-attribute-missing"),
    ('startTime="73.0" ', "", 60, "feed-attribute-missing"),
    (' length="9000"', "", 48, "feed-attribute-missing"),
    (' pubdate="Wed, 05 Mar 2025 18:00:00 GMT"', "", 35, "feed-attribute-missing"),
    (' feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"', "", 39, "feed-attribute-missing"),
    (' alt="A dot."', "", 34, "feed-attribute-advised"),
    ('language="en"', 'langauge="en"', 57, "feed-attribute-unknown"),
    (
        '<podcast:source uri="https://tiny.example/episodes/one/one.opus"/>',
        "",
        65,
        "feed-child-missing",
    ),
    (
        '<psc:chapter start="00:00:00.000" title="Hello"/>\n<psc:chapter start="00:12:34.500" title="The story" href="https://tiny.example/story/"/>\n',
        "",
        69,
        "feed-child-missing",
    ),
    (">Robin<", "><", 33, "feed-empty"),
    ('url="https://tiny.example/give/"', 'url=""', 32, "feed-empty"),
    ("<link>https://tiny.example/listen/</link>", "<link> </link>", 10, "feed-empty"),
    ("<language>en-gb</language>", "<language> en-gb</language>", 12, "feed-spaces"),
    ("<title>Two</title>", "<title>Two </title>", 75, "feed-spaces"),
    ("<title>Two</title>", f"<title>{'Two ' * 64}.</title>", 75, "feed-too-long"),
    (">Help us<", f">{'Help ' * 30}<", 32, "feed-too-long"),
    (">S6lpp-7ZCn8<", f">{'S6lpp' * 801}<", 40, "feed-too-long"),
    ('title="Low data"', f'title="{"Low data" * 5}"', 65, "feed-too-long"),
    ("What happened first.<", f"{'What é' * 600}<", 44, "feed-long-description"),
]
VALUES = [
    (
        "<itunes:explicit>false</itunes:explicit>",
        "<itunes:explicit>no</itunes:explicit>",
        23,
        "feed-choice",
    ),
    ("<itunes:type>serial", "<itunes:type>seriel", 24, "feed-choice"),
    ("<itunes:episodeType>bonus", "<itunes:episodeType>Bonus", 82, "feed-choice"),
    ("<podcast:locked>yes", "<podcast:locked>true", 29, "feed-choice"),
    ("<podcast:medium>podcast", "<podcast:medium>radio", 30, "feed-choice"),
    ('rel="captions"', 'rel="subtitles"', 57, "feed-choice"),
    ('default="false"', 'default="no"', 65, "feed-choice"),
    ('type="sri"', 'type="sha"', 67, "feed-choice"),
    ('id="amazon">yes', 'id="amazon">maybe', 37, "feed-choice"),
    ('purpose="ai-content">false', 'purpose="ai-content">some', 63, "feed-choice"),
    ('isPermaLink="false"', 'isPermaLink="no"', 46, "feed-choice"),
    (
        '<podcast:socialInteract protocol="disabled"/>',
        '<podcast:socialInteract protocol="smoke" uri="https://a.example/"/>',
        36,
        "feed-choice",
    ),
    ("<itunes:episode>1", "<itunes:episode>0", 52, "feed-number"),
    ("<itunes:season>1", "<itunes:season>one", 51, "feed-number"),
    ('name="Beginnings">1', 'name="Beginnings">1.5', 55, "feed-number"),
    ('display="Ch. 1">1', 'display="Ch. 1">I', 56, "feed-number"),
    ('startTime="73.0"', 'startTime="1:13"', 60, "feed-number"),
    ('season="1">Soon', 'season="first">Soon', 35, "feed-number"),
    ('geo="geo:54.5,-3.2"', 'geo="54.5,-3.2"', 64, "feed-form"),
    ('rrule="FREQ=WEEKLY"', 'rrule="weekly"', 38, "feed-form"),
    ("<language>en-gb", "<language>English", 12, "feed-language"),
    ("<language>en-gb", "<language>uk-english", 12, "feed-language"),
    ('language="en"', 'language="xx"', 57, "feed-language"),
    ("<itunes:email>hello@tiny.example", "<itunes:email>hello at tiny", 22, "feed-email"),
    ("hello@tiny.example (Tiny Station)", "Tiny Station", 14, "feed-email"),
    ("<link>https://tiny.example/episodes/one/", "<link>episodes/one/", 43, "feed-relative"),
    ("https://tiny.example/episodes/one/one.mp3", "episodes/one/one.mp3", 48, "feed-relative"),
    (
        "https://tiny.example/episodes/one/one.mp3",
        "http://tiny.example/episodes/one/one.mp3",
        48,
        "feed-http",
    ),
    (
        'image href="https://tiny.example/cover.png"/',
        'image href="http://tiny.example/cover.png"/',
        25,
        "feed-http",
    ),
    (
        "https://tiny.example/episodes/one/one.vtt",
        "http://tiny.example/episodes/one/one.vtt",
        57,
        "feed-http",
    ),
    (
        "<link>https://tiny.example/listen/",
        "<link>http://tiny.example/listen/",
        10,
        "feed-http-page",
    ),
    ("one/one.mp3", "one/café.mp3", 48, "feed-not-ascii"),
    ("one/one.mp3", "one/the one.mp3", 48, "feed-address"),
    ("<link>https://tiny.example/listen/", "<link>javascript:x", 10, "feed-address"),
    ("<link>https://tiny.example/listen/", "<link>https://[tiny/", 10, "feed-address"),
    ("Wed, 12 Mar 2025 18:00:00 +0000", "2025-03-12T18:00:00Z", 47, "feed-date"),
    ("Wed, 12 Mar 2025 18:00:00 +0000", "Sun, 30 Feb 2025 18:00:00 +0000", 47, "feed-date"),
    ("Wed, 12 Mar 2025 18:00:00 +0000", "Wed, 12 March 2025 18:00:00 +0000", 47, "feed-date"),
    ("Wed, 12 Mar 2025 18:00:00 +0000", "Wed, 12 Mar 25 18:00:00 +0000", 47, "feed-date"),
    ("Wed, 12 Mar 2025 18:00:00 +0000", "Wed, 12 Mar 2025 6:00 PM", 47, "feed-date"),
    ("Wed, 05 Mar 2025", "Wed, 05.03.2025", 35, "feed-date"),
    ("Wed, 12 Mar 2025", "Tue, 12 Mar 2025", 47, "feed-weekday"),
    ("Wed, 12 Mar 2025 18:00:00 +0000", "Wed, 12 Mar 2025 18:00:00", 47, "feed-no-zone"),
    ("Wed, 12 Mar 2025 18:00:00 +0000", "Wed, 12 Mar 2025 18:00:00 -0000", 47, "feed-no-zone"),
    ("Wed, 12 Mar 2025 18:00:00 +0000", "Wed, 12 Mar 2025 18:00:00 BST", 47, "feed-no-zone"),
    ("Wed, 12 Mar 2025 18:00:00 +0000", "Fri, 12 Mar 2027 18:00:00 +0000", 47, "feed-future"),
    ("<itunes:duration>1471", "<itunes:duration>24 minutes", 49, "feed-duration"),
    ("<itunes:duration>1471", "<itunes:duration>1471.6", 49, "feed-duration"),
    ("<itunes:duration>1471", "<itunes:duration>0", 49, "feed-duration"),
    ("<itunes:duration>1471", "<itunes:duration>24:31", 49, "feed-duration-form"),
    ("<itunes:duration>1471", "<itunes:duration>1:24:31", 49, "feed-duration-form"),
]
CHANNEL = [
    ("<title>Tiny &amp; “small”</title>", "", 8, "feed-required"),
    ("<title>Tiny &amp; “small”</title>", "<title/>", 8, "feed-required"),
    ("<link>https://tiny.example/listen/</link>", "", 8, "feed-required"),
    ("<description>Programmes of a tiny station.</description>", "", 8, "feed-required"),
    ("<language>en-gb</language>", "", 8, "feed-required"),
    (
        '<itunes:category text="Health &amp; Fitness"><itunes:category text="Mental Health"/></itunes:category>',
        "",
        8,
        "feed-required",
    ),
    ("<itunes:explicit>false</itunes:explicit>", "", 8, "feed-required"),
    ('<itunes:image href="https://tiny.example/cover.png"/>', "", 8, "feed-required"),
    ("<podcast:locked>yes</podcast:locked>", "", 8, "feed-recommended"),
    (
        "<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>",
        "",
        8,
        "feed-recommended",
    ),
    ("<itunes:author>Tiny Station</itunes:author>", "", 8, "feed-recommended"),
    ("Health &amp; Fitness", "Health &amp; fitness", 26, "feed-category"),
    ("Health &amp; Fitness", "Health &amp;amp; Fitness", 26, "feed-category"),
    ("Health &amp; Fitness", "Mental Health", 26, "feed-category"),
    (
        '<itunes:category text="Mental Health"/>',
        '<itunes:category text="Drama"/>',
        26,
        "feed-category",
    ),
    (
        'image href="https://tiny.example/cover.png"/',
        'image href="https://tiny.example/cover.webp"/',
        25,
        "feed-image-ending",
    ),
    ("one/cover.jpg", "one/cover", 54, "feed-image-ending"),
    (
        'https://tiny.example/feed.xml"/>',
        'https://tiny.example/rss.xml"/>',
        18,
        "feed-self-differs",
    ),
    ('rel="last"', 'rel="lats"', 20, "feed-link-rel"),
    ('rel="last"', 'rel="next"', 20, "feed-paging"),
    (
        'rel="next" href="https://tiny.example/feed-2.xml"',
        'rel="next" href="https://tiny.example/feed.xml"',
        19,
        "feed-paging",
    ),
    ("url>https://tiny.example/feed.xml", "url>https://new.example/feed.xml", 27, "feed-moved"),
    ("<copyright>Tiny Station", "<copyright>© 2025 Tiny Station", 13, "feed-copyright"),
    ("9b024349-ccf0-5f69-a609-6b82873eab3c", "tiny", 28, "feed-show-guid"),
    ("917393e3-1b1e-5cef-ace4-edaa54e1f810", "917393e3-1b1e-5cef-ace4", 39, "feed-show-guid"),
    (
        "9b024349-ccf0-5f69-a609-6b82873eab3c",
        "9b024349-ccf0-4f69-a609-6b82873eab3c",
        28,
        "feed-show-guid-version",
    ),
    ('id="amazon"', 'id="amazone"', 37, "feed-service"),
    ('role="host"', 'role="hots"', 33, "feed-role"),
    (
        ' url="https://creativecommons.org/licenses/by/4.0/">cc-by-4.0',
        ">tiny-1.0",
        31,
        "feed-license",
    ),
    ('protocol="disabled"', 'protocol="disabled" uri="https://a.example/"', 36, "feed-social"),
    ('protocol="disabled"', 'protocol="activitypub"', 36, "feed-social"),
]
ITEMS = [
    ("<title>One &amp; only</title>", "", 41, "feed-required"),
    (GUID, "", 41, "feed-required"),
    (GUID, "<guid/>", 46, "feed-required"),
    ("<pubDate>Wed, 12 Mar 2025 18:00:00 +0000</pubDate>", "", 41, "feed-required"),
    (f'<enclosure url="https://tiny.example/episodes/one/{ENCLOSURE}/>', "", 41, "feed-required"),
    ("<link>https://tiny.example/episodes/one/</link>", "", 41, "feed-recommended"),
    ("<description>What happened first.</description>", "", 41, "feed-recommended"),
    ("<itunes:duration>700</itunes:duration>", "", 74, "feed-recommended"),
    ('<itunes:image href="https://cdn.example/two.png"/>', "", 74, "feed-useful"),
    (
        '<podcast:transcript url="https://tiny.example/episodes/two/two.json" type="application/json"/>',
        "",
        74,
        "feed-useful",
    ),
    ("<itunes:episode>1</itunes:episode>", "", 41, "feed-serial"),
    (
        "<guid>https://tiny.example/episodes/two/",
        '<guid isPermaLink="false">tiny-0001',
        78,
        "feed-guid-repeated",
    ),
    (
        "<guid>https://tiny.example/episodes/two/",
        '<guid isPermaLink="false">Tiny-0001',
        78,
        "feed-guid-case",
    ),
    ('isPermaLink="false"', 'isPermaLink="true"', 46, "feed-guid-permalink"),
    (' isPermaLink="false"', "", 46, "feed-guid-permalink"),
    (
        "<itunes:duration>700",
        '<enclosure url="https://cdn.example/b.mp3" length="7" type="audio/mpeg"/><itunes:duration>700',
        81,
        "feed-several-enclosures",
    ),
    (
        'https://cdn.example/two.m4a?v=2" length="7000" type="audio/x-m4a"',
        f"https://tiny.example/episodes/one/{ENCLOSURE}",
        80,
        "feed-enclosure-repeated",
    ),
    ('length="9000"', 'length="0"', 48, "feed-length"),
    ('length="9000"', 'length="9 kB"', 48, "feed-length"),
    ('length="9000"', 'length="-9"', 48, "feed-length"),
    ('length="3000"', 'length="none"', 65, "feed-length"),
    ('length="9000" type="audio/mpeg"', 'length="9000" type="audio/mp3"', 48, "feed-media-type"),
    ('length="9000" type="audio/mpeg"', 'length="9000" type="mp3"', 48, "feed-media-type"),
    ('length="9000" type="audio/mpeg"', 'length="9000" type="audio mpeg"', 48, "feed-media-type"),
    ('type="audio/x-m4a"', 'type="audio/mpeg"', 80, "feed-ending"),
    ('one.srt" type="application/x-subrip"', 'one.srt" type="text/vtt"', 58, "feed-ending"),
    ("two.m4a?v=2", "two?file=m4a", 80, "feed-ending-unknown"),
    ('type="text/vtt"', 'type="text/webvtt"', 57, "feed-transcript-type"),
    ("application/json+chapters", "application/xml", 59, "feed-chapters-type"),
    ('role="guest" group="cast"', 'role="speaker" group="cast"', 61, "feed-role"),
    ('role="guest" group="cast"', 'role="guest" group="crew"', 61, "feed-role"),
    ('duration="60.0"', 'duration="9"', 60, "feed-soundbite"),
    ('startTime="73.0"', 'startTime="1450"', 60, "feed-beyond-end"),
    ("00:12:34.500", "01:12:34.500", 71, "feed-beyond-end"),
    ("00:12:34.500", "12m34s", 71, "feed-chapter-time"),
    ("00:12:34.500", "00:00:00.000", 71, "feed-chapter-order"),
    (SRI, "sha384-abc", 67, "feed-integrity"),
    (SRI, "0f343b0931126a20f133d67c2b018a3b", 67, "feed-integrity"),
    ("<li>One</li></ul>", "<li><b>One</b></li></ul><table/>", 45, "feed-notes-tags"),
]


def lint(feed: str) -> list[Finding]:
    return lint_feed(feed.encode(), address=ADDRESS, now=NOW)


def test_a_correct_feed_has_no_finding_of_any_level() -> None:
    assert lint(GOOD) == []


@pytest.mark.parametrize(("old", "new", "line", "code"), [*FILE, *TAGS, *VALUES, *CHANNEL, *ITEMS])
def test_a_fault_is_found_in_its_place_and_nothing_else(
    old: str, new: str, line: int, code: str
) -> None:
    assert old in GOOD

    findings = lint(GOOD.replace(old, new, 1))

    assert [(f.line, f.code) for f in findings] == [(line, code)]
    for finding in findings:
        assert finding.repair.endswith(".")
        assert finding.what.endswith(".")
        assert finding.source.startswith("https://")
        assert finding.level == RULES[code].level


def test_a_licence_of_ones_own_is_fine_with_its_address() -> None:
    own = GOOD.replace(
        "https://creativecommons.org/licenses/by/4.0/", "https://tiny.example/terms/"
    )

    assert lint(own.replace("cc-by-4.0", "tiny-1.0", 1)) == []


def test_the_feed_must_say_its_own_address() -> None:
    (found,) = lint(
        GOOD.replace(SELF, "").replace(
            "<itunes:new-feed-url>https://tiny.example/feed.xml</itunes:new-feed-url>", ""
        )
    )

    assert (found.line, found.code) == (8, "feed-required")
    assert 'href="https://tiny.example/feed.xml" rel="self"' in found.repair


def test_a_channel_without_episodes_is_refused_by_directories() -> None:
    start, end = GOOD.index("<item>"), GOOD.rindex("</item>") + len("</item>")
    empty = GOOD[:start] + GOOD[end:]

    assert [(f.line, f.code) for f in lint(empty)] == [(8, "feed-no-items")]
    assert lint(empty.replace("<podcast:medium>podcast<", "<podcast:medium>podcastL<")) == []


def test_text_that_is_not_utf_8_is_found_on_its_line() -> None:
    (found,) = lint_feed(b"<?xml version='1.0'?>\n<rss>\xe9</rss>")

    assert (found.line, found.code) == (2, "feed-not-utf8")


@pytest.mark.parametrize(
    "other", ["<html/>", "<feed xmlns='http://www.w3.org/2005/Atom'/>", "<rss/>"]
)
def test_another_kind_of_file_is_no_feed(other: str) -> None:
    assert "feed-not-rss" in {finding.code for finding in lint(other)}


def test_the_long_address_of_the_podcast_namespace_is_as_good_as_the_short_one() -> None:
    long = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"

    assert lint(GOOD.replace("https://podcastindex.org/namespace/1.0", long)) == []


def test_prefixes_are_free_and_other_namespaces_are_left_alone() -> None:
    other = GOOD.replace("<podcast:", "<pc:").replace("</podcast:", "</pc:")
    other = other.replace("xmlns:podcast", 'xmlns:x="https://x.example/" xmlns:pc')
    other = other.replace("<title>Two</title>", "<title>Two</title><x:y z='1'><b/></x:y>")

    assert lint(other) == []


def test_a_prefix_on_a_wholly_wrong_address_is_found() -> None:
    findings = lint(
        GOOD.replace("http://www.itunes.com/dtds/podcast-1.0.dtd", "https://podcasts.example/ns")
    )

    assert [f.code for f in findings if f.line == 2] == ["feed-namespace"]
    assert "http://www.itunes.com/dtds/podcast-1.0.dtd" in findings[0].repair


def test_the_word_doctype_in_show_notes_is_only_a_word() -> None:
    assert lint(GOOD.replace("<![CDATA[", "<![CDATA[<!DOCTYPE ")) == []


def test_a_repair_names_what_was_probably_meant() -> None:
    broken = GOOD.replace("<generator>Recovery Radio</generator>", "<generater/>")
    broken = broken.replace("Mental Health", "Mental Helth").replace(
        'type="text/vtt"', 'tpye="text/vtt"'
    )
    repairs = {finding.repair for finding in lint(broken)}

    assert {"Write `<generator>`.", "Write `Mental Health`.", "Write `type`."} <= repairs


def test_the_repair_of_a_mistyped_type_goes_by_the_name_of_the_file() -> None:
    (found,) = lint(GOOD.replace("audio/x-m4a", "audio/mp3"))

    assert (found.code, found.repair) == ("feed-media-type", "Write `audio/x-m4a`.")


ODD = [
    "",
    "0",
    "９９",
    "²",
    "9" * 5000,
    "https://[",
    "{}",
    "\u202e",
    "1e9",
    "99:99",
    "ipfs:",
    "audio/",
]
ODD += ["31 Dec 9999 23:59:59 -2359", "01 Jan 0001 00:00:00 +2359", "Wed, 12 Mar 0000 18:00:00 GMT"]


@pytest.mark.parametrize("odd", ODD)
def test_whatever_stands_in_a_place_the_linter_answers(odd: str) -> None:
    for found in re.finditer(r'="([^"<>]*)"|>([^<\n]+)<', GOOD):
        start, end = found.span(1 if found[1] is not None else 2)
        findings = lint_feed((GOOD[:start] + odd + GOOD[end:]).encode(), address=ADDRESS, now=NOW)

        assert all(finding.what.endswith(".") for finding in findings)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(GOOD)), st.integers(0, 60), st.text(max_size=6))
def test_whatever_is_cut_out_or_put_in_the_linter_answers(at: int, size: int, new: str) -> None:
    raw = (GOOD[:at] + new + GOOD[at + size :]).encode("utf-8", "surrogatepass")

    for finding in lint_feed(raw, address=ADDRESS, now=NOW):
        assert 1 <= finding.line <= raw.count(b"\n") + 1
        assert finding.what.endswith(".")


def test_the_source_of_a_finding_is_the_page_of_its_tag() -> None:
    (found,) = lint(GOOD.replace('type="sri"', 'type="sha"'))

    assert found.source == (
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/integrity.md"
    )


def test_a_date_in_the_future_is_noticed_only_by_a_clock() -> None:
    later = GOOD.replace("Wed, 12 Mar 2025", "Fri, 12 Mar 2027").encode()

    assert lint_feed(later, address=ADDRESS) == []


def test_lines_are_right_beyond_those_that_libxml2_remembers_and_in_tags_over_several_lines() -> (
    None
):
    comment = "<!--" + "\n" * 70_000 + "<item> -->"
    moved = GOOD.replace(
        "<title>Two</title>", f"{comment}<![CDATA[ <item>\n]]><title\n>Two </title>"
    )

    assert [(f.line, f.code) for f in lint(moved)] == [(75 + 70_000 + 1, "feed-spaces")]


def test_ten_thousand_episodes_take_a_few_seconds() -> None:
    head, item = (
        GOOD.split("<item>\n")[0],
        "<item>\n" + GOOD.split("<item>\n")[2].split("</channel>")[0],
    )
    items = "".join(
        item.replace("episodes/two/<", f"episodes/{n}/<").replace("two.m4a", f"{n}.m4a")
        for n in range(10_000)
    )
    feed = f"{head}{items}</channel></rss>"

    started = time.process_time()
    findings = lint(feed)
    seconds = time.process_time() - started

    assert [finding.code for finding in findings] == ["feed-too-big"]
    assert seconds < 10
