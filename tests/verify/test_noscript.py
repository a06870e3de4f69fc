"""Pages that differ with scripting on and off are told from those that do not."""

from collections import Counter

import pytest
from selectolax.lexbor import LexborHTMLParser

from recovery_radio.verify.noscript import reads_alike


@pytest.mark.parametrize(
    "text",
    [
        "<p>No such thing</p>",
        "<noscript>Plain words &amp; more.</noscript>",
        '<noscript><p class="a">Words <a href="x/" hidden>link</a></p></noscript>',
        "<NOSCRIPT ><ul><li>x</li></ul></NOSCRIPT >",
        "<noscript><div>never closed</noscript><p>after</p>",
    ],
)
def test_plain_words_and_whole_tags_hide_nothing_from_the_first_reading(text: str) -> None:
    without, with_scripts = (
        Counter(node.tag for node in LexborHTMLParser(text, scripting=scripting).css("*"))
        for scripting in (False, True)
    )

    assert reads_alike(text)
    assert not with_scripts - without


@pytest.mark.parametrize(
    "text",
    [
        '<noscript><p title="</noscript><img src=x onerror=zcan()>">',
        "<noscript><!--</noscript><img src=x onerror=zcan()>-->",
        "<noscript><title></noscript><img src=x onerror=zcan()></title>",
        "<noscript><style></noscript><img src=x onerror=zcan()></style>",
        "<noscript><p title='</noscript><img src=x onerror=zcan()>'>",
        "<noscript><p title=</noscript><img src=x onerror=zcan()>>",
        "<noscript/<p title='</noscript><img src=x onerror=zcan()>'>",
        '<!-- <noscript> --> <noscript><p title="</noscript><img src=x onerror=zcan()>">',
        "<noscript><p>never closed <noscript>",
        "<noscript x=y>words</noscript>",
    ],
)
def test_anything_else_is_read_both_ways(text: str) -> None:
    assert not reads_alike(text)
