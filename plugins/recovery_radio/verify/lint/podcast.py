"""Rules of the podcast namespace that one attribute or text alone cannot break.

Source: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md
"""

import re
from collections.abc import Callable

from lxml import etree

from recovery_radio.verify.fault import shorten
from recovery_radio.verify.lint.finding import Report
from recovery_radio.verify.lint.names import Names
from recovery_radio.verify.lint.sources import source_of
from recovery_radio.verify.lint.words import WORDS

# A digest in base64 has 43, 64 or 86 letters and fills up to a multiple of four.
_SRI = re.compile(
    r"(sha256-[A-Za-z0-9+/]{43}=|sha384-[A-Za-z0-9+/]{64}|sha512-[A-Za-z0-9+/]{86}==)"
    r"(\s+sha(256|384|512)-[A-Za-z0-9+/]+={0,2})*"
)


def check_podcast_tags(root: etree._Element, names: Names, report: Report) -> None:
    """Check the tags whose attributes and texts depend on each other."""
    for element in root.iter("*"):
        check = _CHECKS.get(names.of(element))
        if check:
            check(element, report)


def _check_social(element: etree._Element, report: Report) -> None:
    protocol = element.get("protocol", "")
    others = sorted(str(key) for key in element.attrib if key != "protocol")
    if protocol == "disabled" and others:
        what = f"<podcast:socialInteract> is `disabled` and has `{others[0]}`."
        report.add("feed-social", element, what)
    elif protocol != "disabled" and "uri" not in others:
        report.add("feed-social", element, "<podcast:socialInteract> has no `uri`.")


def _check_license(element: etree._Element, report: Report) -> None:
    name = (element.text or "").strip()
    if name and name.lower() not in WORDS["license"] and not element.get("url"):
        what = f"`{shorten(name)}` is no licence of the list, and has no `url`."
        report.add("feed-license", element, what)


def _check_integrity(element: etree._Element, report: Report) -> None:
    value = element.get("value", "").strip()
    if element.get("type") == "sri" and not _SRI.fullmatch(value):
        report.add("feed-integrity", element, f"`{shorten(value)}` is no digest as SRI writes it.")


def _check_txt(element: etree._Element, report: Report) -> None:
    text = (element.text or "").strip()
    if element.get("purpose") == "ai-content" and text not in WORDS["truth"]:
        what = f"<podcast:txt> about `ai-content` is `{shorten(text)}`."
        repair = "Write `true` or `false`."
        report.add("feed-choice", element, what, repair, source_of("podcast:txt"))


_CHECKS: dict[str, Callable[[etree._Element, Report], None]] = {
    "podcast:socialInteract": _check_social,
    "podcast:license": _check_license,
    "podcast:integrity": _check_integrity,
    "podcast:txt": _check_txt,
}
