"""Packages for learning platforms: they hold what their manifest lists, and ask for nothing else.

A platform shows their pages on its own address, to people whose names it knows. So a package is held to
what the site itself is held to: its own scripts, no request to anybody, numbers from a register.

Source: SCORM 1.2 Content Aggregation Model (ADL, 2001)
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from recovery_radio.model.problem import Problem
from recovery_radio.verify.addresses import Reach, resolve
from recovery_radio.verify.fault import Fault
from recovery_radio.verify.folder import Folder, is_expected
from recovery_radio.verify.links import link_fault, load_faults
from recovery_radio.verify.numbers import numbers_on_page
from recovery_radio.verify.scripts import check_scripts
from recovery_radio.verify.styles import check_style_sheets

_MANIFEST = "imsmanifest.xml"
_FILE = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}file"


def check_packages(folder: Folder) -> Iterator[Problem]:
    """Say what is wrong with every package, and with the files in it."""
    for path in folder.ending_in(".zip"):
        try:
            with zipfile.ZipFile(io.BytesIO(folder.read(path))) as package:
                for problem in _in_package(folder, package):
                    yield problem._replace(path=f"{path}/{problem.path}")
        except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError):
            yield _BROKEN.at(path, 1)


def _in_package(site: Folder, package: zipfile.ZipFile) -> Iterator[Problem]:
    names = frozenset(package.namelist())
    # It is read like a folder, and is none.
    root: Any = zipfile.Path(package)
    inside = Folder(root, names, numbers=site.numbers)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    manifest = etree.fromstring(package.read(_MANIFEST), parser)
    listed = {element.get("href", "") for element in manifest.iter(_FILE)}
    for name in sorted(names ^ (listed | {_MANIFEST})):
        yield (_UNLISTED if name in names else _MISSING).at(name, 1)
    for name in sorted(names):
        if not is_expected(name):
            yield _STRAY.at(name, 1)
    for name in inside.ending_in(".html"):
        page = package.read(name)
        for fault in dict.fromkeys(_page_faults(site, inside, name, page)):
            yield fault.at(name, 1)
        yield from numbers_on_page(inside, name, page)
    yield from (*check_scripts(inside), *check_style_sheets(inside))


def _page_faults(site: Folder, inside: Folder, name: str, page: bytes) -> Iterator[Fault]:
    tree = LexborHTMLParser(page)
    for node in tree.css("[src], link[href]"):
        address = node.attributes.get("src") or node.attributes.get("href") or ""
        yield from load_faults(inside, name, node.tag or "", address)
    if tree.css("script:not([src]), style, [style]"):
        yield _INLINE
    for link in tree.css("a[href]"):
        address = link.attributes["href"] or ""
        target = resolve(address, name)
        if target.reach is Reach.HTTPS:
            # The site's own pages are links to the web here, and have to be there.
            target = resolve(address, "", site.url)
            fault = link_fault(site, address, target)
        else:
            fault = link_fault(inside, address, target)
        if fault:
            yield fault


_BROKEN = Fault(
    "is no package that a learning platform can open.",
    "Make it anew, or leave it out.",
    "bad-package",
)
_STRAY = Fault("has no business in a package.", "Take it out.", "bad-package")
_UNLISTED = Fault(
    "is in the package, and not in its manifest.", "List it, or take it out.", "bad-package"
)
_MISSING = Fault(
    "is in the manifest, and not in the package.", "Add it, or take it off the list.", "bad-package"
)
_INLINE = Fault(
    "has a script or a style written into it, which its own policy forbids.",
    "Put it into a file of its own.",
    "bad-package",
)
