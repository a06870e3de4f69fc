"""What people carry: a file that opens from a stick, cards that fit, pages on one sheet."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import AXE, violations
from browser.test_print import PAPER, pages_of
from browser.visits import Visit

MOST_BYTES = 300_000
MOST_SIDES = 2


@pytest.fixture(scope="module")
def address(kindling: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(kindling)


@pytest.fixture(scope="module")
def stick(kindling: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file alone in a folder, as on a stick."""
    pack = kindling / "harm-minimisation/pocket-pack.html"
    return Path(shutil.copy(pack, tmp_path_factory.mktemp("stick")))


def test_the_pack_is_small_and_its_size_is_told(address: str, stick: Path, visit: Callable[..., Visit]) -> None:  # fmt: skip
    size = stick.stat().st_size
    assert size <= MOST_BYTES

    page = visit(address + "harm-minimisation/").page
    expect(page.get_by_role("listitem").filter(has_text="Pocket pack")).to_contain_text(
        f"(less than {-(-size // 10_000) * 10} kB)"
    )
    with page.expect_download() as download:
        page.get_by_role("link", name="Pocket pack").click()
    assert Path(download.value.path()).read_bytes() == stick.read_bytes()


@pytest.mark.parametrize("scripting", [True, False])
def test_the_pack_opens_from_a_stick_and_asks_for_nothing(
    scripting: bool, stick: Path, visit: Callable[..., Visit]
) -> None:
    window = visit(java_script_enabled=scripting, viewport={"width": 320, "height": 640})
    asked: list[str] = []
    window.page.on("request", lambda request: asked.append(request.url))
    window.page.goto(stick.as_uri())

    assert asked == [stick.as_uri()]
    assert (window.foreign, window.faults) == ([], [])
    assert window.page.title() == "Information"
    contents = window.page.get_by_role("navigation", name="In this file")
    contents.get_by_role("link", name="Nitazenes").click()
    expect(window.page.get_by_role("heading", name="Nitazenes", exact=True)).to_be_in_viewport()
    assert window.page.context.cookies() == []


def test_every_link_in_the_pack_leads_to_one_place_or_is_written_out(
    stick: Path, visit: Callable[..., Visit]
) -> None:
    page = visit(stick.as_uri(), viewport={"width": 320, "height": 640}).page
    found = page.evaluate(
        """() => {
            const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
            const hrefs = [...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href"));
            const lost = hrefs.filter((href) => !/^(#|https:|tel:|sms:)/.test(href)
                || (href.startsWith("#") && !document.getElementById(href.slice(1))));
            const small = [...document.querySelectorAll("header a, nav a, section a")]
                .filter((a) => a.getBoundingClientRect().height < 24).map((a) => a.outerHTML);
            return {
                twice: ids.filter((id, nth) => ids.indexOf(id) !== nth),
                inside: hrefs.filter((href) => href.startsWith("#")).length,
                lost,
                small,
                wide: document.documentElement.scrollWidth,
                pages: document.querySelectorAll("article").length,
            };
        }"""
    )
    assert found["inside"] > 60
    assert found == {
        "twice": [], "lost": [], "small": [], "wide": 320, "pages": 15, "inside": found["inside"],
    }  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_pack(
    scheme: str, stick: Path, visit: Callable[..., Visit]
) -> None:
    # Its own rules allow no script, not even a test's.
    page = visit(bypass_csp=True, color_scheme=scheme, viewport={"width": 360, "height": 740}).page
    page.goto(stick.as_uri())
    page.evaluate(AXE)
    assert violations(page, scheme) == []


def test_a_page_is_one_sheet_and_four_cards_are_one_side(
    address: str, kindling: Path, visit: Callable[..., Visit]
) -> None:
    page = visit(viewport=PAPER).page
    page.emulate_media(media="print")
    pages = sorted(path.parent.name for path in kindling.glob("harm-minimisation/*/index.html"))
    for name in pages:
        page.goto(f"{address}harm-minimisation/{name}/")
        sides = pages_of(page.pdf(prefer_css_page_size=True))
        if name == "cards":
            cut = "found => found.filter((card) => card.scrollHeight > card.clientHeight).map((card) => card.id)"
            assert page.locator(".rr-cut__card").evaluate_all(cut) == []
            assert sides == ["595 x 842"] * -(-(len(pages) - 1) // 4)
        else:
            assert 0 < len(sides) <= MOST_SIDES, name
