r"""Style sheets: every address in them leads to a file of the site.

A small tokenizer tells comments, strings and `url()` apart as CSS does. Escapes that spell
letters, slashes or blanks are refused rather than decoded: nobody needs them, and
`\75rl(//host)` is an address too.

Source: https://www.w3.org/TR/css-syntax-3/#tokenization
"""

import re
from collections.abc import Iterator

from recovery_radio.model.problem import Problem
from recovery_radio.verify.fault import Fault
from recovery_radio.verify.folder import Folder
from recovery_radio.verify.links import foreign, load_faults

_TOKEN = re.compile(
    r"(?P<comment>/\*.*?(?:\*/|\Z))"
    r"|(?P<call>(?:url|src)\(\s*|@import\s*)?"
    r"(?P<string>\"(?:[^\"\\\n\r\f]|\\.)*\"?|'(?:[^'\\\n\r\f]|\\.)*'?)"
    r"|url\((?P<bare>(?:[^)\\]|\\.)*)",
    re.DOTALL | re.IGNORECASE,
)
# A backslash before a line end joins lines. The numbers are tab, line end, `/`, `:`, `\` and
# the letters.
_ODD_ESCAPE = re.compile(
    r"\\(?:[g-zG-Z/\\\n\r\f]"
    r"|0{0,5}(?:[9aAdD]|2[fF]|3[aA]|4[1-9a-fA-F]|5[0-9aAcC]|6[1-9a-fA-F]|7[0-9aA])"
    r"(?![0-9a-fA-F]))"
)
_ELSEWHERE = re.compile(r"//|https?:", re.IGNORECASE)
_BLANKS = dict.fromkeys(map(ord, "\t\n\r"))
_ESCAPED = Fault(
    "spells a letter, a slash or a line end as an escape, which can hide an address.",
    "Write the character itself.",
    "css-escape",
)


def check_style_sheets(folder: Folder) -> list[Problem]:
    """Check every style sheet of the site."""
    problems: list[Problem] = []
    for path in folder.ending_in(".css"):
        css = folder.read(path).decode("utf-8", "replace")
        problems += [fault.at(path, line) for line, fault in style_faults(folder, path, css)]
    return problems


def style_faults(folder: Folder, path: str, css: str) -> Iterator[tuple[int, Fault]]:
    """Say what is wrong in a style sheet, and in which of its lines.

    Args:
        folder: The site.
        path: The file that the addresses in it start from.
        css: The rules.
    """
    for token in _TOKEN.finditer(css):
        line = css.count("\n", 0, token.start()) + 1
        string = (token["string"] or "").strip("\"'")
        if token["bare"] is not None or token["call"]:
            address = (string if token["string"] else token["bare"]).strip()
            for fault in load_faults(folder, path, "img", address):
                yield line, fault
        elif _ELSEWHERE.search(string.translate(_BLANKS)):
            # Such as in `image-set("…")`, or behind `@import` and a comment.
            yield line, foreign("link", string)
    code = _TOKEN.sub(_without_comments, css)
    for escape in _ODD_ESCAPE.finditer(code):
        yield code.count("\n", 0, escape.start()) + 1, _ESCAPED


def _without_comments(token: re.Match[str]) -> str:
    return "\n" * token[0].count("\n") if token["comment"] else token[0]
