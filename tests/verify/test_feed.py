"""The feed and the sitemap: what would break an app or a subscription."""

import pytest

from verify.finished import Site

FAULTS = [
    ("<title>Tiny &amp; small</title>", "", 4, "feed-required"),
    ("<link>https://tiny.example/radio/</link>", "<link> </link>", 6, "feed-empty"),
    ('version="2.0"', 'version="1.0"', 2, "feed-not-rss"),
    ("<itunes:explicit>false", "<itunes:explicit>no", 8, "feed-choice"),
    ("tiny-0002", "tiny-0001", 19, "feed-guid-repeated"),
    ("Wed, 12 Mar 2025 18:00:00 +0000", "2025-03-12", 13, "feed-date"),
    ("<pubDate>Wed, 12 Mar 2025 18:00:00 +0000</pubDate>", "", 9, "feed-required"),
    ('length="9"', 'length="10"', 14, "feed-length-differs"),
    ('length="9"', 'length="0"', 14, "feed-length"),
    ('length="9"', "", 14, "feed-attribute-missing"),
    ('length="9" type="audio/mpeg"', 'length="9"', 14, "feed-attribute-missing"),
    (
        "https://tiny.example/radio/episodes/one/one.mp3",
        "episodes/one/one.mp3",
        14,
        "feed-relative",
    ),
    (
        "https://tiny.example/radio/episodes/one/one.vtt",
        "https://tiny.example/radio/x.vtt",
        15,
        "dead-link",
    ),
    ("radio/episodes/one/</link>", "radio/episodes/two/</link>", 12, "dead-link"),
    ("https://tiny.example/radio/feed.xml", "https://tiny.example/radio/rss.xml", 8, "dead-link"),
    (
        "https://tiny.example/radio/episodes/one/one.vtt",
        "javascript:x",
        15,
        "unsafe-scheme feed-address",
    ),
    ("<title>Two</title>", "<title>Two</title><script/>", 18, "unsafe-element"),
    ("<channel>", "<?xml-stylesheet href='x.xsl'?><channel>", 4, "unsafe-element"),
    ("<title>Two</title>", "<title>Two\x0b</title>", 18, "feed-broken"),
    ("<rss", '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss', 2, "feed-broken"),
    ("Tiny &amp; small", "Tiny & small", 5, "feed-broken"),
]


@pytest.mark.parametrize(("old", "new", "line", "code"), FAULTS)
def test_a_fault_of_the_feed_is_found_in_its_place(
    site: Site, old: str, new: str, line: int, code: str
) -> None:
    site.change("feed.xml", old, new)

    assert site.found() == {("feed.xml", line, each) for each in code.split()}


def test_an_episode_without_its_recording_is_found(site: Site) -> None:
    site.change("feed.xml", '<enclosure url="https://cdn.example/two.mp3"', '<x a="b"')

    assert site.found() == {("feed.xml", 17, "feed-required")}


def test_a_recording_that_is_something_else_is_found(site: Site) -> None:
    site.write("episodes/one/one.mp3", b"<!doctype")

    assert site.found() == {("feed.xml", 14, "feed-file-type")}


def test_every_feed_of_the_site_is_held_to_the_rules(site: Site) -> None:
    site.write("feeds/hope.xml", (site.root / "feed.xml").read_bytes())
    site.change("feeds/hope.xml", "tiny-0002", "tiny-0001")

    assert site.found() == {("feeds/hope.xml", 19, "feed-guid-repeated")}


def test_what_the_linter_only_warns_of_does_not_stop_a_site(site: Site) -> None:
    site.change("feed.xml", "<title>Two</title>", "<title> Two</title>")

    assert site.problems() == []


def test_a_feed_that_is_not_utf_8_is_broken(site: Site) -> None:
    site.write("feed.xml", b"<?xml version='1.0'?>\n<rss>\xe9</rss>")

    assert site.found() == {("feed.xml", 2, "feed-broken")}


@pytest.mark.parametrize(
    "address",
    [
        "https://tiny.example/radio/abut/",
        "https://evil.example/radio/about/",
        "http://tiny.example/radio/about/",
        "about/",
    ],
)
def test_a_sitemap_names_pages_of_the_site_only(site: Site, address: str) -> None:
    site.change("sitemap.xml", "https://tiny.example/radio/about/", address)

    assert site.found() == {("sitemap.xml", 4, "dead-link")}


def test_other_xml_files_have_only_to_be_well_formed(site: Site) -> None:
    site.write("search.xml", "<OpenSearchDescription/>")
    assert site.problems() == []

    site.write("search.xml", "<OpenSearchDescription>")
    assert site.found() == {("search.xml", 1, "feed-broken")}
