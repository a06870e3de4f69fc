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


MARKED = '/*_*/"Press Shift again to exit."'


def translated(site: Site, text: str) -> str:
    script = (site.root / "assets/radio/radio.js").read_text("utf-8")
    assert MARKED in script
    return script.replace(MARKED, f"/*_*/{text}")


@pytest.mark.parametrize(
    "text", ['"Wyjście"', '"a \\" b"', "`a ${n} b`", '["a", "b"][+(n%10>=2 && n!=1 ? 0 : 1)]']
)
def test_a_translation_of_our_script_is_ours(site: Site, text: str) -> None:
    site.write("assets/radio/radio.js", translated(site, text).encode())

    assert site.problems() == []


@pytest.mark.parametrize(
    "text",
    [
        '"a" + alert(1)',
        "`a ${alert(1)} b`",
        "`a ${n.b} b`",
        "alert(1)",
        '["a", "b"][+(alert(1))]',
        '["a", "b"][+(n => alert(1))]',
        '["a", "b"][+(location = name)]',
    ],
)
def test_a_translation_that_does_something_is_not_ours(site: Site, text: str) -> None:
    site.write("assets/radio/radio.js", translated(site, text).encode())

    assert site.found() == {("assets/radio/radio.js", 1, "foreign-script")}
