"""Every kind of page of the example station, and what can be opened on it.

One table for all that go over the whole site: the tests, the sheet of screenshots, the weights and
Lighthouse. A new kind of page is one more line here.
"""

from collections.abc import Callable

from playwright.sync_api import Page

KINDS = {
    "home": "",
    "help now": "help-now/",
    "find help": "find-help/",
    "listen": "listen/",
    "subscribe": "subscribe/",
    "search": "search/",
    "guidance": "harm-minimisation/naloxone/",
    "guidance list": "harm-minimisation/",
    "cards": "harm-minimisation/cards/",
    "training": "gp-training/stigma-in-the-room/",
    "training list": "gp-training/",
    "desk aid": "gp-training/alcohol-in-ten-minutes/desk-aid/",
    "reflection log": "gp-training/log/",
    "posters": "posters/",
    "poster": "posters/talk/",
    "referral sheets": "referrals/",
    "referral sheet": "referrals/doncaster/drinking/",
    "text": "small-sparks/",
    "application": "small-sparks/apply/",
    "decisions": "small-sparks/decisions/",
    "calculator": "self-directed-support/pooled-budget/",
    "take part": "make-a-programme/",
    "self-check": "recovery/self-check/",
    "plan": "recovery/entry-and-exit-plan/",
    "leaving prison": "recovery/leaving-prison/",
    "word guide": "recovery/words/",
    "safety": "privacy/",
    "manual": "manual/episodes/",
    "manual list": "manual/",
    "programme": "episodes/the-first-day-out/",
    "service": "services/doncaster-peer-hub/",
    "national service": "services/samaritans/",
    "service not confirmed": "services/gravesend-bladder-talks/",
    "programmes": "episodes/",
    "series": "listen/series/stories-of-hope/",
    "topic": "listen/topics/naloxone/",
    "services": "services/",
    "letter": "services/a-z/a/",
    "town": "services/towns/doncaster/",
    "need": "services/needs/talk-now/",
    "person": "services/for/women/",
    "this week": "services/this-week/",
    "this week in town": "services/this-week/doncaster/",
    "report": "services/report/",
    "notices": "have-your-say/",
    "seats": "have-your-say/council/",
    "you said": "have-your-say/you-said/",
    "survey": "have-your-say/surveys/getting-there/",
    "events": "events/",
    "event": "events/winter-walk/",
    "alliances": "recovery-communities/",
    "lost": "no-such-page/",
}
"""Names of kinds of pages, and the path of one page of each."""


def _open_menu(page: Page) -> None:
    button = page.get_by_role("button", name="Menu")
    if button.is_visible():  # A wide page shows it all.
        button.click()


def _find(page: Page) -> None:
    page.get_by_label("Free", exact=False).first.check()
    page.get_by_role("button", name="Show").click()
    page.locator("[data-rr-find-results] > li").first.wait_for()


def _find_in_danger(page: Page) -> None:
    page.get_by_label("Or in your own words").fill("overdose")
    page.locator("[data-rr-urgent]").wait_for()


def _search(page: Page) -> None:
    page.get_by_role("searchbox").fill("naloxone")
    page.locator(".rr-results > li").first.wait_for()


def _open_controls(page: Page) -> None:
    page.locator("summary", has_text="Speed").click()


def _open_choices(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach((each) => each.open = true)")
    page.get_by_role("link", name="Go on to step 2").first.click()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "menu open": ("help now", _open_menu),
    "find help, choices made": ("find help", _find),
    "find help, in danger": ("find help", _find_in_danger),
    "search, results": ("search", _search),
    "programme, controls open": ("programme", _open_controls),
    "training, choices open": ("training", _open_choices),
}
"""What a page becomes when somebody uses it: its kind, and what to do there."""


def open_kind(page: Page, address: str, name: str) -> None:
    """Go to a kind of page, or to one in a state of `STATES`."""
    kind, act = STATES.get(name, (name, None))
    page.goto(address + KINDS[kind])
    if act:
        act(page)
