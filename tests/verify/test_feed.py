"""The feed and the sitemap: what would break an app or a subscription."""

import pytest

from verify.finished import Site

FAULTS = [
    ("<title>Tiny &amp; small</title>", "", 4, "feed-channel"),
    ("<link>https://tiny.example/radio/</link>", "<link> </link>", 4, "feed-channel"),
    ("<description>Tiny.</description>", "<description/>", 4, "feed-channel"),
    ('version="2.0"', 'version="1.0"', 3, "feed-channel"),
    ("<title>One &amp; only</title>", "", 9, "feed-item"),
    ('<guid isPermaLink="false">tiny-0001</guid>', "", 9, "feed-item"),
    ("tiny-0002", "tiny-0001", 17, "feed-item"),
    ("Wed, 12 Mar 2025 18:00:00 +0000", "2025-03-12", 9, "feed-item"),
    ("Wed, 12 Mar 2025 18:00:00 +0000", "Wed, 12 Mar 2025 18:00:00 -0000", 9, "feed-item"),
    ("Wed, 12 Mar 2025 18:00:00 +0000", "Wed, 30 Feb 2025 18:00:00 +0000", 9, "feed-item"),
    ("<pubDate>Wed, 12 Mar 2025 18:00:00 +0000</pubDate>", "", 9, "feed-item"),
    ('length="9"', 'length="10"', 14, "feed-item"),
    ('length="9"', 'length="0"', 14, "feed-item"),
    ('length="9"', 'length="None"', 14, "feed-item"),
    ('length="9"', 'length="-9"', 14, "feed-item"),
    ('length="9"', "", 14, "feed-item"),
    ('length="9" type="audio/mpeg"', 'length="9" type="audio/ogg"', 14, "feed-item"),
    ('length="9" type="audio/mpeg"', 'length="9"', 14, "feed-item"),
    ("https://tiny.example/radio/episodes/one/one.mp3", "episodes/one/one.mp3", 14, "feed-item"),
    (
        "https://tiny.example/radio/episodes/one/one.vtt",
        "https://tiny.example/radio/x.vtt",
        15,
        "dead-link",
    ),
    ("radio/episodes/one/</link>", "radio/episodes/two/</link>", 12, "dead-link"),
    ("https://tiny.example/radio/feed.xml", "https://tiny.example/radio/rss.xml", 8, "dead-link"),
    ("https://tiny.example/radio/episodes/one/one.vtt", "javascript:x", 15, "unsafe-scheme"),
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

    assert site.found() == {("feed.xml", line, code)}


def test_an_episode_without_its_recording_is_found(site: Site) -> None:
    site.change("feed.xml", '<enclosure url="https://cdn.example/two.mp3"', '<x a="b"')

    assert site.found() == {("feed.xml", 17, "feed-item")}


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
