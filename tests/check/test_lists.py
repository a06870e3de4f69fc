"""Lists of what to do and what not to do."""

import pytest

from recovery_radio.check.lists import misworded_items

LIST = """{label}

- do not use alone
- {item}

More words.

- anything
"""


@pytest.mark.parametrize(
    "label",
    [
        "## Do not",
        "### Don't",
        "## Don’t:",
        "**Do not**",
        "**Do not:**",
        '!!! warning "Do not"',
        "## Do nots",
    ],
)
def test_every_item_of_a_do_not_list_says_so_itself(label: str) -> None:
    text = LIST.format(label=label, item="leave them on their back")

    assert [*misworded_items(text)] == [(3, "leave them on their back", True)]
    assert [*misworded_items(LIST.format(label=label, item="do not leave them"))] == []


@pytest.mark.parametrize("item", ["Do not leave", "don't leave", "never leave"])
def test_the_words_are_the_health_services_own(item: str) -> None:
    assert [*misworded_items(LIST.format(label="## Do not", item=item))] == [(3, item, True)]


@pytest.mark.parametrize("item", ["do not leave", "Don't leave", "Never leave"])
def test_no_item_of_a_do_list_forbids(item: str) -> None:
    text = f'!!! tip "Do"\n    - stay with them\n    - {item}\n'

    assert [*misworded_items(text)] == [(2, item, False)]


@pytest.mark.parametrize(
    "label", ["## Do you need help?", "## What to do", "Do not:", "## Don't wait"]
)
def test_other_headings_make_other_lists(label: str) -> None:
    assert [*misworded_items(LIST.format(label=label, item="leave them"))] == []


def test_a_list_ends_with_the_next_heading_or_paragraph() -> None:
    assert [*misworded_items("## Do not\n\n- do not wait\n\n## Next\n\n- ring")] == []


def test_items_that_go_on_over_lines_are_one_item() -> None:
    assert [
        *misworded_items("## Do not\n\n1. do not wait\n   until morning\n2. do not hide it")
    ] == []
