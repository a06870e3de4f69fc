"""SVG files: drawings only. Opened by themselves they are pages, and could run scripts.

Source: https://www.w3.org/TR/svg-integration/#dynamic-interactive-mode
"""

from collections.abc import Iterator

from lxml import etree

from recovery_radio.model.problem import Problem
from recovery_radio.verify.fault import Fault
from recovery_radio.verify.folder import Folder
from recovery_radio.verify.links import load_faults
from recovery_radio.verify.markup import (
    SVG_ELEMENTS,
    attribute_fault,
    element_fault,
    names_to_judge,
)
from recovery_radio.verify.styles import style_faults
from recovery_radio.verify.xml_file import Broken, instructions, line_of, local_name, parse_xml

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_INSTRUCTION = Fault(
    "has a processing instruction, which may load a style sheet or a script.",
    "Save the drawing as plain SVG.",
    "unsafe-element",
)


def check_drawings(folder: Folder) -> list[Problem]:
    """Check every SVG file of the site."""
    problems: list[Problem] = []
    for path in folder.ending_in(".svg"):
        root = parse_xml(folder.read(path))
        if isinstance(root, Broken):
            problems.append(_unreadable(root.why).at(path, root.line))
            continue
        problems += [_INSTRUCTION.at(path, line_of(node)) for node in instructions(root)]
        for element in root.iter("*"):
            line = line_of(element)
            problems += [fault.at(path, line) for fault in _faults(folder, path, element)]
    return problems


def _faults(folder: Folder, path: str, element: etree._Element) -> Iterator[Fault]:
    tag = local_name(element)
    if tag == "style":
        css = "".join(str(text) for text in element.itertext())
        yield from (fault for _, fault in style_faults(folder, path, css))
    is_drawn = tag in SVG_ELEMENTS and etree.QName(element).namespace == _SVG
    # Without its attributes, since whatever they say no script belongs into a drawing.
    if not is_drawn and tag != "style" and (fault := element_fault(tag, {})):
        yield fault
    for key, value in element.attrib.items():
        yield from _attribute_faults(folder, path, tag, str(key), str(value))


def _attribute_faults(folder: Folder, path: str, tag: str, key: str, value: str) -> Iterator[Fault]:
    if key in ("href", f"{{{_XLINK}}}href"):
        yield from load_faults(folder, path, "use", value)
    elif key == "style":
        yield from (fault for _, fault in style_faults(folder, path, value))
    elif key != "id":
        for name in names_to_judge(etree.QName(key).localname):
            if fault := attribute_fault(tag, name, value):
                yield fault


def _unreadable(why: str) -> Fault:
    return Fault(
        f"cannot be read as a drawing: {why}.", "Save the drawing as plain SVG.", "bad-svg"
    )
