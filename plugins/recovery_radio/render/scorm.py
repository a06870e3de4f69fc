"""The training pack for learning platforms: SCORM 1.2, which all of them still play.

Each module is an activity of its own (a "SCO"). It is passed for itself, in the ten minutes that
somebody has between two surgeries, and so nothing has to be remembered half done: the platform
gets a score, a status and the time, and never an answer. A pack in one piece would have to store
answers, or take an hour at one sitting.

The pages ask for nothing outside the package. Their links open beside the platform.

Sources: SCORM 1.2 Content Aggregation Model (ADL, 2001), https://scorm.com/scorm-explained/
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urljoin

from lxml import etree, html

from recovery_radio.render.pack import Pack

PASS_PERCENT = 80
"""Of the questions of a module, how many are to be right."""
MANIFEST = "imsmanifest.xml"
"""A platform reads it first."""
_IMS = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
_ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_SHARED = "shared"


def name_of_module(number: int) -> str:
    """Give the name of a module's page within the package."""
    return f"module-{number}.html"


def package_files(
    pack: Pack, site: str, pages: Mapping[int, str], shared: Mapping[str, str]
) -> dict[str, bytes]:
    """Give everything in the package, the manifest first.

    Args:
        pack: The modules.
        site: Address of the site.
        pages: The page of each module, as a template made it.
        shared: Styles and scripts that they name.
    """
    files = {MANIFEST: _manifest(pack, site, list(shared))}
    for view in pack.modules:
        number = view.module.number
        page = _on_its_own(pages[number], site + view.page.url)
        files[name_of_module(number)] = page
    return files | {name: text.encode() for name, text in shared.items()}


def _on_its_own(markup: str, url: str) -> bytes:
    """Let a page need nothing of the site, and let no link take the place of the activity."""
    root: Any = html.document_fromstring(markup)
    for picture in root.xpath("//picture | //img[not(parent::picture)]"):
        # It lies on the site, which would learn who learns.
        picture.drop_tree()
    for link in root.xpath("//a[@href]"):
        address, _, place = urljoin(url, link.get("href")).partition("#")
        if address == url:
            link.set("href", f"#{place}")
            continue
        link.set("href", f"{address}#{place}" if place else address)
        link.set("target", "_blank")
        link.set("rel", "noopener noreferrer")
    return bytes(html.tostring(root, encoding="utf-8", doctype="<!doctype html>"))


def _manifest(pack: Pack, site: str, shared: Sequence[str]) -> bytes:
    # Names of elements are not prefixed: some platforms look for them without namespaces.
    names = {None: _IMS, "adlcp": _ADL}
    root = etree.Element(f"{{{_IMS}}}manifest", nsmap=names)  # type: ignore[arg-type]
    root.set("identifier", "pack-" + re.sub(r"[^A-Za-z0-9]+", "-", site).strip("-"))
    root.set("version", "1.2")
    metadata = _add(root, "metadata")
    _add(metadata, "schema").text = "ADL SCORM"
    _add(metadata, "schemaversion").text = "1.2"
    organisation = _add(
        _add(root, "organizations", default="training"), "organization", identifier="training"
    )
    _add(organisation, "title").text = pack.title
    resources = _add(root, "resources")
    for view in pack.modules:
        number, title = view.module.number, view.page.title
        page = name_of_module(number)
        item = _add(
            organisation, "item", identifier=f"item-{number}", identifierref=f"module-{number}"
        )
        _add(item, "title").text = f"{number}. {title}"
        etree.SubElement(item, f"{{{_ADL}}}masteryscore").text = str(PASS_PERCENT)
        sco = _resource(resources, f"module-{number}", "sco", [page])
        sco.set("href", page)
        _add(sco, "dependency", identifierref=_SHARED)
    _resource(resources, _SHARED, "asset", shared)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _resource(
    resources: etree._Element, name: str, kind: str, files: Sequence[str]
) -> etree._Element:
    resource = _add(resources, "resource", identifier=name, type="webcontent")
    resource.set(f"{{{_ADL}}}scormtype", kind)
    for file in files:
        _add(resource, "file", href=file)
    return resource


def _add(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_IMS}}}{tag}", attributes)
