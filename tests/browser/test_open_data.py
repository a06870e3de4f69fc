"""Data inside a page run nothing, and the card is fetched from the site itself."""

from collections.abc import Callable
from pathlib import Path

from browser.visits import Visit
from open_data import REAL
from sites import build_site


def test_data_for_search_engines_are_neither_run_nor_complained_of(
    visit: Callable[..., Visit], serve_folder: Callable[[Path], str], tmp_path: Path
) -> None:
    guest = visit(serve_folder(build_site(tmp_path, REAL)) + "services/harbour/")

    block = guest.page.locator('script[type="application/ld+json"]')
    assert "Harbour" in (block.text_content() or "")
    assert "ld+json" not in guest.page.inner_text("body")
    assert guest.faults == []
    assert guest.foreign == []


def test_a_card_is_saved_without_scripting(
    visit: Callable[..., Visit], serve_folder: Callable[[Path], str], tmp_path: Path
) -> None:
    url = serve_folder(build_site(tmp_path, REAL)) + "services/harbour/"
    guest = visit(url, java_script_enabled=False)

    with guest.page.expect_download() as saved:
        guest.page.get_by_role("link", name="Save to your contacts").click()
    assert saved.value.suggested_filename == "service.vcf"
    assert saved.value.path().read_bytes().startswith(b"BEGIN:VCARD\r\n")
