"""Sums on sheets, in real Chromium, beside Python's decimals: exact to the penny."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from browser.visits import Visit
from sheets import SHEETS
from sites import build_site

APPLY = "small-sparks/apply/"
POOL = "self-directed-support/pooled-budget/"
TRY = "self-directed-support/test-budget/"
MOST = 1_000_000_000

pence = st.integers(0, MOST)
texts = st.text(max_size=12) | st.from_regex(r"£?-?[0-9,]{0,9}(\.[0-9]{0,4})?", fullmatch=True)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> str:
    return serve_folder(build_site(tmp_path_factory.mktemp("money"), SHEETS))


@pytest.fixture
def page(address: str, visit: Callable[..., Visit]) -> Page:
    return visit(address + POOL).page


@pytest.fixture
def money(page: Page) -> Callable[..., Any]:
    """Call a function of `money.js`, with many arguments at once."""
    calls = """async ([name, many]) => {
        const module = await import("/assets/radio/money.js");
        return many.map((each) => module[name](...each));
    }"""
    return lambda name, *many: page.evaluate(calls, [name, many])


def as_people_write(amount: int) -> list[str]:
    """Write pence in all the ways that are taken."""
    pounds = Decimal(amount) / 100
    plain, grouped = f"{pounds:.2f}", f"{pounds:,.2f}"
    short = [f"{pounds:.1f}"] if amount % 10 == 0 else []
    whole = [str(amount // 100)] if amount % 100 == 0 else []
    return [plain, f"£{plain}", f" £ {plain} ", grouped, f"£{grouped}", *short, *whole]


def read_in_python(text: str) -> int | None:
    """Read a sum by the rule as it is told to people, with Python's decimals."""
    if not (found := re.fullmatch(r"£?\s*([0-9,]+)(\.[0-9]{1,2})?", text.strip())):
        return None
    whole = found[1]
    if "," in whole:
        first, *rest = whole.split(",")
        if not 1 <= len(first) <= 3 or any(len(part) != 3 for part in rest):
            return None
    digits = whole.replace(",", "")
    amount = int(Decimal(digits + (found[2] or "")) * 100)
    if amount > MOST or ("," not in whole and len(digits) > 9):
        return None
    return amount


def test_sums_are_read_as_people_write_them(money: Callable[..., Any]) -> None:
    taken = {
        "12": 1200,
        "12.5": 1250,
        "£12.50": 1250,
        "1,200.00": 120000,
        "0": 0,
        "0.07": 7,
        "£ 8": 800,
        " 8.10 ": 810,
    }
    assert money("parsePence", *([text] for text in taken)) == list(taken.values())
    refused = (
        "12.505 -3 abc 1,20 12,34.00 ,100 1.2.3 £ 1e3 ∞ ٣ 12. .5 50p 99999999999 --1 +1".split()
    )
    assert money("parsePence", *([text] for text in refused)) == [None] * len(refused)


def test_every_way_of_writing_a_sum_gives_its_pence(money: Callable[..., Any]) -> None:
    @settings(max_examples=20)
    @given(st.lists(pence, min_size=20, max_size=60))
    def hold(amounts: list[int]) -> None:
        ways = [(text, amount) for amount in amounts for text in as_people_write(amount)]
        assert money("parsePence", *([text] for text, _ in ways)) == [amount for _, amount in ways]

    hold()


def test_any_text_is_read_as_python_reads_it(money: Callable[..., Any]) -> None:
    @settings(max_examples=25)
    @given(st.lists(texts, min_size=30, max_size=80))
    def hold(many: list[str]) -> None:
        # What a browser takes for a space, and for a letter, is not quite what Python does.
        many = [text for text in many if text.replace("£", "").isascii() and text.isprintable()]
        read = money("parsePence", *([text] for text in many))
        assert read == [read_in_python(text) for text in many]

    hold()


def test_sums_are_printed_as_pythons_decimals_are(money: Callable[..., Any]) -> None:
    @settings(max_examples=20)
    @given(st.lists(st.integers(-MOST, MOST), min_size=30, max_size=80))
    def hold(amounts: list[int]) -> None:
        signs = ["−" if amount < 0 else "" for amount in amounts]
        wanted = [
            f"{sign}£{Decimal(abs(amount)) / 100:,.2f}"
            for sign, amount in zip(signs, amounts, strict=True)
        ]
        assert money("formatPence", *([amount] for amount in amounts)) == wanted

    hold()


def test_totals_are_those_of_pythons_decimals(money: Callable[..., Any]) -> None:
    @settings(max_examples=20)
    @given(st.lists(st.lists(pence, max_size=12), min_size=5, max_size=20))
    def hold(many: list[list[int]]) -> None:
        wanted = [int(sum((Decimal(a) / 100 for a in each), Decimal()) * 100) for each in many]
        assert money("totalOf", *([each] for each in many)) == wanted

    hold()


def share_in_python(cost: int, weights: list[int]) -> list[int]:
    """Give each their part of a cost, rounded down, and the odd pennies to the largest fractions."""
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    exact = [Decimal(cost * weight) / whole for weight in weights]
    down = [cost * weight // whole for weight in weights]
    # Fractions, and not decimals, tell which is larger.
    rest = [cost * weight % whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda index: (-rest[index], index))
    for index in order[: cost - sum(down)]:
        down[index] += 1
    assert all(abs(share - part) < 1 for share, part in zip(down, exact, strict=True))
    return down


def test_shares_come_to_the_cost_and_are_fair_to_the_penny(money: Callable[..., Any]) -> None:
    weights = st.lists(st.integers(0, MOST), min_size=1, max_size=10)
    alike = st.integers(1, 10).map(lambda number: [1] * number)

    @settings(max_examples=40)
    @given(st.lists(st.tuples(pence, weights | alike), min_size=5, max_size=20))
    def hold(many: list[tuple[int, list[int]]]) -> None:
        for (cost, each), shares in zip(many, money("shareOut", *many), strict=True):
            got = [share["pence"] for share in shares]
            assert got == share_in_python(cost, each)
            if any(each):
                assert sum(got) == cost
                assert sum(share["odd"] for share in shares) < len(each)
            if len(set(each)) == 1 and each[0]:
                assert max(got) - min(got) <= 1
                assert got == sorted(got, reverse=True)  # The first on the list pay the odd penny.

    hold()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("50", ""),
        ("£50.00", ""),
        ("500", ""),
        ("87.50", ""),
        ("499.99", ""),
        ("49", "£49.00 is below the £50"),
        ("49.99", "£49.99 is below the £50"),
        ("501", "£501.00 is above £500"),
        ("500.01", "£500.01 is above £500"),
        ("12.505", "cannot be read as a sum"),
        ("-3", "cannot be read as a sum"),
        ("abc", "cannot be read as a sum"),
    ],
)
def test_an_application_is_from_50_to_500_pounds(
    asked: str, said: str, address: str, page: Page
) -> None:
    page.goto(address + APPLY)
    field = page.get_by_label("How much do you ask for?")
    field.fill(asked)
    field.blur()
    fault = page.locator("#spark-asked-fault")
    if not said:
        expect(fault).to_have_text("")
        expect(field).not_to_have_attribute("aria-invalid", "true")
        return
    expect(fault).to_contain_text(said)
    expect(field).to_have_attribute("aria-invalid", "true")
    # Somebody who puts it right is not told off while typing.
    field.fill("60")
    expect(fault).to_have_text("")


def test_without_scripting_the_rule_stands_beside_the_field(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(address + APPLY, java_script_enabled=False).page
    hint = page.locator("#spark-asked-hint")
    expect(hint).to_contain_text("From £50 to £500, both included.")
    expect(hint).to_contain_text("If you need less")
    expect(hint).to_contain_text("If you need more")


def test_the_parts_of_an_application_are_added_up_and_compared(address: str, page: Page) -> None:
    page.goto(address + APPLY)
    page.get_by_label("How much do you ask for?").fill("60")
    # Fractions of a pound in binary would make this 60.00000000000001.
    for number, cost in enumerate(["0.10", "0.20", "19.70", "40"], 1):
        page.get_by_label(f"Cost, {number}").fill(cost)
    total, compared = page.locator("#spark-part-total"), page.locator("[data-rr-compared]")
    expect(total).to_have_text("£60.00")
    expect(compared).to_have_text("That is the sum that you ask for.")
    page.get_by_label("Cost, 5").fill("2.5")
    expect(compared).to_contain_text("£2.50 more than you ask for")
    page.get_by_label("How much do you ask for?").fill("100")
    expect(compared).to_contain_text("£37.50 less than you ask for")
    page.get_by_label("Cost, 5").fill("a lot")
    page.get_by_label("Cost, 6").click()
    expect(total).to_have_text("One sum cannot be read yet")
    expect(page.locator("#spark-part-5-fault")).to_contain_text("12.50")


def test_a_test_budget_tells_what_is_left_to_the_penny(address: str, page: Page) -> None:
    page.goto(address + TRY)
    page.get_by_label("How much is there?").fill("£54")
    for number in range(1, 6):
        page.get_by_label(f"Cost, {number}", exact=True).fill("8.10")
    expect(page.locator("#test-plan-total")).to_have_text("£40.50")
    expect(page.locator("[data-rr-rest=test-plan]")).to_contain_text("£13.50 of the budget")
    page.get_by_label("Paid, 1", exact=True).fill("54.01")
    expect(page.locator("[data-rr-rest=test-paid]")).to_contain_text("£0.01 more was paid")


def test_a_pool_is_shared_with_its_odd_pennies_told(page: Page) -> None:
    for number, (name, sum_) in enumerate([("Ali", "5"), ("Bo", "5"), ("Cy", "2.50")], 1):
        page.get_by_label(f"Name, any will do, {number}").fill(name)
        page.get_by_label(f"Puts in, {number}").fill(sum_)
    page.get_by_label("Cost, 1", exact=True).fill("10")
    page.get_by_label("The same for everybody").check()
    shares = page.locator(".rr-costs__share output")
    expect(page.locator("[data-rr-pool]")).to_have_text("£2.50 is left over.")
    expect(shares.nth(0)).to_have_text(
        "Share: £3.34. There is an odd penny in it. Gets back £1.66."
    )
    expect(shares.nth(1)).to_have_text("Share: £3.33. Gets back £1.67.")
    expect(shares.nth(2)).to_have_text("Share: £3.33. Still owes £0.83.")
    expect(shares.nth(3)).to_have_text("")
    page.get_by_label("In proportion").check()
    expect(shares.nth(0)).to_have_text("Share: £4.00. Gets back £1.00.")
    expect(shares.nth(2)).to_have_text("Share: £2.00. Gets back £0.50.")
    page.get_by_label("Cost, 2", exact=True).fill("3")
    expect(page.locator("[data-rr-pool]")).to_have_text("£0.50 is missing.")


def test_a_pool_has_no_shares_before_there_is_a_rule_or_anything_to_go_by(page: Page) -> None:
    shares = page.locator(".rr-costs__share output")
    page.get_by_label("Name, any will do, 1").fill("Ali")
    page.get_by_label("Cost, 1", exact=True).fill("10")
    expect(page.locator("[data-rr-pool]")).to_have_text("£10.00 is missing.")
    expect(shares.nth(0)).to_have_text("")
    page.get_by_label("The same for everybody").check()
    expect(shares.nth(0)).to_have_text("Share: £10.00. Still owes £10.00.")
    # In proportion to nothing, nobody has a share.
    page.get_by_label("In proportion").check()
    expect(shares.nth(0)).to_have_text("")
    expect(page.locator("[data-rr-pool]")).to_have_text("£10.00 is missing.")
    page.get_by_label("Puts in, 1").fill("4")
    expect(shares.nth(0)).to_have_text("Share: £10.00. Still owes £6.00.")
