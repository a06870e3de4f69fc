"""Packages for learning platforms in a finished site."""

import io
import zipfile
from collections.abc import Mapping
from importlib.resources import files

import pytest

from recovery_radio.model.problem import Problem
from recovery_radio.verify.site import verify_site
from verify.finished import URL, Site

PACKAGE = "gp-training/pack-scorm.zip"
SCRIPT = (files("recovery_radio") / "theme/radio/scorm.js").read_bytes()
MANIFEST = """<?xml version="1.0" encoding="utf-8"?>
<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"><resources><resource>
<file href="module-1.html"/><file href="scorm.css"/><file href="scorm.js"/>
</resource></resources></manifest>"""
PAGE = """<!doctype html><title>One</title><link rel="stylesheet" href="scorm.css">
<script src="scorm.js" type="module"></script>
<p id="a">Ring 999. <a href="#a">Up</a> <a href="https://other.example/">Other</a>
<a href="https://tiny.example/radio/about/">About</a>"""


def packed(changes: Mapping[str, bytes | str | None]) -> bytes:
    contents = {
        "imsmanifest.xml": MANIFEST,
        "module-1.html": PAGE,
        "scorm.css": "p { color: #111; }",
        "scorm.js": SCRIPT,
        **changes,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in contents.items():
            if content is not None:
                package.writestr(name, content)
    return out.getvalue()


def found(site: Site, package: bytes) -> list[Problem]:
    site.write(PACKAGE, package)
    problems = verify_site(site.root, URL, frozenset({"999", "116123"}))
    return [problem for problem in problems if problem.path.startswith(PACKAGE)]


def test_a_whole_package_has_no_fault(site: Site) -> None:
    assert found(site, packed({})) == []


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("module-1.html", PAGE + "<p>Ring 0300 123 6601.", "unknown-number"),
        ("module-1.html", PAGE + "<img src='https://evil.example/i.png'>", "foreign-request"),
        (
            "module-1.html",
            PAGE + "<script src='https://evil.example/i.js'></script>",
            "foreign-script",
        ),
        ("module-1.html", PAGE + "<script>alert(1)</script>", "bad-package"),
        ("module-1.html", PAGE + "<p style='color: red'>", "bad-package"),
        ("module-1.html", PAGE + "<a href='../../help-now/'>Help</a>", "dead-link"),
        ("module-1.html", PAGE + f"<a href='{URL}gone/'>Gone</a>", "dead-link"),
        ("module-1.html", PAGE + "<a href='http://other.example/'>Other</a>", "plain-http"),
        ("module-1.html", PAGE + "<a href='javascript:x'>Other</a>", "unsafe-scheme"),
        ("scorm.css", "p { background: url(https://evil.example/i.png); }", "foreign-request"),
        ("scorm.js", SCRIPT + b"\nfetch('https://evil.example/');", "foreign-script"),
        ("extra.html", "<!doctype html><title>Extra</title>", "bad-package"),
    ],
)
def test_a_fault_within_a_package_is_told_with_its_file(
    name: str, content: bytes | str, code: str, site: Site
) -> None:
    problems = found(site, packed({name: content}))

    assert {(problem.path, problem.code) for problem in problems} == {(f"{PACKAGE}/{name}", code)}


def test_a_file_that_has_no_business_in_a_package_is_told(site: Site) -> None:
    manifest = MANIFEST.replace("</resource>", '<file href="run.exe"/></resource>')
    problems = found(site, packed({"imsmanifest.xml": manifest, "run.exe": b"MZ"}))

    assert [(p.path, p.what) for p in problems] == [
        (f"{PACKAGE}/run.exe", "has no business in a package.")
    ]


def test_a_file_that_is_listed_and_missing_is_told(site: Site) -> None:
    manifest = MANIFEST.replace("</resource>", '<file href="module-2.html"/></resource>')
    [problem] = found(site, packed({"imsmanifest.xml": manifest}))

    assert problem.path == f"{PACKAGE}/module-2.html"
    assert problem.what == "is in the manifest, and not in the package."


@pytest.mark.parametrize(
    "package",
    [b"", b"PK\x03\x04", packed({"imsmanifest.xml": None}), packed({"imsmanifest.xml": "<a>"})],
)
def test_what_no_platform_can_open_is_a_fault(package: bytes, site: Site) -> None:
    [problem] = found(site, package)

    assert (problem.path, problem.code) == (PACKAGE, "bad-package")


def test_a_manifest_that_names_a_file_of_the_machine_is_not_followed(site: Site) -> None:
    secret = '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    manifest = MANIFEST.replace("?>", f"?>{secret}", 1).replace("<resources>", "&x;<resources>")

    assert found(site, packed({"imsmanifest.xml": manifest})) == []
