"""Kindling's pages on staying safer, held to the form of the health service."""

import re
from pathlib import Path
from statistics import mean

import pytest
from lxml import html

FOLDER = Path(__file__).parents[1] / "site/pages/harm-minimisation"
PAGES = sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != "index")
WANTED = {
    "alcohol-do-not-stop-suddenly", "blood-borne-viruses", "cutting-down", "lost-tolerance",
    "methadone-and-buprenorphine", "mixing", "naloxone", "nitazenes", "overdose",
    "safer-injecting-and-kit", "sex-and-drugs", "storing-medicine", "street-benzos",
    "using-alone-and-checking",
}  # fmt: skip


def boxes(page: html.HtmlElement, kind: str) -> list[html.HtmlElement]:
    return page.xpath(f"//article//div[@class='admonition {kind}']")


def read(kindling: Path, name: str) -> html.HtmlElement:
    return html.parse(kindling / f"harm-minimisation/{name}/index.html").getroot()


def test_there_are_fourteen_pages_and_the_first_leads_to_all(kindling: Path) -> None:
    assert set(PAGES) == WANTED

    start = html.parse(kindling / "harm-minimisation/index.html")
    links = set(start.xpath("//article//a/@href"))
    assert {f"../harm-minimisation/{name}/" for name in PAGES} <= links


@pytest.mark.parametrize("name", PAGES)
def test_a_page_begins_with_when_to_act_and_says_what_to_do_and_not(
    name: str, kindling: Path
) -> None:
    page = read(kindling, name)
    first = page.xpath("//article//h1/following-sibling::*[1]")[0]
    assert first.get("class") == "admonition danger"
    assert first.xpath("string(p[1])") in ("Call 999 now if", "Act within 72 hours")
    assert "999" in first.text_content()

    do, do_not = boxes(page, "tip")[0], boxes(page, "warning")[0]
    assert do.xpath("string(p[1])") in ("Do", "Do, in this order")
    assert do_not.xpath("string(p[1])") == "Do not"
    # Heard without its heading, a line that lacks the words is a command to do it.
    assert [li for li in do_not.xpath(".//li") if not li.text_content().startswith("do not ")] == []
    assert [li for li in do.xpath(".//li") if "not " in li.text_content()[:7]] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_places_near_a_card_and_its_sources(name: str, kindling: Path) -> None:
    page = read(kindling, name)
    assert page.xpath("//*[@aria-labelledby='near-you']//dd//a")
    [card] = page.xpath("//p[@class='rr-carry']/a/@href")
    sheet = html.parse(kindling / "harm-minimisation/cards/index.html")
    assert sheet.xpath(f"//section[@id='{card.partition('#')[2]}']")
    assert "a clinician has yet to approve this page" in page.text_content()


@pytest.mark.parametrize("name", PAGES)
def test_sentences_are_short(name: str) -> None:
    text = (FOLDER / f"{name}.md").read_text("utf-8").split("---", 2)[2]
    words = re.sub(r"\]\([^)]*\)|[\[*\]|#!>]|^ *(-|\d+\.) ", " ", text, flags=re.MULTILINE)
    sentences = [one.split() for one in re.split(r"[.?!:;]\s|\n\s*\n|\n(?=\s{4})", words)]
    assert mean(len(one) for one in sentences if len(one) > 1) <= 20
