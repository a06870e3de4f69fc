"""SVG files: drawings, and nothing that runs or loads."""

import pytest

from verify.finished import Site

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n{}</svg>'
)


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<script>zcan()</script>", "inline-script"),
        ('<script type="application/ld+json">1</script>', "inline-script"),
        ('<script xmlns="http://www.w3.org/1999/xhtml" src="x.js"/>', "inline-script"),
        ('<g onload="zcan()"/>', "event-handler"),
        ("<foreignObject/>", "unsafe-element"),
        ('<p xmlns="http://www.w3.org/1999/xhtml"/>', "unsafe-element"),
        ('<set attributeName="href" to="javascript:x"/>', "unsafe-element"),
        ('<image href="https://evil.example/i"/>', "foreign-request"),
        ('<use xlink:href="https://evil.example/i#a"/>', "foreign-request"),
        ('<use href="javascript:x"/>', "unsafe-scheme"),
        ('<path fill="url(https://evil.example/i)"/>', "unsafe-attribute"),
        ('<path style="fill:url(https://evil.example/i)"/>', "foreign-request"),
        ("<style>@import <!-- -->'https://evil.example/a.css';</style>", "foreign-request"),
        ('<?xml-stylesheet href="https://evil.example/a.css"?>', "unsafe-element"),
    ],
)
def test_what_runs_or_loads_in_a_drawing_is_found(site: Site, inside: str, code: str) -> None:
    site.write("cover.svg", SVG.format(inside))

    assert ("cover.svg", 2, code) in site.found()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg/>', 2),
        ("<svg>\n<g></svg>", 2),
        ("", 1),
    ],
)
def test_a_drawing_that_cannot_be_read_is_refused(site: Site, text: str, line: int) -> None:
    site.write("cover.svg", text)

    assert site.found() == {("cover.svg", line, "bad-svg")}


def test_a_style_sheet_instruction_before_the_drawing_is_found(site: Site) -> None:
    site.write("cover.svg", '<?xml-stylesheet href="x.xsl" type="text/xsl"?>\n' + SVG.format(""))

    assert site.found() == {("cover.svg", 1, "unsafe-element")}


def test_a_plain_drawing_passes(site: Site) -> None:
    inside = (
        "<style>.a { fill: #123 } @media (prefers-color-scheme: dark) { .a { fill: #fff } }</style>"
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#000"/></linearGradient></defs>'
        '<title>A kettle</title><path class="a" fill="url(#g)" d="M0 0z"/><use href="#g"/>'
    )
    site.write("cover.svg", SVG.format(inside))

    assert site.problems() == []
