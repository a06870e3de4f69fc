"""The page `find-help` in a real browser, on a phone: by keyboard, by ear, and in trouble."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.visits import Visit
from directories import make_directory, write_directory

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
HIDDEN = re.compile("rr-hidden")
MONDAY_MORNING = "2026-11-23T10:30:00Z"


@pytest.fixture(scope="module")
def address(kindling: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(kindling) + "find-help/"


@pytest.fixture
def phone(address: str, visit: Callable[..., Visit]) -> Page:
    page = visit(**PHONE).page
    page.clock.set_fixed_time(MONDAY_MORNING)
    page.goto(address)
    return page


def heading(page: Page) -> Locator:
    return page.locator("#found")


def number(text: str) -> int:
    found = re.search(r"\d+", text)
    assert found, text
    return int(found[0])


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"#find-{name}").select_option(value)


def test_nothing_is_fetched_before_the_form_is_touched(
    address: str, visit: Callable[..., Visit]
) -> None:
    guest = visit(**PHONE)
    asked: list[str] = []
    guest.page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    guest.page.goto(address, wait_until="networkidle")
    before = list(asked)

    guest.page.locator("#find-need").focus()
    expect(guest.page.get_by_role("button", name=re.compile(r"Show \d+ results"))).to_be_visible()

    assert not [path for path in before if path.endswith((".json", "find-page.js", "find-list.js"))]
    assert "/assets/radio/find.json" in asked
    assert "/assets/radio/places.json" not in asked
    assert guest.foreign == []


def test_a_choice_gives_as_many_results_as_it_says(phone: Page) -> None:
    option = phone.locator("#find-need option[value=drinking]")
    promised = number(option.inner_text())

    choose(phone, "need", "drinking")

    expect(heading(phone)).to_have_text(f"{promised} results")
    more = phone.locator("[data-rr-find-more]").first
    while more.is_visible():
        more.click()
    expect(phone.locator("[data-rr-find-results] > li")).to_have_count(promised)
    town = phone.locator("#find-town option[value=Doncaster]")
    promised = number(town.inner_text())
    choose(phone, "town", "Doncaster")
    expect(heading(phone)).to_have_text(re.compile(rf"^{promised} "))
    expect(phone.locator("#found-afar")).to_have_text(re.compile(r"^Also by phone or online: \d+$"))


def test_the_address_names_choices_and_never_what_was_typed(phone: Page) -> None:
    choose(phone, "need", "drinking")
    choose(phone, "town", "Bognor Regis")
    phone.get_by_text("About the place:").click()
    phone.get_by_label("Step-free").check()
    phone.locator("#find-words").fill("heroin")
    phone.locator("#find-near").fill("RH10 1AA")
    expect(phone.locator("#find-near-found")).to_contain_text("RH10 1AA")

    parts = urlsplit(phone.url)
    assert parts.query == ""
    assert parts.fragment == "need=drinking&town=Bognor%20Regis&has=step-free"


def test_a_link_with_choices_opens_with_them(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{address}#need=drinking&town=Doncaster&has=step-free,dogs&made=up", **PHONE).page

    expect(heading(page)).to_have_text(re.compile(r"result"))
    expect(page.locator("#find-need")).to_have_value("drinking")
    expect(page.locator("#find-town")).to_have_value("Doncaster")
    assert page.locator("input[name=has]:checked").evaluate_all(
        "boxes => boxes.map((box) => box.value).sort()"
    ) == ["dogs", "step-free"]


def test_back_from_a_service_finds_the_choices_again_and_exit_leaves_none(
    address: str, phone: Page
) -> None:
    choose(phone, "need", "drinking")
    expect(heading(phone)).to_have_text(re.compile(r"\d+ results"))
    before = heading(phone).inner_text()
    phone.locator("[data-rr-find-results] a").first.click()
    expect(phone).to_have_url(re.compile(r"/services/[a-z0-9-]+/$"))

    phone.go_back()
    expect(heading(phone)).to_have_text(before)
    expect(phone.locator("#find-need")).to_have_value("drinking")
    phone.go_forward()
    expect(phone).to_have_url(re.compile(r"/services/[a-z0-9-]+/$"))
    phone.go_back()
    expect(heading(phone)).to_have_text(before)

    phone.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="Weather"))
    phone.locator("[data-rr-exit]").last.click()
    phone.wait_for_url("https://www.bbc.co.uk/weather")
    phone.go_back()
    assert not phone.url.startswith(address)


def test_a_jump_within_the_page_forgets_no_choice(phone: Page) -> None:
    choose(phone, "need", "naloxone")
    found = heading(phone)
    expect(found).to_have_text(re.compile(r"\d+ results"))
    phone.keyboard.press("Escape")
    phone.locator(".md-skip").first.focus()
    phone.keyboard.press("Enter")
    expect(phone.locator("#content")).to_be_focused()

    expect(phone).to_have_url(re.compile("#need=naloxone$"))
    expect(phone.locator("#find-need")).to_have_value("naloxone")


@pytest.mark.parametrize(
    ("typed", "service"),
    [
        ("methodone", "crawley-treatment-hub"),
        ("needel exchange", "doncaster-needle-exchange"),
        ("narcan", "doncaster-needle-exchange"),
        ("NSP doncaster", "doncaster-needle-exchange"),
        ("AA", "alcoholics-anonymous"),
        ("n.a.", "narcotics-anonymous"),
        ("samaritens", "samaritans"),
        ("my husband drinks", "al-anon"),
    ],
)
def test_what_people_type_finds_what_they_mean(typed: str, service: str, phone: Page) -> None:
    phone.locator("#find-words").fill(typed)
    expect(heading(phone)).to_have_text(re.compile(r"\d+ result"))
    more = phone.locator("[data-rr-find-more]").first
    while more.is_visible():
        more.click()

    expect(phone.locator(f"[data-rr-find-results] a[href$='/{service}/']")).to_have_count(1)


@pytest.mark.parametrize(
    "typed", ["overdose", "overdosd", "he is not breathing", "I want to die", "suicidle", "od"]
)
def test_words_of_danger_bring_help_now_to_the_top(typed: str, phone: Page) -> None:
    phone.locator("#find-words").fill(typed)
    expect(heading(phone)).to_have_text(re.compile("result"))

    urgent = phone.locator("[data-rr-urgent]")
    expect(urgent).to_be_visible()
    expect(urgent.get_by_role("link", name="Call 999")).to_have_attribute("href", "tel:999")
    assert urgent.evaluate(
        "aside => aside.compareDocumentPosition(document.querySelector('#found')) === 4"
    )
    expect(phone.locator("[data-rr-find-status]")).to_contain_text("Urgent help comes first.")


@pytest.mark.parametrize("typed", ["over 55", "food", "older people", "Crawley", "dog"])
def test_other_words_do_not(typed: str, phone: Page) -> None:
    phone.locator("#find-words").fill(typed)
    expect(heading(phone)).to_have_text(re.compile(r"\d+ result"))

    expect(phone.locator("[data-rr-urgent]")).to_be_hidden()


def test_where_nothing_is_found_it_says_what_to_leave_out(phone: Page) -> None:
    choose(phone, "need", "needles-and-kit")
    choose(phone, "town", "Newry")

    expect(heading(phone)).to_have_text("No results")
    none = phone.locator("[data-rr-find-none]")
    expect(none.get_by_role("link").first).to_have_attribute("href", "tel:999")
    expect(none.get_by_role("link", name=re.compile("Samaritans"))).to_be_visible()
    expect(none.get_by_role("link", name="01632 960900")).to_be_visible()
    without = phone.get_by_role("button", name=re.compile("Without “Newry”: "))
    promised = number(without.inner_text().split(":")[1])
    without.click()
    expect(heading(phone)).to_have_text(f"{promised} results")
    expect(heading(phone)).to_be_focused()
    phone.locator("#find-words").fill("zzzzqqqq")
    expect(phone.locator("[data-rr-find-note]")).to_have_text("We know nothing for “zzzzqqqq”.")
    phone.get_by_role("button", name="Start again").click()
    expect(heading(phone)).to_have_text(re.compile(r"\d\d results"))
    assert urlsplit(phone.url).fragment == ""


def test_results_are_told_once_and_only_when_the_typing_rests(phone: Page) -> None:
    phone.clock.resume()
    phone.locator("#find-need").focus()
    expect(phone.get_by_role("button", name=re.compile(r"Show \d+ results"))).to_be_visible()
    phone.evaluate(
        """() => {
            window.told = [];
            const status = document.querySelector("[data-rr-find-status]");
            new MutationObserver(() => window.told.push(status.textContent))
                .observe(status, { childList: true });
        }"""
    )
    phone.locator("#find-words").evaluate(
        """field => {
            for (const letter of "naloxone") {
                field.value += letter;
                field.dispatchEvent(new Event("input", { bubbles: true }));
            }
        }"""
    )
    phone.wait_for_timeout(1200)

    status = phone.get_by_role("status").and_(phone.locator("[data-rr-find-status]"))
    expect(status).to_have_text(re.compile(r"^\d+ results?\.$"))
    assert len(phone.evaluate("window.told")) == 1


def test_a_postcode_sorts_by_distance_and_leaves_the_device_in_no_request(
    address: str, visit: Callable[..., Visit]
) -> None:
    guest = visit(**PHONE)
    asked: list[str] = []
    guest.page.on("request", lambda request: asked.append(request.url + str(request.post_data)))
    guest.page.goto(address)
    guest.page.locator("#find-near").fill("rh10 1aa")

    expect(heading(guest.page)).to_have_text(re.compile("nearest first$"))
    first = guest.page.locator("[data-rr-find-results]").first.locator("> li").first
    expect(first).to_contain_text("Crawley")
    expect(first.locator(".rr-card__far")).to_have_text(re.compile(r"mile.* away$"))
    expect(guest.page.locator("#found-afar")).to_have_text(re.compile("^By phone or online: "))
    assert not [each for each in asked if "rh10" in each.lower()]
    guest.page.locator("#find-near").fill("BT34 1AA")
    expect(guest.page.locator("#find-near-found")).to_contain_text("Northern Ireland")
    assert guest.foreign == []
    assert guest.page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_whole_way_goes_by_keyboard(phone: Page) -> None:
    need = phone.locator("#find-need")
    for _ in range(20):
        phone.keyboard.press("Tab")
        if need.evaluate("element => element === document.activeElement"):
            break
    expect(need).to_be_focused()
    phone.keyboard.type("Nalox")
    expect(heading(phone)).to_have_text(re.compile(r"\d+ results"))
    for _ in range(3):
        phone.keyboard.press("Tab")
    expect(phone.locator("#find-words")).to_be_focused()
    phone.keyboard.press("Tab")
    expect(phone.get_by_label("Open now")).to_be_focused()
    phone.keyboard.press("Space")
    phone.locator("#find-words").focus()
    phone.keyboard.press("Enter")
    expect(heading(phone)).to_be_focused()
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("button", name="Take off: Naloxone")).to_be_focused()
    phone.keyboard.press("Enter")
    expect(heading(phone)).to_be_focused()
    expect(need).to_have_value("")
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("button", name="Take off: Open now")).to_be_focused()
    phone.keyboard.press("Tab")
    expect(phone.locator(".rr-card__title a").first).to_be_focused()


def test_more_results_move_the_focus_to_the_first_of_them(phone: Page) -> None:
    phone.get_by_role("button", name=re.compile("^Show")).first.click()
    cards = phone.locator("[data-rr-find-results]").first.locator("> li")
    expect(cards).to_have_count(10)

    phone.get_by_role("button", name="Show more").first.click()

    expect(cards).to_have_count(20)
    expect(cards.nth(10).get_by_role("link").first).to_be_focused()


def test_a_card_says_what_the_lists_without_scripting_say(
    address: str, phone: Page, visit: Callable[..., Visit]
) -> None:
    choose(phone, "town", "Gravesend")
    expect(heading(phone)).to_have_text(re.compile(r"\d+ results"))
    drawn = cards_of(phone.locator("[data-rr-find-results]").first)
    town = address.replace("find-help/", "services/towns/gravesend/")

    plain = visit(town, java_script_enabled=False, **PHONE).page
    listed = cards_of(plain.locator(".rr-cards").nth(0)) | cards_of(
        plain.locator(".rr-cards").nth(1)
    )

    assert drawn
    for name, words in drawn.items():
        assert words == listed[name], name


def cards_of(cards: Locator) -> dict[str, list[set[str]]]:
    """Give, by name, what each card says, but for the summary and what is told of now."""
    told: list[list[str]] = cards.evaluate_all(
        """lists => lists.flatMap((list) => [...list.children]).map((card) =>
            [...card.querySelectorAll(".rr-card__title, .rr-card__what, .rr-card__facts")]
                .map((line) => line.textContent.trim()))"""
    )
    return {name: [set(re.split(r" · |, |: ", line)) for line in lines] for name, *lines in told}


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wider_than_the_screen(
    width: int, address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(viewport={"width": width, "height": 740}).page
    page.goto(f"{address}#town=Doncaster")
    expect(heading(page)).to_have_text(re.compile("result"))
    for summary in page.locator(".rr-find summary").all():
        summary.click()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate(
        """() => [...document.querySelectorAll(
            ".rr-find :is(select, input, summary, button, label.rr-tick), .rr-found button")]
            .filter((one) => one.checkVisibility())
            .filter((one) => Math.min(one.offsetWidth, one.offsetHeight) < 24)
            .map((one) => one.outerHTML)"""
    )
    assert small == []


def test_without_scripting_there_is_no_form_and_every_list(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address, java_script_enabled=False, **PHONE).page

    expect(page.locator("form")).to_be_hidden()
    expect(page.locator("[data-rr-found]")).to_be_hidden()
    for name in ("Where are you?", "What do you need?", "Who is it for?"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    page.get_by_role("link", name="Armed forces veterans").click()
    expect(page).to_have_url(re.compile("/services/for/veterans/$"))
    expect(page.locator(".rr-card").first).to_be_visible()


def test_danger_is_answered_before_anything_is_fetched(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(**PHONE).page
    page.goto(address)
    page.route("**/*", lambda route: route.abort())
    page.locator("#find-words").fill("overdose")

    urgent = page.locator("[data-rr-urgent]")
    expect(urgent.get_by_text("Give naloxone if you have it.")).to_be_visible()
    expect(urgent.get_by_role("link", name="Call 999")).to_be_in_viewport()


def test_where_the_list_cannot_be_fetched_it_says_so(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(**PHONE).page
    page.route("**/find.json", lambda route: route.abort())
    page.goto(address)
    page.locator("#find-need").focus()

    expect(page.get_by_text("The list could not be loaded.")).to_be_visible()
    status = page.locator("[data-rr-find-status]")
    expect(status).not_to_have_class(HIDDEN)

    # And no longer once it has come.
    page.unroute("**/find.json")
    choose(page, "need", "naloxone")
    expect(heading(page)).to_have_text(re.compile(r"\d+ results"))
    expect(status).to_have_class(HIDDEN)
    expect(status).to_have_text(re.compile(r"^\d+ results\.$"))


def test_a_postcode_that_could_not_be_looked_up_says_so_and_can_be_typed_again(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(**PHONE).page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.route("**/places.json", lambda route: route.abort())
    page.goto(address)
    # Typed before the script has come.
    page.locator("#find-near").fill("rh10 1aa")
    found = page.locator("#find-near-found")
    expect(found).to_have_text("The list could not be loaded")

    page.unroute("**/places.json")
    page.locator("#find-near").fill("rh10 1ab")
    expect(found).to_contain_text("Measured from RH10 1")
    expect(heading(page)).to_have_text(re.compile("nearest first$"))
    assert asked.count("/assets/radio/find.json") == 1


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> str:
    folder = tmp_path_factory.mktemp("large") / "site"
    return serve_folder(write_directory(folder, *make_directory(1600))) + "find-help/"


def test_a_large_directory_is_fetched_by_area(large: str, visit: Callable[..., Visit]) -> None:
    page = visit(**PHONE).page
    chunks: list[str] = []

    def note(request: Any) -> None:
        found = re.search(r"/find/(.+)\.json$", request.url)
        if found:
            chunks.append(found[1])

    page.on("request", note)
    page.goto(large)
    choose(page, "need", "drinking")
    expect(page.locator("[data-rr-find-note]")).to_contain_text("Choose a town or type a postcode")
    assert chunks == ["afar"]
    expect(page.locator("#find-town option[value=Doncaster]")).to_have_text("Doncaster")

    page.route("**/find/dn.json", lambda route: route.abort())
    choose(page, "town", "Doncaster")
    status = page.locator("[data-rr-find-status]")
    expect(status).to_have_text(re.compile("^The list could not be loaded."))
    expect(status).not_to_have_class(HIDDEN)
    expect(heading(page)).to_be_hidden()
    page.unroute("**/find/dn.json")
    choose(page, "town", "Doncaster")
    expect(page.locator("#find-town option[value=Doncaster]")).to_have_text(re.compile(r"\(\d+\)"))
    expect(status).to_have_class(HIDDEN)
    assert chunks == ["afar", "dn", "dn"]
    services, vocabulary = make_directory(1600)
    need = vocabulary.needs["drinking"]
    here = [s for s in services if "Doncaster" in {*s.towns, *s.serves} and need.is_met_by(s)]
    expect(heading(page)).to_have_text(f"{len(here)} results")

    choose(page, "town", "")
    page.locator("#find-near").fill("S1 1AA")
    expect(page.locator("[data-rr-find-results] .rr-card__far").first).to_contain_text("away")
    expect(page.locator("[data-rr-find-results] > li").first).to_contain_text("Sheffield")
    assert {"s", "dn"} < set(chunks)
    assert not {"rh", "ct", "g"} & set(chunks)
