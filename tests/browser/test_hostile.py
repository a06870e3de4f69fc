"""Hostile pages in a real browser: no script of theirs runs, and nothing leaves."""

from collections.abc import Callable
from pathlib import Path

from browser.visits import Visit
from hostile_station import page_of, write_hostile
from sites import EPISODE, SERVICE, build_site
from test_hostile import HARMLESS

CANARY = "window.ran = 0; window.zcan = () => { window.ran += 1; };"


def test_no_hostile_page_runs_a_script_or_asks_another_host(
    visit: Callable[..., Visit], serve_folder: Callable[..., str], tmp_path: Path
) -> None:
    public = build_site(write_hostile(tmp_path, HARMLESS), EPISODE, SERVICE, strict=False)
    address = serve_folder(public)
    guest = visit()
    guest.page.add_init_script(CANARY)

    for url in ["", "find-help/", "episodes/first-steps/", *map(page_of, HARMLESS)]:
        guest.page.goto(address + url)
        controls = guest.page.locator("main a[href^='#'], main button, main summary")
        for control in controls.element_handles():
            if control.is_visible():  # What one press hides, the next cannot press.
                control.click()
        guest.page.mouse.move(200, 400)
        assert guest.page.evaluate("window.ran") == 0, url
        assert guest.page.title().endswith('Tiny & "small" radio'), url

    assert guest.foreign == []
    assert guest.faults == []
