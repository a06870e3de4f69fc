"""Scripts: ours and Pagefind's, and ours neither store nor send."""

from importlib.resources import files

import pytest

from recovery_radio.verify.scripts import find_storage
from verify.finished import Site


def test_every_script_of_the_package_passes(site: Site) -> None:
    theme = files("recovery_radio") / "theme/assets/radio"
    names = [entry.name for entry in theme.iterdir() if entry.name.endswith(".js")]
    for name in names:
        site.write(f"assets/radio/{name}", (theme / name).read_bytes())

    assert len(names) >= 2
    assert site.problems() == []


def test_a_script_of_ours_may_move_but_not_change(site: Site) -> None:
    script = (site.root / "assets/radio/radio.js").read_bytes()
    site.write("assets/other/radio.js", script)
    assert site.problems() == []

    site.write("assets/other/radio.js", script + b"\n")
    assert site.found() == {("assets/other/radio.js", 1, "foreign-script")}


@pytest.mark.parametrize(
    "line",
    [
        "localStorage.setItem('a', 'b');",
        "window['sessionStorage']",
        "document.cookie = 'a=b';",
        "document . cookie",
        "indexedDB.open('a')",
        "await caches.open('a')",
        "navigator.serviceWorker.register('sw.js')",
        "navigator.sendBeacon('/x')",
        "cookieStore.set('a', 'b')",
    ],
)
def test_a_script_that_leaves_a_trace_is_named_with_its_line(site: Site, line: str) -> None:
    site.write("assets/radio/more.js", f"// @ts-check\n\n{line}\n")

    assert ("assets/radio/more.js", 3, "storage") in site.found()


def test_words_that_only_look_like_storage_are_left_alone() -> None:
    assert list(find_storage(b"mylocalStorages; cachesize; document.cookies; caches;")) == []
