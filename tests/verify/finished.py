"""A small finished site, whole and without fault, for tests to break."""

from importlib.resources import files
from pathlib import Path

from recovery_radio.model.problem import Problem
from recovery_radio.verify.folder import Folder, read_folder
from recovery_radio.verify.site import verify_site

URL = "https://tiny.example/radio/"
BODY_LINE = 20
"""Line of a page on which what a test adds to its body begins."""

PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title} – Tiny &amp; “small”</title>
<link rel="canonical" href="https://tiny.example/radio/{folder}">
<link rel="icon" href="{up}assets/radio/icon.svg" type="image/svg+xml">
<link rel="alternate" type="application/rss+xml" title="Feed" href="{up}feed.xml">
<link rel="stylesheet" href="{up}assets/radio/radio.css"><!--head-->
<script type="module" src="{up}assets/radio/radio.js"></script>
<script type="application/ld+json">{{"@type": "WebPage", "name": "</p>"}}</script>
</head>
<body>
<a href="https://weather.example/" rel="noreferrer" data-rr-exit>Exit this page</a>
<a href="{up}">Home</a> <a href="{up}about/#who">Who</a> <a href="#content">Skip</a>
<main id="content" data-pagefind-body>
<h1>{title}</h1>
<!--body-->
<noscript><p>Search needs scripting. <a href="{up}about/">A to Z</a></p></noscript>
</main>
</body>
</html>
"""
EPISODE = """<audio controls preload="none" src="one.mp3"></audio>
<h2 id="talk">Talk</h2>
<p><a href="#t=12">0:12</a> <a href="one.mp3" download>Download</a> <a href="tel:999">999</a>
<a href="one.vtt">Words</a> <a href="https://tiny.example/radio/about/#who">Who</a></p>
<audio controls preload="none"><source src="https://cdn.example/two.mp3"></audio>
<img src="data:image/png;base64,AA==" srcset="../../cover.png 2x" alt="A dot.">
<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="none" d="M1 1h2z"/></svg>"""
ABOUT = """<h2 id="who">Who we are</h2>
<p><a href="https://other.example/">Other</a> <a href="../episodes/one/?from=about#talk">One</a></p>
<form action="../search/" role="search"><input name="q"><button>Search</button></form>"""
FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
     xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
<channel>
<title>Tiny &amp; small</title>
<link>https://tiny.example/radio/</link>
<description>Tiny.</description>
<atom:link rel="self" href="https://tiny.example/radio/feed.xml"/><language>en-gb</language><itunes:explicit>false</itunes:explicit><itunes:category text="News"/><itunes:image href="https://tiny.example/radio/cover.png"/>
<item>
<title>One &amp; only</title>
<guid isPermaLink="false">tiny-0001</guid>
<link>https://tiny.example/radio/episodes/one/</link>
<pubDate>Wed, 12 Mar 2025 18:00:00 +0000</pubDate>
<enclosure url="https://tiny.example/radio/episodes/one/one.mp3" length="9" type="audio/mpeg"/>
<podcast:transcript url="https://tiny.example/radio/episodes/one/one.vtt" type="text/vtt"/>
</item>
<item>
<title>Two</title>
<guid isPermaLink="false">tiny-0002</guid>
<pubDate>Thu, 13 Mar 2025 18:00:00 +0000</pubDate>
<enclosure url="https://cdn.example/two.mp3" length="700" type="audio/mpeg"/>
</item>
</channel>
</rss>
"""
SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://tiny.example/radio/</loc></url>
<url><loc>https://tiny.example/radio/about/</loc></url>
</urlset>
"""
CSS = r"""/* Looks. Source: https://www.w3.org/TR/css/ */
.a { background: url("../cover.png"); content: "Note: \2014"; }
"""
PAGEFIND = (
    "pagefind.js wasm.en-gb.pagefind"
    " pagefind-entry.json pagefind.en-gb_f139e1f083.pf_meta"
    " index/en-gb_2f2271d.pf_index fragment/en-gb_5937605.pf_fragment filter/en_3efd90a.pf_filter"
    " older-12/pagefind-entry.json older-12/pagefind.en-gb_f139e1f084.pf_meta"
    " older-12/index/en-gb_2f2271e.pf_index older-12/fragment/en-gb_5937606.pf_fragment"
).split()


class Site:
    """A finished site in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file, and the folders above it."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def page(self, path: str, title: str, body: str = "") -> None:
        """Write a page; `path` ends in `.html`."""
        folder = path.removesuffix("index.html")
        up = "/radio/" if path == "404.html" else "../" * folder.count("/")
        page = PAGE.format(title=title, folder=folder, up=up)
        self.write(path, page.replace("<!--body-->", body))

    def change(self, path: str, old: str, new: str) -> None:
        """Replace some text of a file, which must be there."""
        text = (self.root / path).read_bytes().decode()
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def folder(self) -> Folder:
        """Give the site as the rest of the room sees it."""
        return read_folder(self.root)[0]._replace(url=URL)

    def problems(self) -> list[Problem]:
        """Verify it."""
        return verify_site(self.root, URL)

    def found(self) -> set[tuple[str, int, str]]:
        """Verify it: path, line and code of each problem."""
        return {(problem.path, problem.line, problem.code) for problem in self.problems()}


def good_site(root: Path) -> Site:
    """Write a site with five pages, a recording, a feed and the search's files."""
    site = Site(root)
    theme = files("recovery_radio") / "theme/assets/radio"
    for name in ("radio.js", "icon.svg"):
        site.write(f"assets/radio/{name}", (theme / name).read_bytes())
    site.write("assets/radio/radio.css", CSS.replace("../cover.png", "../../cover.png"))
    site.page("index.html", "Home")
    site.page("404.html", "Not found")
    site.page("about/index.html", "About", ABOUT)
    site.page("search/index.html", "Search")
    site.page("episodes/one/index.html", "One", EPISODE)
    site.write("episodes/one/one.mp3", b"\xff\xfbrecords")
    site.write("episodes/one/one.vtt", "WEBVTT\n")
    site.write("cover.png", b"\x89PNG")
    site.write("feed.xml", FEED)
    site.write("sitemap.xml", SITEMAP)
    site.write("sitemap.xml.gz", b"\x1f\x8b")
    site.write("robots.txt", "User-agent: *\n")
    site.write("app.webmanifest", '{"start_url": "./", "icons": [{"src": "cover.png"}]}')
    for name in PAGEFIND:
        site.write(f"pagefind/{name}", b"")
    return site
