"""The extension of feedgen: elements in their order, escaped, with their own prefixes."""

from feedgen.feed import FeedGenerator
from lxml import etree

from recovery_radio.render.feed_tags import CONTENT, ITUNES, PODCAST, ChannelTags, ItemTags


def test_elements_stand_in_their_order_with_known_prefixes_and_are_escaped() -> None:
    feed = FeedGenerator()
    feed.register_extension("radio", ChannelTags, ItemTags, atom=False)
    feed.title("A")
    feed.link(href="https://a.example/", rel="alternate")
    feed.description("B")
    feed.radio.add(ITUNES, "author", "C & <D>")
    feed.radio.add_category("E & F", "G")
    feed.radio.add_category("H", None)
    feed.radio.add_nested("owner", (("name", "I"), ("email", "j@k.example")))
    item = feed.add_entry()
    item.title("L")
    item.radio.add(PODCAST, "person", "M", {"role": 'ho"st'})
    item.radio.add(CONTENT, "encoded", "<p>N</p>")

    text = feed.rss_str(pretty=True).decode()

    lines = [line.strip() for line in text.splitlines()]
    start = lines.index("<itunes:author>C &amp; &lt;D&gt;</itunes:author>")
    assert lines[start : start + 10] == [
        "<itunes:author>C &amp; &lt;D&gt;</itunes:author>",
        '<itunes:category text="E &amp; F">',
        '<itunes:category text="G"/>',
        "</itunes:category>",
        '<itunes:category text="H"/>',
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
