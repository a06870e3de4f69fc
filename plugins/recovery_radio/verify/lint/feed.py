"""One feed, ours or somebody else's: everything that is wrong with it, in one list.

Fetches nothing and has no clock: the same bytes give the same findings.
"""

from datetime import datetime

from recovery_radio.verify.lint.channel import check_channel, check_cover
from recovery_radio.verify.lint.document import (
    Document,
    channel_of,
    check_document,
    read_document,
)
from recovery_radio.verify.lint.files import Behind, check_files
from recovery_radio.verify.lint.finding import Finding, Report
from recovery_radio.verify.lint.items import Items
from recovery_radio.verify.lint.lines import lines_of
from recovery_radio.verify.lint.names import Names
from recovery_radio.verify.lint.notes import check_notes
from recovery_radio.verify.lint.podcast import check_podcast_tags
from recovery_radio.verify.lint.tags import check_tags
from recovery_radio.verify.lint.times import check_times


def lint_feed(
    raw: bytes,
    *,
    address: str = "",
    now: datetime | None = None,
    behind: Behind | None = None,
) -> list[Finding]:
    """Say everything that is wrong with a podcast feed.

    Args:
        raw: The feed.
        address: Where it was read from, to compare with what it says; empty if nobody knows.
        now: The time, aware; if absent, dates in the future are not noticed.
        behind: Finds the file behind an address; if absent, no file is looked at.

    Returns:
        Findings in the order of their lines; none if all is well.

    Raises:
        OSError: A file that `behind` found cannot be read.
    """
    document = read_document(raw)
    if not isinstance(document, Document):
        return [document]
    report = Report()
    check_document(document, len(raw), report)
    _check_podcast(document, report, address, now, behind)
    if report.is_clean:
        return []
    return report.findings(lines_of(document.root, document.text))


def _check_podcast(
    document: Document, report: Report, address: str, now: datetime | None, behind: Behind | None
) -> None:
    root, names = document.root, Names()
    channel = channel_of(root, names, report)
    if channel is None:
        return
    check_tags(root, names, report)
    check_channel(channel, names, report, address)
    check_cover(channel, names, report)
    items = Items(channel, names, report, now)
    for item in names.children(channel, "item"):
        items.check(item)
        check_times(item, names, report)
    check_podcast_tags(root, names, report)
    check_notes(root, names, report)
    if behind:
        check_files(root, names, behind, report)
