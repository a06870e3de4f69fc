"""The training pack in a browser: every way through a case, the questions, the log, the desk aid."""

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.test_accessibility import AXE, SMALL, WIDTHS, overflow, violations
from browser.test_print import pages_of
from browser.visits import Visit
from recovery_radio.model.desk_aid import SIDE, height_of, size_of
from recovery_radio.model.module import START, Case, DeskAid
from sites import EPISODE, SERVICE, build_site, edit, read_station
from training import MODULE, PACK

SECOND = edit(
    MODULE, ("gp-training/drinking.md", "gp-training/second.md"), ("  number: 1", "  number: 2")
)
SITE = (EPISODE, SERVICE, MODULE, SECOND, PACK)
DRINKING = "gp-training/drinking/"
LOG = "gp-training/log/"
PAGES = ("gp-training/", DRINKING, f"{DRINKING}desk-aid/", LOG)
SCRIPTS = Path(__file__).parents[2] / "plugins/recovery_radio/theme/assets/radio"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("station"), *SITE)


@pytest.fixture(scope="module")
def address(public: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(public)


def the_case(root: Path) -> Case:
    hub, _ = read_station(root, *SITE)
    return next(page.module.case for page in hub.pages if page.module)


def ways(case: Case, name: str = START) -> Iterator[list[tuple[str, str | None]]]:
    """Give every way through a case: what is chosen at each step, and the step that follows."""
    for choice in case.steps[name].choices:
        here = (choice.say, choice.next)
        if choice.next is None:
            yield [here]
        else:
            yield from ([here, *rest] for rest in ways(case, choice.next))


def reach(page: Page, wanted: Locator) -> None:
    """Press Tab until something is focused."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"Tab does not come to {wanted}")


@pytest.mark.parametrize("scripting", [True, False])
def test_every_way_through_the_case_can_be_walked_by_keyboard(
    scripting: bool, address: str, tmp_path: Path, visit: Callable[..., Visit]
) -> None:
    case = the_case(tmp_path)
    numbers = {name: number for number, name in enumerate(case.in_order, 1)}
    every = list(ways(case))
    assert len(every) == 6
    window = visit(java_script_enabled=scripting, viewport={"width": 360, "height": 740})
    page = window.page
    for way in every:
        page.goto(f"{address}{DRINKING}")
        number, came = 1, [1]
        for say, following in way:
            step = page.locator(f"#step-{number}")
            expect(step).to_be_visible()
            choice = step.locator("details", has_text=say)
            reach(page, choice.locator("summary"))
            page.keyboard.press("Enter")
            expect(choice.locator(".rr-verdict")).to_be_visible()
            expect(choice.locator("p").nth(1)).to_be_visible()
            onward = choice.locator("a.rr-onward")
            reach(page, onward)
            page.keyboard.press("Enter")
            if following is None:
                expect(choice).to_contain_text("The case ends here.")
                expect(page.get_by_role("heading", name="Questions")).to_be_in_viewport()
            else:
                number = numbers[following]
                came.append(number)
                expect(page.locator(f"#step-{number} h3")).to_be_in_viewport()
        shown = [page.locator(f"#step-{n}").is_visible() for n in (1, 2, 3)]
        assert shown == ([n in came for n in (1, 2, 3)] if scripting else [True] * 3)
    assert (window.foreign, window.faults) == ([], [])


def test_a_step_that_is_entered_is_told_and_the_case_begins_again(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(f"{address}{DRINKING}").page
    before = page.evaluate("history.length")
    again = page.get_by_role("button", name="Begin the case again")
    expect(again).to_be_hidden()

    page.locator("summary", has_text="“You look tired.”").click()
    page.get_by_role("link", name="Go on to step 2").click()
    expect(page.get_by_role("heading", name="Step 2")).to_be_focused()
    # Another choice at an earlier step leads another way.
    page.locator("summary", has_text="“May I ask").click()
    page.locator("#step-1").get_by_role("link", name="Go on to step 3").click()
    expect(page.get_by_role("heading", name="Step 3")).to_be_focused()
    expect(page.locator("#step-2")).to_be_hidden()

    again.click()
    expect(page.get_by_role("heading", name="Step 1")).to_be_focused()
    assert page.locator("[data-rr-case] details[open]").count() == 0
    expect(page.locator("#step-3")).to_be_hidden()
    assert page.evaluate("history.length") == before
    assert page.url == f"{address}{DRINKING}"


def test_the_questions_count_the_first_answer_and_keep_nothing(
    address: str, visit: Callable[..., Visit]
) -> None:
    window = visit(f"{address}{DRINKING}")
    page = window.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    score = page.locator("[data-rr-score]")
    expect(score).to_have_text("")
    rights = [(1, 1), (2, 0), (3, 0), (4, 2)]
    told = [(1, 1), (2, 2), (3, 2), (4, 3)]
    for (number, answer), (answered, right) in zip(rights, told, strict=True):
        answers = page.locator(f"[data-rr-question]:has(#question-{number}) summary")
        answers.nth(answer).focus()
        page.keyboard.press("Space")
        expect(score).to_have_text(f"{answered} of 4 answered, {right} right at the first try.")
    # The right answer afterwards is read, and does not count.
    page.locator("[data-rr-question]:has(#question-3) summary").nth(1).click()
    expect(score).to_have_text("4 of 4 answered, 3 right at the first try.")
    expect(page.get_by_text("Source 2: Guideline, Ministry, 2025")).to_be_visible()

    page.get_by_role("button", name="Answer again").click()
    expect(score).to_have_text("")
    expect(page.get_by_role("heading", name="Questions")).to_be_focused()
    assert page.locator("[data-rr-quiz] details[open]").count() == 0
    assert asked == []
    assert kept(page) == [0, 0, ""]
    assert window.faults == []


def kept(page: Page) -> list[object]:
    """Count what a page has stored."""
    return page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")


def test_every_answer_opens_without_scripting(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{address}{DRINKING}", java_script_enabled=False).page

    answers = page.locator("[data-rr-question] details")
    assert answers.count() == 12
    for index in range(answers.count()):
        expect(answers.nth(index).locator("p").nth(1)).to_be_hidden()
        answers.nth(index).locator("summary").press("Enter")
        expect(answers.nth(index).locator("p").nth(1)).to_be_visible()
    assert page.locator("button:visible", has_text="again").count() == 0


def test_paper_shows_all_feedback_and_all_steps(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{address}{DRINKING}").page
    expect(page.locator("#step-3")).to_be_hidden()

    page.emulate_media(media="print")

    expect(page.locator("#step-3")).to_be_visible()
    expect(page.get_by_text("He goes home.")).to_be_visible()
    # Nobody can press a choice on paper, so each step says which one leads to it.
    expect(page.get_by_text("After step 1: “You look tired.”")).to_be_visible()


def test_the_scripts_are_small() -> None:
    for name, most in (("module.js", 2_000), ("training-log.js", 1_000)):
        assert len(gzip.compress((SCRIPTS / name).read_bytes(), 9)) <= most, name


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_with_all_choices_open(
    path: str, address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(f"{address}{path}", bypass_csp=True).page
    page.evaluate(AXE)
    page.evaluate("""() => {
        for (const each of document.querySelectorAll("main details")) each.open = true;
        for (const each of document.querySelectorAll("[data-rr-step]")) each.hidden = false;
    }""")
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            assert violations(page, scheme) == [], f"{width} px, {scheme}"
        assert overflow(page) == [], width
        assert page.evaluate(SMALL) == [], width


def fill(page: Page) -> None:
    page.get_by_label("Your name, if you like").fill("A. Learner")
    page.get_by_label("Date").fill("14 December 2026")
    page.get_by_label("The second").or_(page.locator("#log-2")).first.check()
    for label in ("What came up?", "Why does it matter", "What will you do"):
        page.get_by_label(label).fill("I asked, and I listened for once. " * 12)


def test_the_log_adds_up_and_writes_the_certificate_on_the_device(
    address: str, visit: Callable[..., Visit]
) -> None:
    window = visit(f"{address}{LOG}")
    page = window.page
    before = page.evaluate("history.length")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    certificate = page.get_by_role("region", name="Certificate")
    expect(page.locator("#log-total")).to_have_text("")

    fill(page)
    expect(page.locator("#log-total")).to_have_text("10 minutes")
    expect(certificate).to_contain_text("A. Learner worked through these modules")
    expect(certificate.locator("[data-rr-module=log-2]")).to_be_visible()
    expect(certificate.locator("[data-rr-module=log-1]")).to_be_hidden()
    page.locator("#log-1").check()
    expect(page.locator("#log-total")).to_have_text("20 minutes")
    expect(certificate).to_contain_text("Time in all: 20 minutes Date: 14")
    expect(certificate).to_contain_text("Date: 14 December 2026")
    expect(certificate).to_contain_text("There was no exam.")
    page.keyboard.press("Enter")

    page.get_by_role("button", name="Clear everything").click()
    fields = (
        "[...document.querySelectorAll('form.rr-log :is(input:not([type=checkbox]), textarea)')]"
    )
    assert page.evaluate(f"{fields}.map(one => one.value).join('')") == ""
    assert page.locator("form.rr-log input:checked").count() == 0
    expect(page.locator("#log-total")).to_have_text("")
    expect(certificate).not_to_contain_text("Learner")
    expect(certificate.locator("[data-rr-module=log-1]")).to_be_visible()
    assert asked == []
    assert kept(page) == [0, 0, ""]
    assert page.evaluate("history.length") == before
    assert page.url == f"{address}{LOG}"
    assert window.faults == []


def test_back_shows_nothing_of_what_was_written(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{address}{LOG}").page
    fill(page)
    page.get_by_role("link", name="Privacy").first.click()
    page.go_back()

    expect(page.get_by_label("Your name, if you like")).to_have_value("")
    expect(page.get_by_role("region", name="Certificate")).not_to_contain_text("Learner")


@pytest.mark.parametrize("scripting", [True, False])
def test_log_and_certificate_take_one_side_of_a4_each(
    scripting: bool, address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(f"{address}{LOG}", java_script_enabled=scripting).page
    if scripting:
        fill(page)
        page.locator("#log-1").check()
    assert pages_of(page.pdf(prefer_css_page_size=True)) == ["595 x 842"] * 2

    page.emulate_media(media="print")
    seen = page.locator("main button, main [data-rr-paper]").filter(visible=True)
    assert seen.count() == 0
    expect(page.get_by_role("region", name="Certificate")).to_be_visible()


@pytest.mark.parametrize(("letters", "each"), [(75, 4), (120, 2), (120, 4)])
def test_a_full_certificate_still_takes_one_side(
    letters: int,
    each: int,
    tmp_path: Path,
    serve_folder: Callable[..., str],
    visit: Callable[..., Visit],
) -> None:
    outcome = ("say what is dangerous and what is not, and to whom, " * 3)[: letters - 1]
    outcomes = "\n".join(f"    - {outcome}{number}" for number in range(each))
    modules = [
        edit(
            MODULE,
            ("gp-training/drinking.md", f"gp-training/m{number}.md"),
            ("  number: 1", f"  number: {number}"),
            ("    - ask & listen\n    - say what is dangerous", outcomes),
        )
        for number in range(1, 7)
    ]
    public = build_site(tmp_path, EPISODE, SERVICE, PACK, *modules)
    page = visit(f"{serve_folder(public)}{LOG}").page
    for number in range(1, 7):
        page.locator(f"#log-{number}").check()
    expect(page.locator("#log-total")).to_have_text("60 minutes")

    assert pages_of(page.pdf(prefer_css_page_size=True)) == ["595 x 842"] * 2


def full_aid(root: Path, length: int, size: str) -> str:
    """Write the longest desk aid with lines of one length that gets letters of this size."""
    hub, _ = read_station(root, EPISODE, MODULE)
    [(page, module)] = [(page, page.module) for page in hub.pages if page.module]
    fullest, counts = "", [1] * 6
    for turn in range(66):
        counts[turn % 6] += 1
        boxes = [
            {"heading": f"Box number {n}", "lines": ["Ask again. " * (length // 11)] * count}
            for n, count in enumerate(counts)
        ]
        aid = DeskAid.model_validate({"title": module.desk_aid.title, "boxes": boxes})
        tried = page.model_copy(update={"module": module.model_copy(update={"desk_aid": aid})})
        if size_of(tried) == size and height_of(tried, size) <= SIDE:
            fullest = json.dumps(boxes)
    start, end = MODULE.index("    boxes:"), MODULE.index("---\n## What we know")
    return f"{MODULE[:start]}    boxes: {fullest}\n{MODULE[end:]}"


@pytest.mark.parametrize("size", ["large", "medium", "small"])
@pytest.mark.parametrize("length", [33, 77, 132])
def test_a_desk_aid_that_the_check_lets_pass_fills_one_side_of_a4(
    length: int,
    size: str,
    tmp_path: Path,
    serve_folder: Callable[..., str],
    visit: Callable[..., Visit],
) -> None:
    text = full_aid(tmp_path / "trial", length, size)
    public = build_site(tmp_path / "station", EPISODE, SERVICE, text)
    page = visit(f"{serve_folder(public)}{DRINKING}desk-aid/").page

    expect(page.locator(f".rr-aid--{size}")).to_be_visible()
    assert pages_of(page.pdf(prefer_css_page_size=True)) == ["595 x 842"]
    page.set_viewport_size({"width": 710, "height": 100})
    page.emulate_media(media="print")
    taken = page.locator("main").evaluate("one => one.getBoundingClientRect().height")
    assert 0.55 * SIDE <= taken <= SIDE
