"""What people carry: links that work without a network, and the boxes of a page as a card."""

from typing import Any

import pytest

from recovery_radio.model.hub import Hub
from recovery_radio.model.page import Html, Page, Prose
from recovery_radio.model.problem import Origin
from recovery_radio.render.pocket import bind, card_key, card_of, lines_to_carry, pages_to_carry
from sites import read_station

SITE = "https://tiny.example/radio/"


def page(path: str, text: str = "", **settings: Any) -> Page:
    origin = Origin(f"site/pages/{path}", {})
    title = path.rpartition("/")[2].removesuffix(".md")
    return Page(origin=origin, title=title, summary="B", path=path, text=text, text_line=4, **settings)  # fmt: skip


def prose(markup: str) -> Prose:
    return Prose(Html(markup), ())


INDEX = page("harm-minimisation/index.md", "[B](bravo.md) and [A](alpha.md)")
ALPHA, BRAVO, LONE = (page(f"harm-minimisation/{name}.md") for name in ("alpha", "bravo", "lone"))
PAGES = [INDEX, BRAVO, ALPHA]


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return read_station(tmp_path_factory.mktemp("station"))[0]


def test_pages_come_in_the_order_of_the_one_that_leads_to_them(hub: Hub) -> None:
    hub = hub._replace(pages=(LONE, ALPHA, page("about.md"), INDEX, BRAVO))

    assert pages_to_carry(hub) == [INDEX, BRAVO, ALPHA, LONE]
    assert pages_to_carry(hub._replace(pages=(ALPHA, BRAVO))) == []


def test_only_numbers_for_an_emergency_a_crisis_or_drugs_are_carried(hub: Hub) -> None:
    line = hub.helplines["samaritans"]
    lines = {
        "drugs": line.model_copy(update={"use": "drugs-alcohol"}),
        "crisis": line,
        "family": line.model_copy(update={"use": "family"}),
        "by-text": line.model_copy(update={"number": None}),
    }

    carried = lines_to_carry(hub._replace(helplines=lines))

    assert [one.use for one in carried] == ["crisis", "drugs-alcohol"]


@pytest.mark.parametrize(
    ("href", "leads_to"),
    [
        ("../../harm-minimisation/bravo/", "#harm-minimisation-bravo"),
        ("../bravo/#s-signs", "#harm-minimisation-bravo-s-signs"),
        ("#s-signs", "#harm-minimisation-alpha-s-signs"),
        ("#source-2", "#harm-minimisation-alpha-source-2"),
        ("../", "#harm-minimisation"),
        ("../lone/", f"{SITE}harm-minimisation/lone/"),
        ("../../services/harbour/", f"{SITE}services/harbour/"),
        ("tel:999", "tel:999"),
        ("https://other.example/a#b", "https://other.example/a#b"),
    ],
)
def test_a_link_leads_to_its_place_in_the_file_or_is_written_out(href: str, leads_to: str) -> None:
    bound = bind(prose(f'<p>Go <a href="{href}">there</a>.</p>'), ALPHA, PAGES, SITE)

    assert bound == f'<p>Go <a href="{leads_to}">there</a>.</p>'


def test_places_of_two_pages_do_not_meet_and_pictures_stay_behind() -> None:
    text = '<h2 id="s-a">A &amp; B</h2><p>See <picture><source srcset="a.avif"><img src="a.png"></picture>it <img src="b.png">now.</p>'

    bound = bind(prose(text), BRAVO, PAGES, SITE)

    assert bound == '<h2 id="harm-minimisation-bravo-s-a">A &amp; B</h2><p>See it now.</p>'
    assert isinstance(bound, Html)


BOXES = """
<div class="admonition danger"><p class="admonition-title">Call 999 now if</p>
<ul><li>they <em>will</em>
 not wake<span class="rr-claim"> (Wales)<sup><a href="#source-1">1</a></sup></span></li></ul><p>Ring.</p></div>
<div class="admonition tip"><p class="admonition-title">Do</p>
<ol><li><strong>Look.</strong> Is it safe?</li><li>Take <strong>care</strong></li></ol></div>
<div class="admonition warning"><p class="admonition-title">Do not</p><ul><li>do not wait</li></ul></div>
<div class="admonition warning"><p class="admonition-title">Later</p><ul><li>not this</li></ul></div>
"""


def test_a_card_has_the_first_box_of_each_kind_as_plain_words() -> None:
    card = card_of(ALPHA, prose(BOXES))

    assert card
    assert (card.emergency_title, card.emergency) == (
        "Call 999 now if",
        ["they will not wake (Wales)"],
    )
    assert (card.do, card.in_order) == (["Look.", "Take care"], True)
    assert card.do_not == ["do not wait"]


def test_a_box_without_a_list_gives_its_sentences() -> None:
    text = '<div class="admonition danger"><p class="admonition-title">Act</p><p>Go now.</p></div><div class="admonition tip"><ul><li>ask</li></ul></div>'
    card = card_of(ALPHA, prose(text))

    assert card
    assert (card.emergency, card.in_order, card.do_not) == (["Go now."], False, [])


def test_an_item_within_an_item_is_told_once() -> None:
    text = '<div class="admonition tip"><ul><li>ring\n<ul><li>999</li></ul></li><li>stay</li></ul></div>'
    card = card_of(ALPHA, prose(text))

    assert card
    assert card.do == ["ring 999", "stay"]


def test_whether_a_card_has_steps_is_for_its_own_box_to_say() -> None:
    plain = '<div class="admonition tip"><ul><li>ask</li></ul></div>'
    card = card_of(ALPHA, prose(plain + plain.replace("ul>", "ol>")))

    assert card
    assert (card.do, card.in_order) == (["ask"], False)


def test_a_page_without_a_list_of_what_to_do_or_elsewhere_has_no_card() -> None:
    assert card_of(ALPHA, prose("<p>Words.</p>")) is None
    assert card_of(ALPHA, prose("")) is None
    assert card_key(ALPHA, prose(BOXES)) == "harm-minimisation-alpha"
    assert card_key(ALPHA, prose("<p>Words.</p>")) == ""
    assert card_key(page("about.md"), prose(BOXES)) == ""
