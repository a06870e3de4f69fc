"""Texts: links that lead somewhere, and nothing that had to be left out."""

from collections.abc import Collection, Iterator

from recovery_radio.model.page import Prose
from recovery_radio.model.problem import Problem, Severity


def check_prose(
    path: str, text: str, first_line: int, prose: Prose, hidden: Collection[str] = ()
) -> Iterator[Problem]:
    """Say what is wrong with a text.

    Args:
        path: Its file.
        text: Its Markdown.
        first_line: Line of the file on which that begins.
        prose: What became of it.
        hidden: Links that would lead somewhere if it were public: `episode:first-steps`. They
            stop no build, or a programme whose consent runs out would stay up for its links.
    """

    def line(word: str) -> int:
        return first_line + text.count("\n", 0, max(text.find(word), 0))

    if prose.failed:
        yield Problem(
            path, first_line, prose.failed, "Write it in a simpler way.", "unreadable-text"
        )
    for target in dict.fromkeys(prose.broken):
        if target.partition("#")[0] in hidden:
            what = f"The link '{target[:80]}' is left out, since the programme is not public."
            repair = "Remove it, unless the programme will be public."
            yield Problem(path, line(target), what, repair, "dead-link", Severity.NOTICE)
        else:
            what = f"The link '{target[:80]}' leads nowhere."
            yield Problem(path, line(target), what, _link_repair(target), "dead-link")
    for name in dict.fromkeys(prose.dropped):
        what = f"`{name[:40]}` is HTML, which is not used here; it is shown as text."
        repair = "Write it in Markdown, or remove it."
        yield Problem(path, line(name), what, repair, "html-in-text", Severity.WARNING)


def _link_repair(target: str) -> str:
    scheme = target.partition(":")[0]
    if scheme == "episode":
        return "Write `episode:` and the folder name of a published programme."
    if scheme == "service":
        return "Write `service:` and the file name of a service, without `.yml`."
    if scheme == "helpline":
        return "Write `helpline:` and a name of site/data/helplines.yml."
    if scheme == "http":
        return "Write `https://`."
    if scheme == "https":
        return "Write an address that everybody can open, such as `https://example.org/page`."
    if ":" in target or target.startswith("/"):
        return "Links start with `https:`, `mailto:` or `tel:`, or name a page: `../help-now.md`."
    return "Name a page of the station with its path from here, such as `../help-now.md`."
