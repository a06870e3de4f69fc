"""Markdown to HTML: links of every form, pictures, headings, and HTML shown as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_radio.model.page import Heading, Prose
from recovery_radio.render.links import Target
from recovery_radio.render.prose import ProseRenderer
from recovery_radio.render.sanitise import sanitise

TARGETS = {
    "page:index.md": Target("", "Welcome"),
    "page:help-now.md": Target("help-now/", "Help & now"),
    "page:safer/index.md": Target("safer/", "Staying safer"),
    "page:safer/mixing.md": Target("safer/mixing/", "Mixing"),
    "episode:first": Target("episodes/first/", "Steps & <hope>"),
    "service:harbour": Target("services/harbour/", "Harbour"),
    "helpline:sam": Target("tel:116123", "Samaritans, 116 123"),
    "helpline:chat": Target("https://chat.example/", "Chat"),
    "file:safer/map.png": Target("safer/map.png", ""),
    "file:a b.png": Target("a%20b.png", ""),
}
EXTENSIONS = ["toc", "tables", "fenced_code", "admonition"]


@pytest.fixture(scope="module")
def renderer() -> ProseRenderer:
    return ProseRenderer(TARGETS, EXTENSIONS, {})


def from_mixing(renderer: ProseRenderer, text: str) -> Prose:
    """Render as the page `safer/mixing.md` would be, whose address is two folders deep."""
    return renderer.render(text, "safer", "../..")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[a](index.md)", '<a href="../../safer/">a</a>'),
        ("[a](../index.md)", '<a href="../../">a</a>'),
        ("[a](../help-now.md)", '<a href="../../help-now/">a</a>'),
        ("[a](mixing.md#s-benzos)", '<a href="../../safer/mixing/#s-benzos">a</a>'),
        ("[a](./mixing.md)", '<a href="../../safer/mixing/">a</a>'),
        ("[a](../safer/../safer/mixing.md)", '<a href="../../safer/mixing/">a</a>'),
        ("[](../help-now.md)", '<a href="../../help-now/">Help &amp; now</a>'),
        ("[**a** b](../help-now.md)", '<a href="../../help-now/"><strong>a</strong> b</a>'),
        ('[a](mixing.md "b & c")', '<a href="../../safer/mixing/" title="b &amp; c">a</a>'),
        ("[a][b]\n\n[b]: mixing.md", '<a href="../../safer/mixing/">a</a>'),
        (r"[a](help\-now.md)", "<a>a</a>"),
        (r"[a](mixing\.md)", '<a href="../../safer/mixing/">a</a>'),
        ("[a](page:help-now.md)", '<a href="../../help-now/">a</a>'),
        ("[a](episode:first)", '<a href="../../episodes/first/">a</a>'),
        ("[](episode:first)", '<a href="../../episodes/first/">Steps &amp; &lt;hope&gt;</a>'),
        ("[a](episode:first#t=90)", '<a href="../../episodes/first/#t=90">a</a>'),
        ("[](service:harbour)", '<a href="../../services/harbour/">Harbour</a>'),
        ("[](helpline:sam)", '<a href="tel:116123">Samaritans, 116 123</a>'),
        ("[](helpline:chat)", '<a href="https://chat.example/">Chat</a>'),
        ("[a](#s-b)", '<a href="#s-b">a</a>'),
        ("[a](https://a.example/b?c=d&e=f#g)", '<a href="https://a.example/b?c=d&amp;e=f#g" rel="noreferrer">a</a>'),
        (r"[a](https://a.example/b\_c_d_e)", '<a href="https://a.example/b_c_d_e" rel="noreferrer">a</a>'),
        ("<https://a.example/>", '<a href="https://a.example/" rel="noreferrer">https://a.example/</a>'),
        ("<hello@a.example>", '<a href="mailto:hello@a.example">hello@a.example</a>'),
        ("[a](mailto:b@c.example)", '<a href="mailto:b@c.example">a</a>'),
        ("[a](tel:+441632960123)", '<a href="tel:+441632960123">a</a>'),
        ("[a](sms:85258)", '<a href="sms:85258">a</a>'),
        ("![a](map.png)", '<img alt="a" loading="lazy" src="../../safer/map.png">'),
        ('![](map.png "b")', '<img alt="" loading="lazy" src="../../safer/map.png" title="b">'),
        ("![a](<../a b.png>)", '<img alt="a" loading="lazy" src="../../a%20b.png">'),
        ("[![a](map.png)](../help-now.md)", '<a href="../../help-now/"><img alt="a" loading="lazy" src="../../safer/map.png"></a>'),
    ],
)  # fmt: skip
def test_a_link_leads_where_it_belongs(text: str, html: str, renderer: ProseRenderer) -> None:
    prose = from_mixing(renderer, text)

    assert prose.html == f"<p>{html}</p>"
    assert (prose.broken == ()) == ("<a>" not in html)


def test_from_the_home_page_links_start_at_the_root(renderer: ProseRenderer) -> None:
    prose = renderer.render("[a](help-now.md) ![b](safer/map.png) [c](index.md)", "", ".")

    assert 'href="./help-now/"' in prose.html
    assert 'src="./safer/map.png"' in prose.html
    assert 'href="./"' in prose.html


@pytest.mark.parametrize(
    "target",
    ["nowhere.md", "../mixing.md", "../../../etc/passwd", "/help-now/", "//e.example/", "help-now/",
     "help-now.md?a=b", "map.png", "episode:none", "episode:first/", "page:../help-now.md", "file:safer/map.png",
     "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "&#106;avascript:alert(1)",
     "data:text/html,x", "vbscript:x", "http://a.example/", "HTTPS://a.example/", "https:a.example",
     "https://a", "https://1.2.3.4/", "https://[::1", "https://nhs.uk@e.example/", "ftp://a.example/",
     "https://caf\u00e9.example/", ""],
)  # fmt: skip
def test_what_leads_nowhere_is_reported_and_has_no_address(
    target: str, renderer: ProseRenderer
) -> None:
    prose = from_mixing(renderer, f"[a]({target})")

    assert prose.broken == (target.replace("\t", "    "),)
    assert prose.html == "<p><a>a</a></p>"


@pytest.mark.parametrize(
    "target",
    ["none.png", "/map.png", "https://a.example/p.png", "mixing.md", "episode:first", "service:harbour",
     "helpline:chat", "data:image/png;base64,x", "../../map.png"],
)  # fmt: skip
def test_a_picture_is_a_file_of_the_station(target: str, renderer: ProseRenderer) -> None:
    prose = from_mixing(renderer, f"![a]({target})")

    assert prose.broken == (target,)
    assert prose.html == '<p><img alt="a"></p>'


def test_headings_begin_below_the_title_and_have_names_of_their_own(
    renderer: ProseRenderer,
) -> None:
    text = "# One & two\n\n## Help\n\n### `Code` <b>\n\n##### Deep\n\n## Help\n"

    prose = from_mixing(renderer, text)

    assert prose.headings == (
        Heading(2, "s-one-two", "One & two"),
        Heading(2, "s-help", "Help"),
        Heading(3, "s-code-b", "Code <b>"),
        Heading(4, "s-deep", "Deep"),
        Heading(2, "s-help_1", "Help"),
    )
    for heading in prose.headings:
        assert f'<h{heading.level} id="{heading.id}">' in prose.html


@pytest.mark.parametrize(
    ("text", "html", "dropped"),
    [
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>", ("<b>",)),
        ("<script>a</script>", "<p>&lt;script&gt;a&lt;/script&gt;</p>", ("<script>",)),
        ("<div>\n\n*a*\n\n</div>", "<p>&lt;div&gt;</p>\n<p><em>a</em></p>\n<p>&lt;/div&gt;</p>", ("<div>",)),
        ("a <!-- b --> c", "<p>a &lt;!-- b --&gt; c</p>", ("<!-- b -->",)),
        ("<img src=x onerror=a>", "<p>&lt;img src=x onerror=a&gt;</p>", ("<img src=x onerror=a>",)),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>", ()),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>", ()),
        ("&lt;b&gt; &amp; &#60;i&#62; 1 < 2", "<p>&lt;b&gt; &amp; &lt;i&gt; 1 &lt; 2</p>", ()),
    ],
)  # fmt: skip
def test_html_is_shown_as_text(
    text: str, html: str, dropped: tuple[str, ...], renderer: ProseRenderer
) -> None:
    prose = from_mixing(renderer, text)

    assert prose.html == html
    assert prose.dropped == dropped


def test_tables_lists_quotes_and_admonitions_are_what_authors_know(
    renderer: ProseRenderer,
) -> None:
    text = '| a | b |\n| :-- | --: |\n| 1 | 2 |\n\n3. c\n4. d\n\n> e\n\n!!! warning "f"\n    g\n\n---\n'

    html = from_mixing(renderer, text).html

    for part in (
        '<th align="left">a</th>', '<td align="right">2</td>', "<ol>\n<li>c</li>",
        "<blockquote>", '<div class="admonition warning">', '<p class="admonition-title">f</p>', "<hr>",
    ):  # fmt: skip
        assert part in html


def test_one_text_leaves_no_trace_in_the_next(renderer: ProseRenderer) -> None:
    clean = from_mixing(renderer, "## Help\n\n[a][b]")

    from_mixing(renderer, "## Help\n\n<b>x</b> [c](none.md)\n\n[b]: ../help-now.md")

    assert from_mixing(renderer, "## Help\n\n[a][b]") == clean
    assert clean.broken == clean.dropped == ()


def test_a_text_that_defeats_the_parser_fails_alone(renderer: ProseRenderer) -> None:
    prose = from_mixing(renderer, "> " * 100 + "- " * 900 + "x")

    assert "nested too deeply" in prose.failed
    assert prose.html == ""
    assert from_mixing(renderer, "*a*").html == "<p><em>a</em></p>"


def test_an_extension_that_lets_attributes_through_meets_the_second_wall() -> None:
    renderer = ProseRenderer(TARGETS, [*EXTENSIONS, "attr_list", "md_in_html", "footnotes"], {})

    prose = from_mixing(
        renderer, "*a*{: onclick=alert(1) style=color:red #help }\n\n## b {: #exit }"
    )

    assert "onclick" not in prose.html
    assert "style" not in prose.html
    assert 'id="help"' not in prose.html


MARKS = st.text(st.sampled_from("ab*_`[]()<>!#-+.:/\\&;|\"' \n1"), max_size=60)


@given(MARKS)
def test_any_text_becomes_html_that_the_sanitiser_would_leave_alone(text: str) -> None:
    prose = from_mixing(ProseRenderer(TARGETS, EXTENSIONS, {}), text)

    assert sanitise(prose.html) == prose.html
    assert not prose.failed
