"""HTML as a tree of plain values."""

from typing import Any

import pytest

from recovery_radio.render.leaves import leaves_of

SITE = "https://tiny.example/"


def kids(markup: str) -> list[Any]:
    return list(leaves_of(f"<html><body>{markup}</body></html>", SITE)["kids"])


def test_an_element_keeps_what_a_template_draws_by() -> None:
    assert kids(
        '<ol type="A" start="3" onclick="x"><li class="a b">One <em>two</em></li></ol>'
    ) == [
        {
            "tag": "ol",
            "type": "A",
            "start": "3",
            "kids": [
                {
                    "tag": "li",
                    "class": "a b",
                    "kids": ["One ", {"tag": "em", "kids": ["two"]}],
                }
            ],
        }
    ]


def test_markup_of_another_kind_stays_a_text() -> None:
    [paragraph] = kids("<p>#sys.inputs *bold* &lt;b&gt; \\ $x$ @name</p>")

    assert paragraph["kids"] == ["#sys.inputs *bold* <b> \\ $x$ @name"]


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p>\n One\n  two </p>", ["One two"]),
        ("<p>One <em> two</em> three</p>", ["One ", ["two"], " three"]),
        ("<p>weeks <span> (<b>x</b>)</span></p>", ["weeks ", ["(", ["x"], ")"]]),
        ("<div> <p>One</p>\n<p>two</p> </div>", [["One"], ["two"]]),
        ("<li>One\n<ul><li>two</li></ul></li>", ["One", [["two"]]]),
        ("<p>One <br> two</p>", ["One", [], "two"]),
        ("<p>One<!-- no --> two</p>", ["One", " two"]),
    ],
)
def test_space_is_folded_as_a_browser_folds_it(markup: str, texts: list[Any]) -> None:
    def texts_of(leaf: Any) -> Any:
        return leaf if isinstance(leaf, str) else [texts_of(kid) for kid in leaf["kids"]]

    [leaf] = kids(markup)
    assert texts_of(leaf) == texts


def test_links_between_sections_stay_in_the_document_and_others_are_written_out() -> None:
    section = '<section id="{}" data-url="{}"><h1 id="top">{}</h1>{}</section>'
    one = section.format(
        "m1",
        "pack/one/",
        "One",
        '<a href="../two/">a</a><a href="#top">b</a><a href="../../help/#now">c</a>'
        '<a href="https://tiny.example/pack/two/">d</a><a href="tel:999">e</a>',
    )
    two = section.format("m2", "pack/two/", "Two", '<a href="../one/#top">f</a>')
    first, second = kids(one + two)

    links = [leaf.get("href") for leaf in (*first["kids"][1:], *second["kids"][1:])]
    assert links == [
        "#m2",
        "#m1--top",
        "https://tiny.example/help/#now",
        "https://tiny.example/pack/two/",
        "tel:999",
        "#m1--top",
    ]
    assert first["kids"][0]["id"] == "m1--top"
    assert second["id"] == "m2"


def test_a_place_is_named_once_and_only_if_a_link_leads_there() -> None:
    found = kids(
        '<p id="a">1</p><p id="a">2</p><p id="b">3</p><a href="#a">x</a><a href="#c">y</a>'
    )

    assert [leaf.get("id") for leaf in found] == ["a", None, None, None, None]
    assert [leaf.get("href") for leaf in found[3:]] == ["#a", None]


def test_no_heading_is_more_than_a_level_below_the_one_before() -> None:
    found = kids("<h2>a</h2><h4>b</h4><h4>c</h4><h1>d</h1><h3>e</h3>")

    assert [leaf["tag"] for leaf in found] == ["h1", "h2", "h3", "h1", "h2"]
