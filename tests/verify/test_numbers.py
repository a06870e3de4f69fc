"""Numbers of a finished site that no register has."""

from pathlib import Path

import pytest

from recovery_radio.model.problem import Problem
from recovery_radio.verify.site import verify_site

KNOWN = frozenset({"116123", "999", "03001236600"})


def found(root: Path, name: str, text: str) -> list[Problem]:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    (root / "index.html").touch()
    return [p for p in verify_site(root, numbers=KNOWN) if p.code == "unknown-number"]


@pytest.mark.parametrize(
    "page",
    [
        "<p>Ring 0300 123 6601.</p>",
        "<p>Ring 0300 <b>123</b> 6601.</p>",
        "<p>Ring 0300&nbsp;123&#32;6601.</p>",
        "<p>Ring 0300<span></span> 123\n6601.</p>",
        "<ul><li>5<li>0300 123 6601<li>7</ul>",
        "<table><tr><td>1</td><td>0300 123 6601</td><td>2</td></tr></table>",
        '<a href="tel:+443001236601">Ring us</a>',
        '<a href="SMS:03001236601?body=hi">Text us</a>',
        '<img src="a.png" alt="A card with 0300 123 6601 on it">',
        '<meta name="description" content="Ring 0300 123 6601">',
        "<title>0300 123 6601</title>",
        '<input value="0300 123 6601">',
        '<script type="application/ld+json">{"a": [{"telephone": "+44 300 123 6601"}]}</script>',
        '<script type="application/ld+json">{"telephone": "0300 123 6601"</script>',
        "<noscript>Ring 0300 123 6601</noscript>",
    ],
)
def test_an_unknown_number_in_a_page_is_told_wherever_it_stands(page: str, tmp_path: Path) -> None:
    [problem] = found(tmp_path, "a/index.html", f"<!doctype html>\n<p>999</p>{page}")

    assert (problem.path, problem.code) == ("a/index.html", "unknown-number")
    assert "no helpline and no service has" in problem.what


@pytest.mark.parametrize(
    "page",
    [
        "<p>Ring 0300 123 6600, 116 123 or 999.</p>",
        "<p>Our examples ring 01632 960123.</p>",
        '<a href="tel:+443001236600">Ring</a>',
        "<script>const id = '0300 123 6601';</script>",
        "<style>.a { content: '0300 123 6601' }</style>",
        '<p id="n-03001236601">Bus 112.</p>',
        "<table><tr><td>0300</td><td>123</td><td>6601</td></tr></table>",
        '<a href="https://example.org/03001236601">There</a>',
    ],
)
def test_known_numbers_and_other_figures_are_left_alone(page: str, tmp_path: Path) -> None:
    assert found(tmp_path, "a/index.html", page) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nRing 0300 123 6601"),
        ("a.srt", "1\n00:00:00,000 --> 00:00:02,000\nRing 0300 123\n6601"),
        ("a.txt", "Ring 0300 123 6601"),
        ("a.csv", "name,phone\nHarbour,0300 123 6601\n"),
        ("a.json", '{"services": [{"id": 3001236601, "phone": "0300\\u0020123 6601"}]}'),
        ("a.geojson", '{"properties": {"phone": "+44 300 123 6601"}}'),
        ("a.json", '{"phone": "0300 123 6601"'),
        ("a.ics", "DESCRIPTION:Ring 0300 123 66\r\n 01\r\n"),
        ("a.vcf", "TEL;TYPE=voice:+443001236601\r\n"),
        ("a.xml", "<rss><title>0300 123 6601</title></rss>"),
        (
            "a.xml",
            "<d>&lt;p&gt;Ring 0300 &amp;nbsp;123 &lt;b&gt;&lt;/b&gt;</d><d>0300 123 6601</d>",
        ),
        ("a.xml", "<d><![CDATA[<p>0300 123 6601</p>]]></d>"),
        ("a.svg", "<svg><text>0300 123 6601</text></svg>"),
    ],
)
def test_an_unknown_number_in_any_other_file_is_told(name: str, text: str, tmp_path: Path) -> None:
    [problem] = found(tmp_path, name, text)

    assert (problem.path, problem.code) == (name, "unknown-number")


def test_what_the_search_index_repeats_is_told_once(tmp_path: Path) -> None:
    found(tmp_path, "pagefind/pagefind-entry.json", '{"a": "0300 123 6601"}')

    [problem] = found(tmp_path, "index.html", "<p>1</p>\n<p>0300 123 6601</p><p>03001236601</p>")

    assert (problem.line, problem.path) == (2, "index.html")


def test_without_a_register_no_number_is_looked_at(tmp_path: Path) -> None:
    for name in ("index.html", "a.txt"):
        (tmp_path / name).write_text("<p>0300 123 6601</p>", "utf-8")

    assert not [p for p in verify_site(tmp_path) if p.code == "unknown-number"]


def test_the_numbers_of_cues_are_no_phone_numbers(tmp_path: Path) -> None:
    cue = "{}\n00:10:00,000 --> 00:10:02,000\n{}\n\n"
    fine = cue.format(112, "Nobody rings.") + cue.format(119, "Ring 999.")
    assert found(tmp_path, "a.srt", fine) == []

    [problem] = found(tmp_path, "a.srt", cue.format(120, "Ring 0300 123 6601."))
    assert problem.line == 3
