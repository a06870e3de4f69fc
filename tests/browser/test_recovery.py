"""The sheets of recovery: what the self-check adds up to, and what a pack holds on paper."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from browser.visits import Visit
from sites import SERVICE, build_site, edit

CHECK, PLAN, PACK = (
    "recovery/self-check/",
    "recovery/entry-and-exit-plan/",
    "recovery/leaving-prison/",
)
SHEETS = "".join(
    f"-- site/pages/{path.rstrip('/')}.md --\n---\ntitle: A sheet\nsummary: To fill in.\nsources:\n"
    "  - {title: A book, publisher: A house, year: 2020, url: 'https://book.example/page',"
    " looked_up: 2026-11-01}\n---\nBegin [here](../index.md).\n"
    for path in (CHECK, PLAN, PACK)
)
NEEDS = """
-- services_directory/vocabulary.yml --
kinds: {drop-in: {label: Drop-in, explanation: Come as you are.}}
offers: {naloxone: {label: Naloxone, explanation: A kit.}}
who: {anyone: {label: Anyone, explanation: Everybody is welcome.}}
substances: {any: {label: Anything, explanation: Whatever it is.}}
mode: {in-person: {label: In person, explanation: You go there.}, phone: {label: By phone, explanation: You ring.}}
how_in: {walk-in: {label: Walk in, explanation: No appointment.}}
access: {childcare: {label: Childcare, explanation: Somebody minds the children.}}
space: {drug-free-space: {label: Drug-free, explanation: Nobody uses there.}}
cost: {free: {label: Free, explanation: It costs nothing.}}
needs:
  naloxone: {label: Where to get a kit, explanation: It reverses an overdose., offers: [naloxone]}
  drugs: {label: Help with drugs, explanation: Somebody helps., kinds: [drop-in]}
"""
HARBOUR = edit(SERVICE, ("[peer-support]", "[naloxone]"))
REFUGE = edit(
    HARBOUR,
    ("harbour.yml", "refuge.yml"),
    ('Harbour & "friends"', "The Refuge"),
    ("1 Example Street]", "7 Secret Lane]\n    hide_address: true"),
    ("01632 960123", "01632 960456"),
)
SHUT = edit(
    HARBOUR,
    ("harbour.yml", "shut.yml"),
    ('Harbour & "friends"', "Nobody knows"),
    ("example: true", "example: true\nstatus: unconfirmed"),
)
# Added up by hand, each answer from the first sentence to the tenth.
BY_HAND = {
    (1, 1, 1, 1, 1, 1, 1, 1, 1, 1): 10,
    (6, 6, 6, 6, 6, 6, 6, 6, 6, 6): 60,
    (1, 2, 3, 4, 5, 6, 1, 2, 3, 4): 31,
    (6, 1, 5, 2, 4, 3, 3, 4, 2, 5): 35,
    (1, 1, 1, 1, 1, 1, 1, 1, 1, 2): 11,
    (5, 6, 6, 6, 6, 6, 6, 6, 6, 6): 59,
    (4, 5, 3, 2, 6, 4, 5, 5, 3, 5): 42,
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> str:
    folder = tmp_path_factory.mktemp("recovery")
    return serve_folder(build_site(folder, NEEDS, HARBOUR, REFUGE, SHUT, SHEETS))


@pytest.fixture
def page(visit: Callable[..., Visit]) -> Page:
    return visit().page


def answer(page: Page, numbers: Sequence[int]) -> None:
    for sentence, number in zip(page.locator("form fieldset").all(), numbers, strict=False):
        sentence.get_by_label(str(number), exact=True).check()


def paper(page: Page) -> str:
    read = PdfReader(io.BytesIO(page.pdf()))
    return " ".join(" ".join(each.extract_text().split()) for each in read.pages)


@pytest.mark.parametrize(("numbers", "score"), BY_HAND.items(), ids=str)
def test_the_score_is_the_sum_that_a_hand_adds_up(
    numbers: tuple[int, ...], score: int, address: str, page: Page
) -> None:
    page.goto(address + CHECK)
    answer(page, numbers)

    told = f"Your score is {score}. The lowest there can be is 10, the highest is 60."
    expect(page.locator("output")).to_have_text(told)


def test_a_changed_answer_counts_and_the_old_one_no_more(address: str, page: Page) -> None:
    page.goto(address + CHECK)
    answer(page, [3] * 10)
    answer(page, [6])

    expect(page.locator("output")).to_contain_text("Your score is 33.")


def test_fewer_than_ten_answers_are_no_score(address: str, page: Page) -> None:
    page.goto(address + CHECK)
    expect(page.locator("output")).to_have_text("")
    answer(page, [6] * 9)

    told = "You answered 9 of 10. Together they make 54. The score needs all ten."
    expect(page.locator("output")).to_have_text(told)


def test_a_high_score_and_a_low_one_are_told_in_the_same_words_and_help(
    address: str, page: Page
) -> None:
    page.goto(address + CHECK)
    told = []
    for number in (1, 6):
        answer(page, [number] * 10)
        told.append(page.locator("form").inner_text().replace(f"score is {number}0", "score is …"))

    assert "Your score is …." in told[0]
    assert told[0] == told[1]
    assert page.locator(".rr-check__help a").count() > 0


def test_the_check_can_be_answered_with_keys_alone(address: str, page: Page) -> None:
    page.goto(address + CHECK)
    page.locator("form input").first.focus()
    page.keyboard.press("Space")
    for _ in range(4):
        page.keyboard.press("ArrowRight")

    expect(page.locator("output")).to_contain_text("Together they make 5.")


def test_a_saved_check_holds_sentences_answers_and_score(address: str, page: Page) -> None:
    page.goto(address + CHECK)
    answer(page, [4] * 10)
    with page.expect_download() as started:
        page.get_by_role("button", name="Save").click()

    saved = Path(started.value.path()).read_text("utf-8")
    assert "\n10. I am making good progress on my recovery journey.\n  4\n" in saved
    assert "Your score is 40." in saved


def test_without_scripting_it_says_how_to_add_up(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(address + CHECK, java_script_enabled=False).page

    expect(page.get_by_text("To add up by hand")).to_be_visible()
    expect(page.get_by_text("My sum:")).to_be_visible()
    assert page.locator("form fieldset").count() == 10


def test_paper_has_the_score_or_says_how_to_add_up(address: str, page: Page) -> None:
    page.goto(address + CHECK)
    expect(page.get_by_text("To add up by hand")).to_be_hidden()
    assert "To add up by hand" in paper(page)
    answer(page, [2] * 10)

    printed = paper(page)
    assert "Your score is 20." in printed
    assert "To add up by hand" not in printed
    expect(page.get_by_text("To add up by hand")).to_be_hidden()


def test_the_plan_has_six_parts_of_a_life_a_review_and_a_way_back(address: str, page: Page) -> None:
    page.goto(address + PLAN)
    page.get_by_label("Family", exact=True).fill("My sister knows.")
    page.get_by_label("To stay on as I am").check()

    printed = paper(page)
    six = ("Drugs and drink", "Prison and the law", "Treatment", "Family", "Work", "Community")
    for words in (*six, "My next review", "The way back, fast", "My sister knows.", "✕"):
        assert words in printed, words


@pytest.mark.parametrize("sheet", [CHECK, PLAN, PACK])
def test_paper_spells_no_address_of_a_link(sheet: str, address: str, page: Page) -> None:
    page.goto(address + sheet)

    printed = paper(page)
    assert "A book" in printed
    assert printed.count("http") == 1  # That of the page itself, at the head.
    assert "book.example" not in printed


def test_the_pack_has_every_place_and_number_in_words(address: str, page: Page) -> None:
    page.goto(address + PACK)

    printed = paper(page)
    for words in (
        'Harbour & "friends" (invented example)',
        "Ring 01632 960123",
        "1 Example Street, Crawley, RH10 0AA",
        "10am to 4pm",
        "The Refuge",
        "Ring 01632 960456",
        "Crawley: the address is kept private",
        "Samaritans: 116 123",
        "My link person at probation",
    ):
        assert words in printed, words
    for absent in ("Secret Lane", "Nobody knows"):
        assert absent not in printed, absent
