"""Every tag by the table of tags: where it may stand, what it must say, and in which form.

Tags of namespaces that the table does not know are left alone: RSS is made to be extended.
"""

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from recovery_radio.verify.lint.files import check_ending, repair_for
from recovery_radio.verify.lint.finding import Report, read_table
from recovery_radio.verify.lint.forms import Form, form_of, keeps_spaces, may_be_blank
from recovery_radio.verify.lint.names import Names
from recovery_radio.verify.lint.sources import GENERAL, source_of
from recovery_radio.verify.lint.words import nearest


class Value(NamedTuple):
    """What a text or an attribute must be."""

    form: Form
    may_be_blank: bool
    keeps_spaces: bool


class Tag(NamedTuple):
    """One row of `tags.toml`."""

    parents: frozenset[str]
    """Where it may stand; empty if that is not checked."""
    once: bool
    text: Value | None
    needs: tuple[str, ...]
    wants: tuple[str, ...]
    attributes: Mapping[str, Value]
    holds: tuple[str, ...]
    file: str
    """The attribute that names a file; empty if none does."""
    deprecated: str
    """What to write instead; empty if the tag is in use."""


def _value(form: str) -> Value:
    return Value(form_of(form), may_be_blank(form), keeps_spaces(form))


def _tag(row: Mapping[str, object]) -> Tag:
    needs, wants, takes = (_mapping(row.get(key)) for key in ("needs", "wants", "takes"))
    text = row.get("text")
    return Tag(
        parents=frozenset(_list(row.get("in"))),
        once=bool(row.get("once")),
        text=_value(str(text)) if text else None,
        needs=tuple(needs),
        wants=tuple(wants),
        attributes={name: _value(form) for name, form in (needs | wants | takes).items()},
        holds=tuple(_list(row.get("holds"))),
        file=str(row.get("file", "")),
        deprecated=str(row.get("deprecated", "")),
    )


def _mapping(value: object) -> dict[str, str]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[str]:
    return value if isinstance(value, list) else []


TAGS = {name: _tag(row) for name, row in read_table("tags.toml").items()}
_CHECKED = {name.rpartition(":")[0] for name in TAGS}


def check_tags(root: etree._Element, names: Names, report: Report) -> None:
    """Check every element of a feed by itself and in its place."""
    seen: set[tuple[etree._Element, str]] = set()
    for element in root.iter("*"):
        name = names.of(element)
        tag = TAGS.get(name)
        if tag:
            _check_place(element, name, tag, names, report, seen)
            _check_attributes(element, name, tag, report)
            if tag.text:
                _check_value(tag.text, element.text or "", f"<{name}>", name, element, report)
            _check_inner(element, name, tag, names, report)
        elif name and name.rpartition(":")[0] in _CHECKED:
            _report_unknown(element, name, names, report)


def _report_unknown(element: etree._Element, name: str, names: Names, report: Report) -> None:
    parent = element.getparent()
    # Inside an element that nobody knows, nobody knows the names either.
    if parent is None or names.of(parent) in TAGS:
        prefix, _, local = name.rpartition(":")
        known = {n.rpartition(":")[2]: n for n in TAGS if n.rpartition(":")[0] == prefix}
        near = nearest(local, known)
        repair = f"Write `<{known[near]}>`." if near else ""
        what = f"There is no tag `<{name}>`."
        report.add("feed-unknown-tag", element, what, repair, source_of(name))


def _check_place(
    element: etree._Element,
    name: str,
    tag: Tag,
    names: Names,
    report: Report,
    seen: set[tuple[etree._Element, str]],
) -> None:
    parent = element.getparent()
    if parent is None:
        return
    outer = names.of(parent)
    # A live item may hold what an item may.
    place = "item" if outer == "podcast:liveItem" else outer
    if tag.parents and outer in TAGS and not tag.parents & {place, outer}:
        right = " or ".join(f"<{p}>" for p in sorted(tag.parents))
        what = f"<{name}> stands inside <{outer}>."
        report.add("feed-misplaced-tag", element, what, f"Move it into {right}.", source_of(name))
    elif tag.once:
        if (parent, name) in seen:
            what = f"<{outer}> has <{name}> more than once."
            report.add("feed-repeated-tag", element, what, "", source_of(name))
        seen.add((parent, name))
    if tag.deprecated:
        report.add("feed-deprecated", element, f"<{name}> is out of use.", tag.deprecated)


def _check_attributes(element: etree._Element, name: str, tag: Tag, report: Report) -> None:
    source = source_of(name)
    for attribute in tag.needs:
        if attribute not in element.attrib:
            what = f"<{name}> has no `{attribute}`."
            report.add("feed-attribute-missing", element, what, f"Add `{attribute}`.", source)
    for attribute in tag.wants:
        if attribute not in element.attrib:
            what = f"<{name}> has no `{attribute}`."
            report.add("feed-attribute-advised", element, what, f"Add `{attribute}`.", source)
    for key, text in element.attrib.items():
        attribute = str(key)
        value = tag.attributes.get(attribute)
        if value:
            subject = f"`{attribute}` of <{name}>"
            # What a mistyped type should be is told best by the file's own name.
            file = element.get(tag.file, "") if tag.file and attribute == "type" else ""
            _check_value(value, str(text), subject, name, element, report, repair_for(file))
        elif not attribute.startswith("{"):
            near = nearest(attribute, tag.attributes)
            what = f"<{name}> has an attribute `{attribute}`, which nobody knows."
            repair = f"Write `{near}`." if near else ""
            report.add("feed-attribute-unknown", element, what, repair, source)
    if tag.file and "type" in element.attrib:
        check_ending(element, name, element.get(tag.file, ""), element.get("type", ""), report)


def _check_value(
    value: Value,
    text: str,
    subject: str,
    name: str,
    element: etree._Element,
    report: Report,
    repair: str = "",
) -> None:
    bare = text.strip()
    if not bare:
        if not value.may_be_blank:
            report.add("feed-empty", element, f"{subject} says nothing.", "", source_of(name))
        return
    if bare != text and not value.keeps_spaces:
        report.add("feed-spaces", element, f"{subject} has spaces around it.")
    flaw = value.form(bare)
    if flaw:
        source = source_of(name) if flaw.code in GENERAL else ""
        report.add(flaw.code, element, f"{subject} {flaw.clause}", repair or flaw.repair, source)


def _check_inner(
    element: etree._Element, name: str, tag: Tag, names: Names, report: Report
) -> None:
    for inner in tag.holds:
        if not names.children(element, inner):
            what = f"<{name}> has no <{inner}> inside."
            report.add("feed-child-missing", element, what, f"Add <{inner}>.", source_of(name))
