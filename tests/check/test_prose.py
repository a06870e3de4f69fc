"""What is said about a text after rendering."""

import pytest

from recovery_radio.check.prose import check_prose
from recovery_radio.model.page import Html, Prose
from recovery_radio.model.problem import Severity

TEXT = "One.\n\n[two](../two.md) and `<b>`.\n\n[three](service:three) <b>x</b>\n"


def prose(broken: tuple[str, ...] = (), dropped: tuple[str, ...] = (), failed: str = "") -> Prose:
    return Prose(Html(""), (), broken, dropped, failed)


def test_a_text_in_order_is_no_problem() -> None:
    assert list(check_prose("a.md", TEXT, 5, prose())) == []


def test_each_dead_link_is_named_once_with_its_line() -> None:
    found = list(check_prose("a.md", TEXT, 5, prose(("../two.md", "service:three", "../two.md"))))

    assert [(p.line, p.code) for p in found] == [(7, "dead-link"), (9, "dead-link")]


@pytest.mark.parametrize(
    ("target", "repair"),
    [
        ("episode:x", "Write `episode:` and the folder name of a published programme."),
        ("service:x", "Write `service:` and the file name of a service, without `.yml`."),
        ("helpline:x", "Write `helpline:` and a name of site/data/helplines.yml."),
        ("http://x.example/", "Write `https://`."),
        ("https://x", "Write an address that everybody can open, such as `https://example.org/page`."),
        ("/help-now/", "Links start with `https:`, `mailto:` or `tel:`, or name a page: `../help-now.md`."),
        ("javascript:x", "Links start with `https:`, `mailto:` or `tel:`, or name a page: `../help-now.md`."),
        ("help-now", "Name a page of the station with its path from here, such as `../help-now.md`."),
        ("", "Name a page of the station with its path from here, such as `../help-now.md`."),
    ],
)  # fmt: skip
def test_the_repair_fits_the_link(target: str, repair: str) -> None:
    [problem] = check_prose("a.md", TEXT, 1, prose((target,)))

    assert problem.repair == repair


def test_a_link_to_a_programme_that_is_not_public_stops_no_build() -> None:
    hidden = {"episode:old"}

    found = list(
        check_prose("a.md", "[a](episode:old#t=3)", 5, prose(("episode:old#t=3",)), hidden)
    )
    found += check_prose("a.md", "[a](episode:none)", 5, prose(("episode:none",)), hidden)

    assert [(p.code, p.severity) for p in found] == [
        ("dead-link", Severity.NOTICE), ("dead-link", Severity.ERROR),
    ]  # fmt: skip


def test_html_is_a_warning_at_the_first_place_where_it_stands() -> None:
    [problem] = check_prose("a.md", TEXT, 5, prose(dropped=("<b>", "<b>")))

    assert (problem.line, problem.code, problem.severity) == (7, "html-in-text", Severity.WARNING)


def test_a_text_that_could_not_be_read_is_named_at_its_start() -> None:
    [problem] = check_prose("a.md", TEXT, 5, prose(failed="The text takes too long to read."))

    assert (problem.line, problem.code) == (5, "unreadable-text")
    assert problem.what == "The text takes too long to read."
