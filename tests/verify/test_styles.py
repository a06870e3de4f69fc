"""Style sheets: no address in them leads to another host, however it is spelled."""

import pytest

from recovery_radio.verify.styles import style_faults
from verify.finished import Site

FAULTS = [
    ("a{background:url(https://evil.example/a)}", "foreign-request"),
    ("a{background:URL( 'https://evil.example/a' )}", "foreign-request"),
    ("a{background:url(//evil.example/a)}", "foreign-request"),
    ('a{background:url("/\t/evil.example/a")}', "foreign-request"),
    ("@import 'https://evil.example/a.css';", "foreign-request"),
    ("@IMPORT url(//evil.example/a.css);", "foreign-request"),
    ("@import/**/'//evil.example/a.css';", "foreign-request"),
    ("@import/**/'https:evil.example/a.css';", "foreign-request"),
    ("a{background:image-set('//evil.example/a' 1x)}", "foreign-request"),
    ('a{background:src("https://evil.example/a")}', "foreign-request"),
    ("@font-face{src:url(https://evil.example/a.woff2)}", "foreign-request"),
    ("a{content:'/*'} b{background:url(//evil.example)} c{content:'*/'}", "foreign-request"),
    ("a{content:'x\n} b{background:url(//evil.example)}", "foreign-request"),
    ("a{b:url(../../cover.png?/*)} b{background:url(//evil.example)} /**/", "foreign-request"),
    ("/* x */ b{background:url(//evil.example)}", "foreign-request"),
    ("a{background:u\\72l(/*)} b{background:url(//evil.example)} /**/", "css-escape"),
    ("a{background:\\url(x)}", "css-escape"),
    ("a{background:url('\\68ttps://evil.example')}", "css-escape"),
    ("a{background:image-set('/\\2f evil.example/a' 1x)}", "css-escape"),
    ("a{background:image-set('/\\\n/evil.example/a' 1x)}", "css-escape"),
    ("a{background:image-set('/\\9 /evil.example/a' 1x)}", "css-escape"),
    ("@\\69mport 'a.css';", "css-escape"),
    ("a{background:url(javascript:x)}", "unsafe-scheme"),
    ("a{background:url(https:evil.example)}", "unsafe-scheme"),
    ("a{background:url(data:font/woff2;base64,AA==)}", "unsafe-scheme"),
    ("a{background:url(../cover.png)}", "dead-link"),
    ("@import 'lost.css';", "dead-link"),
    ("a{background:url(../../../cover.png)}", "foreign-request"),
]


@pytest.mark.parametrize(("css", "code"), FAULTS)
def test_an_address_that_leads_elsewhere_or_nowhere_is_found(
    site: Site, css: str, code: str
) -> None:
    faults = style_faults(site.folder(), "assets/radio/radio.css", f"/*\n*/\n{css}")

    assert (code, True) in {(fault.code, line >= 3) for line, fault in faults}


HARMLESS = [
    "/* https://www.w3.org/TR/css/ \\url( */ a{color:red}",
    "a{background:url(../../cover.png)}",
    'a{background:url("../../cover.png?v=1")}',
    "a{background:url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E\")}",
    "a{clip-path:url(#shape)}",
    r"a::before{content:'\2014 \201c' \"Note: x\"}",
    r".sm\:wide, .w-1\.5, .\31 0 {color:red}",
    "@media (min-width:1px){a{content:'a / b'}} @import 'radio.css';",
]


@pytest.mark.parametrize("css", HARMLESS)
def test_a_style_sheet_of_the_usual_kind_is_left_alone(site: Site, css: str) -> None:
    assert list(style_faults(site.folder(), "assets/radio/radio.css", css)) == []


def test_a_style_sheet_that_no_page_loads_is_read_too(site: Site) -> None:
    site.write("assets/spare.css", "a{}\n@import '//evil.example/a.css';")

    assert site.found() == {("assets/spare.css", 2, "foreign-request")}
