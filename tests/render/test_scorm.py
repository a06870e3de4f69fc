"""The package for learning platforms: its manifest, and pages that need nothing of the site."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import etree, html

from recovery_radio.model.page import Page
from recovery_radio.render.pack import Pack
from recovery_radio.render.scorm import MANIFEST, package_files
from sites import edit, read_station
from training import MODULE

SITE = "https://tiny.example/radio/"
SECOND = edit(
    MODULE,
    ("gp-training/drinking.md", "gp-training/second.md"),
    ("  number: 1", "  number: 2"),
    ("  minutes: 10", "  minutes: 15"),
    ("reviewed: 2026-11-01", "reviewed: 2026-10-01"),
    ("review_due: 2027-11-01", "review_due: 2027-10-01"),
)
PAGE = """<!doctype html><html lang="en"><head><title>One &amp; two</title></head><body>
<picture><source srcset="a.avif"><img src="a.jpg" alt="A"></picture><p><img src="b.png" alt="B"> Stay.</p>
<a href="../second/">next</a> <a href="#case">case</a> <a href="../../help-now/#first">help</a>
<a href="https://other.example/">other</a></body></html>"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    hub, problems = read_station(tmp_path_factory.mktemp("station"), MODULE, SECOND)
    assert problems == []
    return sorted((page for page in hub.pages if page.module), key=lambda page: page.reviewed or 0)


@pytest.fixture
def pack(pages: list[Page]) -> Pack:
    # What a package takes of a view: the page and its module.
    views: Any = [SimpleNamespace(page=page, module=page.module) for page in reversed(pages)]
    return Pack("Pack & <more>", f"{SITE}gp-training/", views, "", date(2026, 11, 21))


def made(pack: Pack) -> dict[str, bytes]:
    return package_files(pack, SITE, {1: PAGE, 2: PAGE}, {"scorm.css": "p {}", "scorm.js": "1;"})


def test_a_page_in_the_package_asks_for_no_picture_and_leads_out_in_a_window_of_its_own(
    pack: Pack,
) -> None:
    root = html.document_fromstring(made(pack)["module-1.html"])

    assert root.xpath("//img | //picture | //source") == []
    assert "Stay." in root.text_content()
    links = [(a.get("href"), a.get("target"), a.get("rel")) for a in root.iter("a")]
    outside = ("_blank", "noopener noreferrer")
    assert links == [
        (f"{SITE}gp-training/second/", *outside),
        ("#case", None, None),
        (f"{SITE}help-now/#first", *outside),
        ("https://other.example/", *outside),
    ]


def test_the_manifest_makes_an_activity_of_each_module(pack: Pack) -> None:
    files = made(pack)
    manifest = etree.fromstring(files[MANIFEST])
    find = etree.XPathEvaluator(
        manifest,
        namespaces={
            "c": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
            "a": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        },
    )

    assert next(iter(files)) == MANIFEST
    assert find("string(/c:manifest/c:metadata/c:schemaversion)") == "1.2"
    assert find("string(//c:organization/c:title)") == "Pack & <more>"
    assert find("//c:item/@identifierref") == find("//c:resource[@a:scormtype='sco']/@identifier")
    assert find("//c:resource[@a:scormtype='sco']/@href") == ["module-1.html", "module-2.html"]
    assert find("//c:resource[@a:scormtype='asset']/c:file/@href") == ["scorm.css", "scorm.js"]
    names = find("//@identifier")
    assert len(names) == len(set(names))
    assert all(str(name)[0].isalpha() and " " not in str(name) for name in names)


def test_a_pack_adds_up_its_modules_and_takes_their_newest_and_earliest_days(pack: Pack) -> None:
    assert pack.minutes == 25
    assert pack.reviewed == date(2026, 11, 1)
    assert pack.due == date(2027, 10, 1)
    assert not pack.is_approved
    assert [pack._replace(today=date(2027, 10, 2)).is_stale(page) for page in pack.pages] == [
        False,
        True,
    ]


def test_the_package_says_nothing_of_the_machine_that_made_it(pack: Pack) -> None:
    assert str(Path.cwd()).encode() not in b"".join(made(pack).values())
