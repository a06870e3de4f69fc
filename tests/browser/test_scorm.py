"""The training pack in a learning platform: npm's scorm-again plays it in a frame, as others do."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, expect

from browser.test_accessibility import AXE, violations
from browser.visits import Visit
from sites import EPISODE, build_site
from training import MODULE, PACK

PLATFORM = Path(__file__).parents[1] / "oracles/node_modules/scorm-again/dist/scorm12.min.js"
# The platform keeps what it is told, as one with a database would.
PAGE = """<!doctype html><meta charset="utf-8"><title>Platform</title><link rel="icon" href="data:,">
<script src="scorm12.min.js"></script>
<script>
window.told = [];
window.API = new Scorm12API({autocommit: false, logLevel: 5});
window.met = 0;
const meet = API.LMSInitialize;
API.LMSInitialize = (empty) => (met += 1) && meet.call(API, empty);
API.on("LMSSetValue.*", (name, value) => told.push([name, value]));
API.on("LMSFinish", () => told.push(["finish", ""]));
const begun = new URLSearchParams(location.search);
if (begun.has("status")) API.loadFromFlattenedJSON({
  "cmi.core.lesson_status": begun.get("status"),
  "cmi.core.score.raw": begun.get("score"),
  "cmi.core.lesson_mode": begun.get("mode") || "normal",
}, "");
</script>
<iframe src="package/module-1.html" title="Module" width="900" height="700"></iframe>"""
RIGHT = ("Somebody who depends on alcohol", "Everybody", "The score", "A group for families")
Browse = Callable[..., Visit]


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not PLATFORM.is_file():
        pytest.fail("scorm-again is missing. `make clients` installs it.")
    root = tmp_path_factory.mktemp("station")
    public = build_site(root / "station", EPISODE, MODULE, PACK)
    folder = root / "platform"
    with zipfile.ZipFile(public / "gp-training/pack-scorm.zip") as package:
        package.extractall(folder / "package")
    shutil.copy(PLATFORM, folder)
    (folder / "index.html").write_text(PAGE, "utf-8")
    return folder


@pytest.fixture
def open_at(visit: Browse, serve_folder: Callable[..., str], platform: Path) -> Browse:
    def open_path(path: str = "", **options: Any) -> Visit:
        return visit(serve_folder(platform) + path, **options)

    return open_path


def answer(module: Any, answers: tuple[str, ...]) -> None:
    for number, say in enumerate(answers, 1):
        question = module.get_by_role("group", name=f"Question {number}")
        question.get_by_role("radio", name=say, exact=True).check()
    module.get_by_role("button", name="See how I did").click()


def module_in(guest: Visit) -> FrameLocator:
    return guest.page.frame_locator("iframe")


def value(guest: Visit, name: str) -> str:
    return str(guest.page.evaluate("name => API.getCMIValue(name)", f"cmi.core.{name}"))


def test_a_module_is_passed_when_its_questions_are_answered(open_at: Browse) -> None:
    guest = open_at()
    module = module_in(guest)
    expect(module.get_by_role("heading", level=1)).to_have_text('Drinking & "talking"')
    guest.page.wait_for_function("met === 1")
    assert value(guest, "lesson_status") == "incomplete"

    answer(module, RIGHT)

    expect(module.get_by_role("status")).to_have_text(
        "4 of 4 right: 100 out of 100. You have passed this module. "
        "Your learning platform has been told."
    )
    expect(module.get_by_role("status")).to_be_focused()
    assert value(guest, "lesson_status") == "passed"
    assert [value(guest, f"score.{part}") for part in ("raw", "min", "max")] == ["100", "0", "100"]
    assert guest.foreign == []
    assert guest.faults == []


def test_a_module_is_failed_below_the_mark_and_may_be_tried_again(open_at: Browse) -> None:
    guest = open_at()
    module = module_in(guest)

    answer(module, ("Nobody", *RIGHT[1:]))

    assert (value(guest, "lesson_status"), value(guest, "score.raw")) == ("failed", "75")
    expect(module.get_by_role("status")).to_contain_text("3 of 4 right: 75 out of 100.")
    expect(module.get_by_text("Some people are in danger if they do.")).to_be_visible()

    module.get_by_role("button", name="Answer again").click()
    expect(module.get_by_role("status")).to_be_empty()
    expect(module.get_by_text("Some people are in danger if they do.")).to_be_hidden()
    answer(module, RIGHT)

    assert (value(guest, "lesson_status"), value(guest, "score.raw")) == ("passed", "100")


def test_a_platform_is_told_a_score_and_a_time_and_no_answer(open_at: Browse) -> None:
    guest = open_at()
    answer(module_in(guest), RIGHT)
    guest.page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    guest.page.wait_for_function("told.some(([name]) => name === 'finish')")

    told = dict(guest.page.evaluate("told"))
    assert set(told) == {
        "cmi.core.lesson_status",
        "cmi.core.score.min",
        "cmi.core.score.max",
        "cmi.core.score.raw",
        "cmi.core.session_time",
        "finish",
    }
    assert told["cmi.core.session_time"].startswith("0000:00:")


def test_a_better_result_stays(open_at: Browse) -> None:
    guest = open_at("?status=passed&score=100")

    answer(module_in(guest), ("Nobody", *RIGHT[1:]))

    assert (value(guest, "lesson_status"), value(guest, "score.raw")) == ("passed", "100")
    expect(module_in(guest).get_by_role("status")).to_contain_text("keeps the better result")


def test_a_platform_that_takes_nothing_is_not_said_to_be_told(open_at: Browse) -> None:
    guest = open_at()
    module = module_in(guest)
    expect(module.get_by_role("heading", level=1)).to_be_visible()
    guest.page.evaluate("API.LMSCommit = () => 'false'")

    answer(module, RIGHT)

    expect(module.get_by_role("status")).to_contain_text("so nothing is kept")


def test_a_page_that_the_browser_brings_back_meets_the_platform_again(open_at: Browse) -> None:
    guest = open_at()
    guest.page.wait_for_function("met === 1")
    frame = guest.page.frames[-1]

    for persisted, met in (("false", 1), ("true", 2)):
        frame.evaluate(
            f"dispatchEvent(new PageTransitionEvent('pageshow', {{persisted: {persisted}}}))"
        )
        assert guest.page.evaluate("met") == met


def test_somebody_who_only_looks_back_changes_nothing(open_at: Browse) -> None:
    guest = open_at("?status=failed&score=50&mode=review")

    answer(module_in(guest), RIGHT)

    assert (value(guest, "lesson_status"), value(guest, "score.raw")) == ("failed", "50")
    expect(module_in(guest).get_by_role("status")).to_contain_text("so nothing is kept")


def test_a_module_works_without_a_platform_and_keeps_nothing(open_at: Browse) -> None:
    guest = open_at("package/module-1.html")

    answer(guest.page, RIGHT)

    expect(guest.page.get_by_role("status")).to_contain_text("so nothing is kept")
    assert guest.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]
    assert guest.page.url.endswith("module-1.html")
    assert (guest.foreign, guest.faults) == ([], [])


def test_without_scripting_all_of_a_module_is_there(open_at: Browse) -> None:
    guest = open_at("package/module-1.html", java_script_enabled=False)

    expect(guest.page.get_by_role("heading", name="Step 3")).to_be_visible()
    explained = guest.page.get_by_text("What is right, and why").first
    explained.click()
    expect(guest.page.get_by_text("Some people are in danger if they do.")).to_be_visible()


def test_paper_tells_which_choice_leads_to_which_step(open_at: Browse) -> None:
    page = open_at("package/module-1.html").page
    after = page.get_by_text("After step 1: “You look tired.”")
    expect(after).to_be_hidden()

    page.emulate_media(media="print")

    expect(after).to_be_visible()


def test_the_case_leads_from_step_to_step_within_the_frame(open_at: Browse) -> None:
    guest = open_at()
    module = module_in(guest)
    module.get_by_text("“You look tired.”").first.click()

    module.get_by_role("link", name="Go on to step 2").click()

    expect(module.get_by_text("He waits. And now?")).to_be_visible()
    assert guest.page.frames[-1].url.endswith("module-1.html")


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_a_module_before_and_after_its_questions(
    width: int, open_at: Browse
) -> None:
    size = {"width": width, "height": 700}
    page = open_at("package/module-1.html", bypass_csp=True, viewport=size).page
    page.evaluate(AXE)

    assert violations(page, "light") == []
    assert violations(page, "dark") == []
    answer(page, ("Nobody", *RIGHT[1:]))
    assert violations(page, "light") == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_links_open_beside_the_platform(open_at: Browse) -> None:
    guest = open_at("package/module-1.html")
    links = guest.page.locator("a[href^='http']")

    assert links.count() > 3
    for link in links.all():
        assert link.get_attribute("target") == "_blank"
        assert "noopener" in str(link.get_attribute("rel"))
    help_now = guest.page.get_by_role("link", name="help now")
    assert help_now.get_attribute("href") == "https://tiny.example/help-now/"
