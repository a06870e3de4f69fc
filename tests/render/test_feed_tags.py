"""The extension of feedgen: elements in their order, escaped, with their own prefixes."""

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from recovery_radio.render.feed_tags import (
    CONTENT,
    ITUNES,
    PODCAST,
    ChannelTags,
    Tag,
    make_item,
)


def item_of() -> etree._Element:
    entry = FeedEntry()
    entry.title("L")
    person = Tag(PODCAST + "person", "M", {"role": 'ho"st'})
    return make_item(entry, (person, Tag(CONTENT + "encoded", "<p>N</p>")))


def write(items: list[etree._Element]) -> str:
    feed = FeedGenerator()
    feed.register_extension("radio", ChannelTags, atom=False)
    feed.title("A")
    feed.link(href="https://a.example/", rel="alternate")
    feed.description("B")
    feed.lastBuildDate("2026-01-01T00:00:00Z")
    feed.radio.add_items(items)
    inner = (Tag(ITUNES + "category", None, {"text": "G"}),)
    feed.radio.add(
        Tag(ITUNES + "author", "C & <D>"),
        Tag(ITUNES + "category", None, {"text": "E & F"}, inner),
    )
    owner = (Tag(ITUNES + "name", "I"), Tag(ITUNES + "email", "j@k.example"))
    feed.radio.add(Tag(ITUNES + "owner", None, {}, owner))
    text: bytes = feed.rss_str(pretty=True)
    return text.decode()


def test_elements_stand_in_their_order_with_known_prefixes_and_are_escaped() -> None:
    text = write([item_of()])

    lines = [line.strip() for line in text.splitlines()]
    start = lines.index("<itunes:author>C &amp; &lt;D&gt;</itunes:author>")
    assert lines[start : start + 9] == [
        "<itunes:author>C &amp; &lt;D&gt;</itunes:author>",
        '<itunes:category text="E &amp; F">',
        '<itunes:category text="G"/>',
        "</itunes:category>",
        "<itunes:owner>",
        "<itunes:name>I</itunes:name>",
        "<itunes:email>j@k.example</itunes:email>",
        "</itunes:owner>",
        "<item>",
    ]
    assert '<podcast:person role="ho&quot;st">M</podcast:person>' in lines
    assert "<content:encoded>&lt;p&gt;N&lt;/p&gt;</content:encoded>" in lines
    # Each namespace is declared once, at the root, and none is named ns0.
    assert text.count("xmlns:podcast=") == 1
    assert "ns0" not in text
    assert etree.fromstring(text.encode()).tag == "rss"


def test_an_item_can_stand_in_several_documents() -> None:
    item = item_of()

    assert write([item]) == write([item])
    assert write([item, item]).count("<item>") == 2
