"""The pages of Small Sparks in a real station: bounds as in the model, sums as in the register."""

from pathlib import Path

import pytest
from lxml import html

from recovery_radio.model.spark import LEAST, MOST
from sheets import SHEETS
from sites import build_site

REGISTER = """
-- site/data/small_sparks.yml --
"2026":
  from: 2026-01
  to: 2026-12
  budget: 300
  decisions:
    - {month: 2026-02, asked: 180, purpose: A "bus" & <b>pass, decision: yes, reason: It opens.}
    - {month: 2026-03, asked: 87.5, purpose: A spade, decision: part, given: 50.05, reason: Less.}
"""


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("sparks"), SHEETS, REGISTER)


def test_the_application_has_the_bounds_of_the_model_in_numbers_and_in_words(public: Path) -> None:
    page = html.parse(public / "small-sparks/apply/index.html")

    [asked] = page.xpath("//*[@data-rr-asked]")
    assert (asked.get("data-least"), asked.get("data-most")) == (
        str(LEAST * 100),
        str(MOST * 100),
    )
    assert f"the £{LEAST} at which" in asked.get("data-too-little")
    assert f"above £{MOST}," in asked.get("data-too-much")
    assert f"From £{LEAST} to £{MOST}, both included." in asked.text_content()


def test_decisions_are_shown_with_their_sums_and_without_markup(public: Path) -> None:
    page = html.parse(public / "small-sparks/decisions/index.html")

    words = " ".join(page.xpath("//main")[0].text_content().split())
    for shown in ("2: 1 yes, 1 in part, 0 no", "£267.50", "£230.05", "£69.95", 'A "bus" & <b>pass.'):  # fmt: skip
        assert shown in words
    assert "These are examples." not in words
