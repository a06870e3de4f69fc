"""Every word that the interface says is marked for translation, and stands in the list of them."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from jinja2 import nodes
from selectolax.lexbor import LexborHTMLParser

from languages import translate
from recovery_radio.host.bodies import body_environment
from recovery_radio.model.words import ENGLISH
from recovery_radio.render.scripts import put_words
from sites import EPISODE, PLAIN, SERVICE, build_whole_site, write_files

ROOT = Path(__file__).parents[1]
THEME = ROOT / "plugins/recovery_radio/theme"
TEMPLATES = sorted(THEME.rglob("*.html"))
SCRIPTS = sorted(THEME.rglob("*.js"))

WORD = re.compile(r"[A-Za-z]{2,}")
NAMES = re.compile(
    # Forms of files, units, and what a licence asks to be said in its own words.
    r"WebVTT|SubRip|JSON|SCORM|\bkB\b|Contains [\w ]+ data ©[\w ]+ 2024\.|Open Government Licence v3\.0"
    r"|Creative Commons BY(-\w+)* 4\.0|^find-help/$"
)
SHOWN = re.compile(r'\b(alt|aria-label|title|placeholder)="([^"]*)"')
ATTRIBUTE = re.compile(r'(?:^|[\s\0])[\w-]+="[^"]*"', re.MULTILINE)
# Nothing of these is read by anybody: styles, data of other programs, and what is said by a script.
NOT_READ = re.compile(r"<(style|script|code)\b.*?</\1>|<!.*?>|data-rr-signs=\"[^\"]*\"", re.DOTALL)
CLASSES = re.compile(r"\b(rr|md)-")
SENTENCE = re.compile(r"^[A-Z][a-z]*$|[A-Za-z]{2,} [a-z]{2,}")


def skeleton(source: str) -> str:
    """Give what a template says by itself: no expressions, and nothing that is translated."""
    environment = body_environment([str(THEME)])
    kept: list[str] = []
    is_translated, inside = False, ""
    for _, kind, value in environment.lex(source):
        if kind == "data" and not is_translated:
            kept.append(value)
        elif kind == "variable_begin":
            kept.append("\0")
        elif kind == "block_begin":
            inside = "block"
        elif kind == "name" and inside == "block":
            is_translated = value in ("trans", "pluralize") or (
                is_translated and value != "endtrans"
            )
            inside = ""
    return "".join(kept)


def unmarked(source: str) -> Iterator[str]:
    """Find what a template says without a mark for translation."""
    text = NOT_READ.sub("", skeleton(source))
    shown = [value for _, value in SHOWN.findall(text)]
    for piece in [*re.split(r"<[^>]*>|\0", ATTRIBUTE.sub("", text)), *shown]:
        if WORD.search(NAMES.sub("", piece)):
            yield piece.strip()
    tree = body_environment([str(THEME)]).parse(source)
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            yield from (text for text in constants(node) if SENTENCE.search(NAMES.sub("", text)))


def constants(node: nodes.Node) -> Iterator[str]:
    """Find the texts that an expression may print as they are."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        if not CLASSES.search(node.value):
            yield node.value
    elif isinstance(node, nodes.Filter) and node.node:
        yield from constants(node.node)
    elif isinstance(node, nodes.CondExpr | nodes.Concat | nodes.Or | nodes.Add):
        for child in node.iter_child_nodes(exclude=("test",)):
            yield from constants(child)
    elif isinstance(node, nodes.Getitem):
        yield from constants(node.node)
    elif isinstance(node, nodes.Dict):
        for pair in node.items:
            yield from constants(pair.value)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(THEME).as_posix())
def test_a_template_says_nothing_that_cannot_be_translated(path: Path) -> None:
    assert list(unmarked(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Press play</p>",
        "<p>{% trans %}Press{% endtrans %} play</p>",
        '<img alt="A fire">',
        '{{ "Closed" if shut else _("Open") }}',
        '{{ {"yes": "It is so"}[answer] }}',
        "<p>{% if x %}Press{% endif %}</p>",
        '{{ ("In " ~ town) | upper }}{{ "by phone" }}',
    ],
)
def test_a_text_without_a_mark_is_found(source: str) -> None:
    assert list(unmarked(source))


def test_marks_values_and_names_are_left_alone() -> None:
    source = """<p class="a b"{% if x %} hidden{% endif %}>{{ _("Press play") }} {{ town }}</p>
    {% trans n=count %}{{ n }} of them{% pluralize %}{{ n }} of those{% endtrans %}
    <div class="{{ "rr-one rr-two" if y }}"><a href="x.json">JSON</a></div>"""
    assert list(unmarked(source)) == []


LITERAL = re.compile(
    r"(?P<comment>/\*(?!_\w*\*/).*?\*/|//[^\n]*)|(?P<before>[\w.]*\(?\s*)(?P<mark>/\*_\w*\*/\[?)?"
    r"(?P<text>\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\]|\\.)*`)(?P<second>, `[^`]*`\]\[)?",
    re.DOTALL,
)
SAID = re.compile(
    r"^.(?:\$\{\w+\} |, )?[A-Z]?[a-z’']+,?:? (?:\$\{[^}]*\} ?)?[a-z]+|^.[A-Z][a-z]+ [a-z]"
)
# Words to look for, which are no words to show.
LISTS = {"find-match.js", "search-words.js"}
CODES = {'"not attempted"'}  # what a learning platform is told


def unsaid(script: str) -> list[str]:
    """Find what a script says without a mark for translation."""
    return [
        found["text"]
        for found in LITERAL.finditer(script)
        if found["text"]
        and not found["mark"]
        and SAID.search(found["text"])
        and found["text"] not in CODES
        and not found["before"].endswith(
            ("Error(", "querySelector(", "querySelectorAll(", "closest(", "matches(")
        )
    ]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_says_nothing_that_cannot_be_translated(path: Path) -> None:
    script = path.read_text("utf-8")

    assert path.name in LISTS or unsaid(script) == []
    assert put_words(script, ENGLISH) == script


def test_a_text_of_a_script_without_a_mark_is_found() -> None:
    assert unsaid('say("Stopped by the timer."); // "Not this one"') == ['"Stopped by the timer."']
    assert unsaid("say(`Go on from ${time}`, /*_*/`Go on to ${time}`)") == ["`Go on from ${time}`"]
    assert unsaid("/*_*/[`${n} mile off`, `${n} miles off`][+(n !== 1)]") == []


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_words", ROOT / "scripts/update_words.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_file_of_words_is_up_to_date(script: ModuleType) -> None:
    known = script.gather()

    for path in script.WORDS.glob("*.po"):
        assert path.read_bytes() == script.updated(path, known), "type `make words`"
    assert len(known) > 500


def test_a_file_of_words_keeps_its_translations_when_texts_come_and_go(
    script: ModuleType, tmp_path: Path
) -> None:
    ours = tmp_path / "cy.po"
    ours.write_text(
        'msgid ""\nmsgstr "Language: cy\\n"\n\n'
        'msgid "Search"\nmsgstr "Chwilio"\n\nmsgid "Long gone"\nmsgstr "Wedi mynd"\n'
    )
    made = script.updated(ours, script.gather()).decode()

    assert 'msgid "Search"\nmsgstr "Chwilio"' in made
    assert 'msgid "Menu"\nmsgstr ""' in made
    assert '\n#~ msgid "Long gone"' in made


def test_a_station_in_another_language_says_nothing_in_english(tmp_path: Path) -> None:
    write_files(tmp_path, PLAIN, EPISODE, SERVICE)
    translate(tmp_path, "ur")
    build_whole_site(tmp_path / "mkdocs.yml", tmp_path / "public", strict=True)
    folders = ("episodes", "services_directory", "site/pages", "site/data")
    texts = [
        path.read_text("utf-8")
        for folder in folders
        for path in (tmp_path / folder).rglob("*.*")
        if path.suffix in (".md", ".yml", ".vtt")
    ]
    own = set(WORD.findall(" ".join([PLAIN, *texts]).lower()))
    own |= {"am", "pm", "mb", "christmas", "day"}  # Babel's own words, and a bank holiday

    pages = sorted((tmp_path / "public").rglob("*.html"))
    left = {page: list(english_on(page, own)) for page in pages}
    assert {page: words for page, words in left.items() if words} == {}
    assert len(pages) > 15


def english_on(page: Path, own: set[str]) -> Iterator[str]:
    tree = LexborHTMLParser(page.read_text("utf-8"))
    for node in tree.css("script, style, code, [lang=en]"):
        node.decompose()
    assert tree.root
    for node in tree.root.traverse(include_text=True):
        shown = (
            [node.attributes.get(name) for name in ("alt", "aria-label")]
            if node.tag != "-text"
            else []
        )
        for text in [*shown, node.text_content if node.tag == "-text" else ""]:
            rest = re.sub(r"https://\S+", "", NAMES.sub("", text or ""))
            yield from (word for word in WORD.findall(rest) if word.lower() not in own)
