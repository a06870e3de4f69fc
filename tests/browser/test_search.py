"""The search in a real browser: what it finds, where it leads, what it shows first, and what it costs."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.visits import Visit
from searched import build_aged_site

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}


@pytest.fixture(scope="module")
def address(kindling: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(kindling)


@pytest.fixture
def phone(visit: Callable[..., Visit]) -> Visit:
    return visit(**PHONE)


@pytest.fixture
def page(phone: Visit, address: str) -> Page:
    phone.page.goto(address + "search/")
    return phone.page


def search(page: Page, words: str, status: str = "") -> list[str]:
    """Type words, wait for what is said of them, and give the addresses that are found."""
    page.get_by_role("searchbox").fill(words)
    told = re.compile(status or rf"result.* for “{words}”|No page has|below")
    expect(page.locator(".rr-search__status")).to_have_text(told)
    if "No page" not in (text := page.locator(".rr-search__status").inner_text()) or "for" in text:
        expect(page.locator(".rr-results > li").first).to_be_visible()
    links = page.locator(".rr-results h2 a")
    return [str(link.get_attribute("href")) for link in links.all()]


def test_search_costs_nothing_before_it_is_used_and_finds_help(address: str, phone: Visit) -> None:
    page = phone.page
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address)
    page.goto(address + "search/")
    assert not any("pagefind" in url or "search-" in url for url in requests)

    assert "/harm-minimisation/naloxone/" in search(page, "naloxone")[:2]

    assert any("pagefind" in url for url in requests)
    assert page.url == address + "search/"
    assert all("naloxone" not in url for url in requests if "?" in url or "pagefind" in url)
    assert page.evaluate("history.length") == 3  # The blank page, the home page and this one.
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert phone.foreign == []
    assert phone.faults == []


def test_results_come_as_somebody_types(page: Page) -> None:
    page.get_by_role("searchbox").press_sequentially("nalox", delay=40)

    expect(page.locator(".rr-results mark").first).to_have_text(
        re.compile("naloxone", re.IGNORECASE)
    )


def test_search_is_narrowed_by_kind_topic_and_town_with_counts(page: Page) -> None:
    search(page, "naloxone")
    total = int(page.locator(".rr-search__status").inner_text().split()[0])
    for label in ("Kind", "Topic", "Town"):
        expect(
            page.get_by_label(label).locator("option", has_text=re.compile(r"\(\d+\)$"))
        ).not_to_have_count(0)
    kinds = page.get_by_label("Kind").locator("option").all_inner_texts()[1:]
    assert sum(int(str(re.search(r"\d+", kind)[0])) for kind in kinds) == total  # type: ignore[index]

    town = page.get_by_label("Town")
    told = town.locator("option", has_text="Doncaster").inner_text()
    town.select_option("Doncaster")

    count = int(told.partition("(")[2][:-1])
    assert 0 < count < total
    expect(page.locator(".rr-search__status")).to_have_text(re.compile(rf"^{count} result"))
    page.locator(".rr-results h2 a").first.wait_for()  # They come after the count.
    links = page.locator(".rr-results h2 a").evaluate_all("links => links.map(link => link.href)")
    assert all("/services/" in link for link in links), links
    # What the other towns would give can still be seen, once the counts are those of this search.
    expect(page.get_by_label("Kind").locator("option", has_text="Services")).to_have_text(
        f"Services ({count})"
    )
    expect(town.locator("option", has_text="Gravesend")).not_to_have_text("Gravesend (0)")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("narcan", "naloxone"),
        ("scripts", "prescription"),
        ("NSP", "needle exchange"),
        ("booze", "alcohol"),
        ("gear", "heroin"),
        ("meds", "medicines"),
        ("Subbies?", "buprenorphine"),
        ("hep c", "hepatitis c"),
    ],
)
def test_street_names_and_short_forms_find_what_pages_call_it(
    page: Page, typed: str, said: str
) -> None:
    assert search(page, typed, rf"^\d+ results? for “{said}”$")
    button = page.get_by_role("button", name=f"Search for “{typed}” as typed")
    expect(button).to_be_visible()

    button.click()

    expect(page.locator(".rr-search__status")).not_to_have_text(re.compile(f"for “{said}”$"))
    expect(page.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("methodone", "methadone"),
        ("nalaxone", "naloxone"),
        ("buprenorfine", "buprenorphine"),
        ("recvery", "recovery"),
        ("narcon", "naloxone"),
    ],
)
def test_a_misspelt_word_finds_what_was_meant_and_says_so(
    page: Page, typed: str, said: str
) -> None:
    assert search(page, typed, rf"^No page has “{typed}”\. \d+ results? for “{said}”$")


def test_a_whole_sentence_is_searched_for_its_telling_words(page: Page) -> None:
    links = search(page, "my son is on ket and I am scared", "results? for “ketamine”")

    assert links


def test_a_word_that_no_page_has_finds_nothing_rather_than_anything(page: Page) -> None:
    assert search(page, "zzzzqq", "^No page has “zzzzqq”. Try another word.$") == []
    expect(page.locator(".rr-results > li")).to_have_count(0)
    assert search(page, "naloxone zzzzqq", "results for “naloxone”$")


def test_a_result_leads_to_the_minute_in_which_the_words_are_said(phone: Visit, page: Page) -> None:
    search(page, "lump sum")
    jump = page.get_by_role("list", name="Where it is said").get_by_role("link")
    expect(jump).to_have_text("At 0:26")
    clock = "async () => (await import('/assets/radio/elements.js')).clock(4503)"
    assert page.evaluate(clock) == "1:15:03"

    jump.click()

    turn = page.locator(".rr-turn:target")
    expect(turn).to_contain_text("lump sum")
    expect(turn).to_be_in_viewport()
    top = turn.evaluate("turn => turn.getBoundingClientRect().top")
    bar = page.locator(".md-banner").evaluate("bar => bar.getBoundingClientRect().bottom")
    assert top >= bar
    page.wait_for_function("document.querySelector('audio').currentTime === 26")
    assert page.evaluate("document.querySelector('audio').paused")
    # The next Tab stop plays from there.
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("data-rr-seconds", "26")
    page.keyboard.press("Enter")
    page.wait_for_function("!document.querySelector('audio').paused")
    assert phone.faults == []


def test_the_minute_is_marked_without_scripting_too(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address + "episodes/a-say-over-the-money/#t=26", java_script_enabled=False).page

    expect(page.locator(".rr-turn:target")).to_be_in_viewport()
    expect(page.locator(".rr-turn:target")).to_contain_text("lump sum")


URGENT = [
    ("overdose", "What to do in an overdose", "/harm-minimisation/overdose/"),
    ("my mate ODed", "What to do in an overdose", "/harm-minimisation/overdose/"),
    ("she's not breathing", "Naloxone", "/harm-minimisation/naloxone/"),
    ("I want to die", "Samaritans: 116 123", "tel:116123"),
    ("sucidal", "Samaritans: 116 123", "tel:116123"),
    ("he hits me", "National Domestic Abuse", "tel:+448082000247"),
    ("withdrawal fits", "Why stopping suddenly", "/alcohol-do-not-stop-suddenly/"),
]


@pytest.mark.parametrize(("typed", "name", "leads"), URGENT)
def test_words_of_danger_get_a_safe_answer_before_anything_is_loaded(
    address: str, phone: Visit, typed: str, name: str, leads: str
) -> None:
    page = phone.page
    page.goto(address + "search/")
    page.route("**/pagefind/**", lambda route: route.abort())
    page.route("**/search-*.js", lambda route: route.abort())

    page.get_by_role("searchbox").fill(typed)

    answer = page.get_by_role("complementary", name="Urgent help")
    expect(answer).to_be_visible(timeout=500)
    expect(answer.get_by_role("link", name="Call 999")).to_have_attribute("href", "tel:999")
    link = answer.get_by_role("link", name=name).first
    expect(link).to_be_visible()
    assert leads in str(link.get_attribute("href"))
    # Below the words and above everything else, where a phone's keyboard leaves room for it.
    box = page.get_by_role("searchbox").bounding_box()
    place = answer.bounding_box()
    assert box
    assert place
    assert 0 < place["y"] - box["y"] - box["height"] < 40
    expect(answer.get_by_text("In danger now", exact=False)).to_have_count(0)


def test_a_safe_answer_is_told_to_whoever_cannot_see_it_and_results_follow(page: Page) -> None:
    links = search(page, "want to die", r"^Urgent help comes first\. \d+ results? below$")

    assert links
    assert not any("methadone" in link for link in links)
    page.get_by_role("searchbox").fill("tea")
    expect(page.get_by_role("complementary", name="Urgent help")).to_be_hidden()


@pytest.mark.parametrize("typed", ["fitting room", "odour", "grape", "naloxone", "hit the gym", ""])
def test_other_words_get_no_answer_to_danger(page: Page, typed: str) -> None:
    page.get_by_role("searchbox").fill("overdose")
    answer = page.get_by_role("complementary", name="Urgent help")
    expect(answer).to_be_visible()

    page.get_by_role("searchbox").fill(typed)

    expect(answer).to_be_hidden()


def test_search_works_by_keyboard_alone(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(address).page
    page.get_by_role("link", name="Search").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(address + "search/")
    press_tab_until(page, "INPUT")
    page.keyboard.type("methadone")
    expect(page.locator(".rr-search__status")).to_contain_text("for “methadone”")
    expect(page.locator(".rr-results > li").first).to_be_visible()
    stops = [press_tab(page) for _ in range(4)]
    # The box, the choices in their order, then the results.
    assert stops == ["kind", "topic", "town", page.locator(".rr-results h2 a").first.inner_text()]
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("methadone"))


def test_more_results_are_asked_for_by_keyboard_and_read_on_from_the_first_of_them(
    page: Page,
) -> None:
    search(page, "naloxone")
    expect(page.locator(".rr-results > li")).to_have_count(5)
    more = page.get_by_role("button", name="Show more results")
    more.focus()
    page.keyboard.press("Enter")

    expect(page.locator(".rr-results > li")).to_have_count(10)
    expect(page.locator(".rr-results > li").nth(5).locator("h2 a")).to_be_focused()
    expect(more).to_be_visible()


def test_a_screen_reader_is_told_the_roles_names_and_counts(page: Page) -> None:
    expect(page.get_by_role("search")).to_be_visible()
    expect(page.get_by_role("searchbox", name="What are you looking for?")).to_be_visible()
    for name in ("Kind", "Topic", "Town"):
        expect(page.get_by_role("combobox", name=name)).to_be_visible()
    status = page.get_by_role("main").get_by_role("status")
    expect(status).to_have_text("")
    search(page, "lump sum")
    expect(status).to_have_text("1 result for “lump sum”")
    heading = page.get_by_role("heading", level=2, name="A say over the money")
    expect(heading.get_by_role("link")).to_have_count(1)


def test_without_an_index_the_lists_are_named_and_a_later_try_works(page: Page) -> None:
    page.route("**/pagefind/pagefind.js", lambda route: route.abort())
    page.get_by_role("searchbox").fill("tea")
    expect(page.locator(".rr-search__status")).to_contain_text("could not be loaded")
    expect(page.get_by_role("link", name="All services from A to Z")).to_be_visible()

    page.unroute("**/pagefind/pagefind.js")
    page.reload()

    assert search(page, "tea")


def test_a_line_that_drops_is_told_and_leaves_no_result_for_other_words(page: Page) -> None:
    status, shown = page.locator(".rr-search__status"), page.locator(".rr-results > li")
    search(page, "naloxone")
    page.context.set_offline(True)
    page.get_by_role("button", name="Show more results").click()
    expect(status).to_contain_text("could not be loaded")
    expect(shown).to_have_count(5)

    page.context.set_offline(False)
    assert search(page, "naloxone", "for “naloxone”")
    page.context.set_offline(True)
    page.get_by_role("searchbox").fill("housing")
    expect(status).to_contain_text("could not be loaded")
    expect(shown).to_have_count(0)

    page.context.set_offline(False)
    assert search(page, "housing", "for “housing”")

    page.route("**/fragment/**", lambda route: route.abort())
    page.get_by_role("searchbox").fill("methadone")
    expect(status).to_contain_text("could not be loaded")
    expect(shown).to_have_count(0)


def test_without_scripting_the_page_says_so_and_leads_to_the_lists(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address + "search/", java_script_enabled=False).page

    expect(page.get_by_role("searchbox")).to_be_hidden()
    assert "Searching needs JavaScript" in page.locator("main").inner_text()
    expect(page.get_by_role("link", name="All programmes")).to_be_visible()


def test_search_works_below_a_path_too(
    kindling: Path, serve_folder: Callable[..., str], phone: Visit
) -> None:
    phone.page.goto(serve_folder(kindling, at="/radio/") + "search/")

    assert "/radio/harm-minimisation/naloxone/" in search(phone.page, "naloxone")[:2]
    assert phone.faults == []


@pytest.mark.parametrize("at", ["/", "/radio/"])
def test_older_programmes_follow_when_the_first_index_has_no_more(
    at: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    serve_folder: Callable[..., str],
    phone: Visit,
) -> None:
    page = phone.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(serve_folder(build_aged_site(tmp_path, monkeypatch), at=at) + "search/")

    # Said in the oldest, and in no title: every part is asked, the newest first.
    assert [url.split("/")[-2] for url in search(page, "lighthouse")] == ["of-2021"]
    expect(page.locator(".rr-search__status")).to_have_text("1 result for “lighthouse”")
    parts = [url.split("/")[-2] for url in asked if "pagefind-entry" in url]
    assert parts == ["pagefind", "older-2", "older-1"]
    expect(page.get_by_role("link", name="At 1:05")).to_have_attribute(
        "href", re.compile("of-2021/#t=65$")
    )

    # In four titles: each programme once, whether it was found by its title or by its words.
    search(page, "programme")
    more = page.get_by_role("button", name="Show more results")
    while more.is_visible():
        shown = page.locator(".rr-results > li").count()
        more.click()
        expect(page.locator(".rr-results > li")).not_to_have_count(shown)
    links = page.locator(".rr-results h2 a").evaluate_all("links => links.map(link => link.href)")
    assert len(links) == len(set(links))
    assert sum("/of-20" in link for link in links) == 4
    assert len(links) == int(page.locator(".rr-search__status").inner_text().split()[0])
    assert phone.faults == []


def press_tab(page: Page) -> str:
    page.keyboard.press("Tab")
    return str(
        page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()")
    )


def press_tab_until(page: Page, tag: str) -> None:
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == tag:
            return
    pytest.fail(f"There is no {tag} among the first Tab stops.")
