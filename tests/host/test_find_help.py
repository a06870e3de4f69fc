"""The page `find-help` in a built station: its form, its list, and files that no other page loads."""

import json
from pathlib import Path

import pytest

from recovery_radio.host.find_help import ASSETS, door_times
from sites import EPISODE, NOW, SERVICE, build_site, edit, read_station


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("station"), SERVICE, EPISODE)


def test_the_page_offers_what_there_is_and_hides_it_until_its_script_runs(public: Path) -> None:
    page = (public / "find-help/index.html").read_text("utf-8")

    assert '<option value="talk" data-rr-number=' in page
    assert ">Talk to somebody (1)</option>" in page
    assert '<option value="Crawley" data-rr-number="0">Crawley (1)</option>' in page
    form = page[page.index("<form") : page.index(">", page.index("<form"))]
    assert form.endswith(" hidden")


def test_the_list_lies_where_the_script_looks_for_it(public: Path) -> None:
    told = json.loads((public / "assets/radio/find.json").read_text("utf-8"))

    assert told["id"] == "harbour"
    assert told["name"] == 'Harbour & "friends"'


def test_only_pages_that_need_a_style_or_script_load_it(public: Path) -> None:
    loading = {
        path.parent.relative_to(public).as_posix()
        for path in public.rglob("index.html")
        if any(f'/{asset}"' in path.read_text("utf-8") for asset in ASSETS if "find" in asset)
    }

    assert loading == {"find-help"}
    page = (public / "find-help/index.html").read_text("utf-8")
    assert [
        page.index(f"../assets/radio/{asset}") for asset in ("radio.css", *ASSETS[:2])
    ] == sorted(page.index(f"../assets/radio/{asset}") for asset in ("radio.css", *ASSETS[:2]))


def test_a_card_on_a_list_tells_when_its_door_is_open(public: Path) -> None:
    town = (public / "services/towns/crawley/index.html").read_text("utf-8")
    episode = (public / "episodes/first-steps/index.html").read_text("utf-8")

    assert 'class="rr-open" data-rr-open="' in town
    assert '/assets/radio/open.js"' in town
    assert "rr-open" not in episode
    assert "open.js" not in episode


def test_only_doors_with_known_hours_have_times(tmp_path: Path) -> None:
    unknown = edit(
        SERVICE, ("harbour", "unknown"), ('    hours:\n      mon-fri: "10:00-16:00"\n', "")
    )
    hub, problems = read_station(tmp_path, SERVICE, unknown)

    assert problems == []
    times = door_times(hub.services, NOW.date())
    assert {key: [town for town, _ in doors] for key, doors in times.items()} == {
        "harbour": ["Crawley"]
    }
