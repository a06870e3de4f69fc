"""Markup that must be convicted, plain or in disguise, and markup that must not."""

import pytest

from recovery_radio.render.pocket import PACK
from recovery_radio.verify.pages import CARRIED, check_page, check_pages
from verify.finished import ABOUT, BODY_LINE, Site

FAULTS = [
    ("<script>zcan()</script>", "inline-script"),
    ("<ScRiPt>zcan()</sCrIpT >", "inline-script"),
    ("<script/x>zcan()</script/x>", "inline-script"),
    ('<script type="application/json" id="__config">{"base":"."}</script>', "inline-script"),
    ('<script type=speculationrules>{"prefetch":[]}</script>', "inline-script"),
    ('<script type="importmap">{}</script>', "inline-script"),
    ('<script type="application/ld+json; charset=utf-8">{}</script>', "inline-script"),
    ('<script type="application/ld+json">{"name": zcan()}</script>', "bad-data-block"),
    ('<script type="application/ld+json">{"name": "</script>"}</script>', "bad-data-block"),
    ('<script type="application/ld+json"></script>', "bad-data-block"),
    ('<script src="../assets/radio/radio.js">zcan()</script>', "inline-script"),
    ("<svg><script>zcan()</script></svg>", "inline-script"),
    ('<svg><script src="../assets/radio/radio.js">zcan()</script></svg>', "inline-script"),
    (
        '<svg><script src="../assets/radio/radio.js" href="https://evil.example/a.js"/></svg>',
        "inline-script",
    ),
    ("<script src=//evil.example/a.js></script>", "foreign-script"),
    ("<script src='data:text/javascript,zcan()'></script>", "unsafe-scheme"),
    ("<img/src=x/onerror=zcan()>", "dead-link"),
    ("<img src=../cover.png onerror=zcan()>", "event-handler"),
    ("<img\nsrc=../cover.png\nonerror\n=\nzcan()>", "event-handler"),
    ("<IMG SRC=../cover.png OnErRoR=zcan()>", "event-handler"),
    ('<p/onclick="zcan()">', "event-handler"),
    ("<details ontoggle=zcan() open>", "event-handler"),
    ("<select onfocus=zcan()></select>", "event-handler"),
    ('<a href="javascript:zcan()">x</a>', "unsafe-scheme"),
    ('<a href="JaVaScRiPt:zcan()">x</a>', "unsafe-scheme"),
    ('<a href="&#106;avascript:zcan()">x</a>', "unsafe-scheme"),
    ('<a href="java&#10;script:zcan()">x</a>', "unsafe-scheme"),
    ('<a href="java&#9;script:zcan()">x</a>', "unsafe-scheme"),
    ('<a href="&#1; &#10;javascript:zcan()">x</a>', "unsafe-scheme"),
    ('<a href="vbscript:x">x</a>', "unsafe-scheme"),
    ('<a href="data:text/html,<script>zcan()</script>">x</a>', "unsafe-scheme"),
    ('<a href="data:image/svg+xml,<svg onload=zcan()>">x</a>', "unsafe-scheme"),
    ('<a href="blob:https://tiny.example/1">x</a>', "unsafe-scheme"),
    ('<a href="https:/\\evil.example/">x</a>', "unsafe-scheme"),
    ('<a href="https:evil.example">x</a>', "unsafe-scheme"),
    ('<svg><a xlink:href="javascript:zcan()"><text>x</text></a></svg>', "unsafe-scheme"),
    ("<p style=position:fixed>x</p>", "inline-style"),
    ("<style>p{background:url(//evil.example)}</style>", "inline-style"),
    ("<svg><style>p{}</style></svg>", "inline-style"),
    (
        '<iframe srcdoc="<script>parent.zcan()</script>"></iframe>',
        "unsafe-element unsafe-attribute",
    ),
    ("<object data=../cover.png></object>", "unsafe-element unsafe-attribute"),
    ("<embed src=../cover.png>", "unsafe-element"),
    ("<applet></applet>", "unsafe-element"),
    ('<base href="/">', "unsafe-element dead-link"),
    ("<math><mtext>x</mtext></math>", "unsafe-element"),
    ("<marquee>x</marquee>", "unsafe-element"),
    ("<template><img src=x onerror=zcan()></template>", "unsafe-element"),
    (
        "<div><template shadowrootmode=open><script>1</script></template></div>",
        "unsafe-element unsafe-attribute",
    ),
    ("<xmp><p></xmp>", "unsafe-element"),
    ("<textarea></noscript></textarea>", "unsafe-element"),
    ("<x-tag>x</x-tag>", "unsafe-element"),
    ("<svg><foreignObject><p>x</p></foreignObject></svg>", "unsafe-element"),
    (
        "<svg><animate attributeName=href values=javascript:zcan() /></svg>",
        "unsafe-element unsafe-attribute",
    ),
    ("<svg><image href=https://evil.example/i /></svg>", "unsafe-element"),
    ("<meta http-equiv=refresh content='0;url=https://evil.example/m'>", "unsafe-element"),
    ("<meta http-equiv=' Refresh ' content=0>", "unsafe-element"),
    ("<meta http-equiv=set-cookie content='a=b'>", "unsafe-element"),
    ("<meta charset=iso-2022-jp>", "unsafe-element"),
    ("<meta name=monetization content=x>", "unsafe-element"),
    ("<button formaction=javascript:zcan()>x</button>", "unsafe-attribute"),
    ("<table background=https://evil.example/t><tr><td>x</table>", "unsafe-attribute"),
    ("<a href='https://other.example/' ping='https://evil.example/'>x</a>", "unsafe-attribute"),
    ("<audio src=../episodes/one/one.mp3 autoplay></audio>", "unsafe-attribute"),
    ("<svg><path fill='url(https://evil.example/#a)' d=''/></svg>", "unsafe-attribute"),
    ("<svg><path fill='u\\72l(//evil.example/#a)' d=''/></svg>", "unsafe-attribute"),
    ('<img src="//evil.example/pixel.gif" width=1>', "foreign-request"),
    ('<img src="\\\\evil.example\\pixel.gif">', "foreign-request"),
    ('<img src="/\t/evil.example/pixel.gif">', "foreign-request"),
    ('<img src="https:/\\evil.example/x">', "unsafe-scheme"),
    ('<img src="">', "dead-link"),
    (
        '<img src="../cover.png" srcset="../cover.png 1x,https://evil.example/b 2x">',
        "foreign-request",
    ),
    (
        '<img src="../cover.png" srcset="../cover.png 1x(,//evil.example/b">',
        "dead-link foreign-request",
    ),
    (
        "<picture><source srcset=https://evil.example/p><img src=../cover.png></picture>",
        "foreign-request",
    ),
    (
        "<picture><source src=https://evil.example/p><img src=../cover.png></picture>",
        "foreign-request",
    ),
    ("<video poster=https://evil.example/p></video>", "foreign-request"),
    ("<video preload=none src=https://evil.example/v></video>", "foreign-request"),
    ("<audio preload=none src=//evil.example/a.mp3></audio>", "foreign-request"),
    ("<audio preload=auto src=https://evil.example/a.mp3></audio>", "foreign-request"),
    ("<audio src=https://evil.example/a.mp3></audio>", "foreign-request"),
    (
        "<audio preload=none><track default src=https://evil.example/a.vtt></audio>",
        "foreign-request",
    ),
    ("<input type=image src=https://evil.example/a>", "foreign-request"),
    ("<svg><use href='https://evil.example/#a'/></svg>", "foreign-request"),
    ("<svg><use href='data:image/svg+xml,<svg id=x/>#x'/></svg>", "unsafe-scheme"),
    ("<link rel=preconnect href=https://evil.example>", "foreign-request"),
    ("<link rel=dns-prefetch href=//evil.example>", "foreign-request"),
    ("<link rel=modulepreload href=https://evil.example/a.js>", "foreign-request"),
    ("<link rel='alternate icon' href=https://evil.example/a.png>", "foreign-request"),
    ("<link href=https://evil.example/a>", "foreign-request"),
    (
        "<link rel='icon stylesheet' href=data:image/svg+xml,%3Csvg/%3E>",
        "unsafe-scheme foreign-style",
    ),
    ("<link rel=icon href=data:text/html,x>", "unsafe-scheme"),
    ("<link rel=preload as=image imagesrcset='https://evil.example/a 2x'>", "foreign-request"),
    ("<form action=mailto:x@evil.example></form>", "foreign-request"),
    ("<form action=../../../x></form>", "foreign-request"),
    ("<a href='//other.example/'>x</a>", "plain-http"),
    ("<a href='../../'>x</a>", "dead-link"),
    ("<a href='%2e%2e/%2e%2e/'>x</a>", "dead-link"),
    ("<a href='../about'>x</a> <a href='../about/index.html/'>x</a>", "dead-link"),
    ("<a href='#%57ho'>x</a>", "dead-anchor"),
]


@pytest.mark.parametrize(("body", "codes"), FAULTS, ids=[body[:60] for body, _ in FAULTS])
def test_a_fault_in_the_text_of_a_page_is_found(site: Site, body: str, codes: str) -> None:
    site.page("about/index.html", "About", body + '<p id="who">')

    problems = check_page(site.folder(), "about/index.html").problems

    found = {(problem.line, problem.code) for problem in problems}
    assert found == {(BODY_LINE, code) for code in codes.split()}


HIDDEN = [
    '</title><script>zcan()</script>"><script>zcan()</script>',
    '"><img src=x onerror=zcan()>',
    "<!--x--!><img src=x onerror=zcan()>-->",
    "<!--><img src=x onerror=zcan()>-->",
    "<?xml ?><img src=x onerror=zcan()>",
    "<svg><![CDATA[>]]><script>zcan()</script></svg>",
    '<noscript><p title="</noscript><img src=x onerror=zcan()>">',
    "<noscript><!--</noscript><img src=x onerror=zcan()>-->",
    "<noscript><title></noscript><img src=x onerror=zcan()></title>",
    '<noscript><p title="</noscript><p title="><img src=x onerror=zcan()>">',
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=zcan()&gt;'>",
    "<svg></p><style><a id='</style><img src=1 onerror=zcan()>'>",
    "<select><img src=x onerror=zcan()></select>",
    "<table><script>zcan()</script></table>",
    "<table><tr><img src=x onerror=zcan()>",
    "<html onload=zcan()>",
    "<plaintext>",
    "<body onload=zcan()>",
    "<scr\0ipt>zcan()</script>",
    "<a href=x\nonmouseover=zcan()>",
    "<img src=`x` onerror=zcan()>",
    "<img src='x'onerror=zcan()>",
    "<img src=x one\0rror=zcan()>",
    "<svg/onload=zcan()>",
    "<svg><g onload=zcan()></g></svg>",
    "<svg><set attributeName=onmouseover to=zcan()></svg>",
    "<isindex action=javascript:zcan() type=image>",
    "<input autofocus onfocus=zcan()>",
    "<keygen autofocus onfocus=zcan()>",
    "<video><source onerror=zcan()></video>",
    "<audio src=x onerror=zcan()></audio>",
    "<track default onerror=zcan() src=x>",
    "<div><" + "b" * 5000 + " onclick=zcan()>",
    "<div>" * 600 + "<script>zcan()</script>",
    "<p title='" + "<noscript>" * 3 + "'><img src=x onerror=zcan()>",
]


@pytest.mark.parametrize("body", HIDDEN, ids=[body[:60] for body in HIDDEN])
def test_markup_in_disguise_is_convicted(site: Site, body: str) -> None:
    site.page("about/index.html", "About", body)

    codes = {problem.code for problem in check_page(site.folder(), "about/index.html").problems}

    assert codes & {"event-handler", "inline-script", "unsafe-element"}


def test_a_page_of_frames_is_convicted(site: Site) -> None:
    site.write("about/index.html", "<!doctype html><frameset onload=zcan()><frame src=x>")

    codes = {problem.code for problem in check_page(site.folder(), "about/index.html").problems}

    assert codes >= {"event-handler", "unsafe-element"}


def test_a_title_cannot_break_out_unseen(site: Site) -> None:
    site.page("about/index.html", "About </title><script>zcan()</script>", '<p id="who">')

    problems = check_page(site.folder(), "about/index.html").problems

    assert (7, "inline-script") in {(problem.line, problem.code) for problem in problems}


HARMLESS = [
    "<p>Write &lt;script&gt;zcan()&lt;/script&gt; or onerror=1 or javascript:x.</p>",
    '<p title="<script>zcan()</script>">x</p>',
    "<![CDATA[<img src=x onerror=zcan()>]]> <frameset onload=zcan()>",
    "<!-- <script>zcan()</script> <img src=https://evil.example> -->",
    '<a href="mailto:hello@tiny.example">x</a> <a href="sms:80999">x</a> <a href="tel:999">x</a>',
    '<a href="">x</a> <a href="#">x</a> <a href="#top">x</a> <a href="#t=1,2">x</a>',
    '<a href="./../about/./?a=b:c#who">x</a> <a href="/radio/about/">x</a> <a href="../about">x</a>',
    '<a href="https://tiny.example/radio">x</a> <a href="https://TINY.example/radio/about/">x</a>',
    '<a href="https://other.example/#who">x</a> <a href="#wh%6F">x</a> <a href="#who:~:text=x">x</a>',
    '<svg><use href="#i"/><g fill="url(#i)" stroke="rgb(1, 2, 3)"><title>x</title></g></svg>',
    '<table><tr><th scope="col" colspan="2">x</th></tr></table>',
    '<button type="button" popovertarget="menu" hidden aria-expanded="false">x</button>',
    '<img src="../cover.png?v=1" alt="" width="1" height="1" loading="lazy">',
    '<select name="town" autocomplete="off"><option value="" selected>All</option></select>',
    '<form method="dialog" autocomplete="off"><textarea id="x" rows="4"></textarea></form>',
    '<link rel="icon" href="data:image/svg+xml,%3Csvg/%3E">',
    '<link rel="next" href="../episodes/one/"><link rel="license" href="https://other.example/">',
]


@pytest.mark.parametrize("body", HARMLESS, ids=[body[:60] for body in HARMLESS])
def test_harmless_markup_is_left_alone(site: Site, body: str) -> None:
    site.page("about/index.html", "About", body + '<p id="who">')

    assert check_page(site.folder(), "about/index.html").problems == ()


def test_a_page_that_is_not_utf_8_is_named_with_its_line(site: Site) -> None:
    site.write("about/index.html", b"<!doctype html>\n<p>Caf\xe9")

    assert ("about/index.html", 2, "not-utf8") in site.found()


def test_a_fault_is_told_once_a_page_at_its_first_place(site: Site) -> None:
    site.page("about/index.html", "About", '<p id="who">\n<a href="x/">x</a>\n<a href="x/">x</a>')

    assert site.found() >= {("about/index.html", BODY_LINE + 1, "dead-link")}
    assert [problem.code for problem in site.problems()].count("dead-link") == 1


def test_many_pages_are_checked_in_processes_with_the_same_result(site: Site) -> None:
    for number in range(220):
        body = '<a href="../about/#lost">x</a><script>1</script>' if number == 7 else ""
        site.page(f"p{number}/index.html", f"Page {number}", body)
    folder = site.folder()

    together = check_pages(folder)

    assert together == [check_page(folder, path) for path in folder.ending_in(".html")]
    assert site.found() == {
        ("p7/index.html", BODY_LINE, "dead-anchor"),
        ("p7/index.html", BODY_LINE, "inline-script"),
    }


def test_only_the_file_to_carry_has_its_looks_in_it(site: Site) -> None:
    assert CARRIED == PACK
    style = "<style>p { color: Canvas }</style>"
    site.page("about/index.html", "About", ABOUT + style)
    site.page(CARRIED, "Information", style)
    found = {problem.path: problem.code for problem in site.problems()}
    assert found == {"about/index.html": "inline-style"}


@pytest.mark.parametrize(
    ("css", "code"),
    [
        ("p { background: url(https://evil.example/a) }", "foreign-request"),
        ("@import 'https://evil.example/a.css';", "foreign-request"),
        ("p { background: url(none.png) }", "dead-link"),
        ("p { background: \\75rl(//evil.example) }", "css-escape"),
    ],
)
def test_the_looks_of_the_file_to_carry_ask_for_nothing(site: Site, css: str, code: str) -> None:
    site.page(CARRIED, "Information", f"<style>{css}</style>")

    assert [problem.code for problem in site.problems()] == [code]
