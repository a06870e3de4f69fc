"""The words that a feed may use, and the one that somebody probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from recovery_radio.verify.lint.finding import read_table

_LISTS = read_table("lists.toml")
NAMESPACES: dict[str, list[str]] = _LISTS["namespaces"]
CATEGORIES: dict[str, list[str]] = _LISTS["categories"]
GROUPS: list[str] = _LISTS["people"]["groups"]
ROLES: list[str] = _LISTS["people"]["roles"]
ENDINGS: dict[str, list[str]] = _LISTS["endings"]
MISTYPED: dict[str, str] = _LISTS["mistyped"]
WORDS: dict[str, list[str]] = {
    name: words.split() if isinstance(words, str) else words
    for name, words in _LISTS["words"].items()
}


def nearest(word: str, words: Iterable[str]) -> str:
    """Give the word that was probably meant, whatever its capitals; empty if there is none."""
    folded = {known.casefold(): known for known in words}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=0.7)
    return folded[close[0]] if close else ""


def meant(word: str, words: Iterable[str], otherwise: str = "") -> str:
    """Write the repair for a wrong word: the nearest one of a list, or another sentence."""
    near = nearest(word, words)
    return f"Write `{near}`." if near else otherwise
