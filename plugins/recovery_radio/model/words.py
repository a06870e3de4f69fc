"""The words of the interface, in the language of the station.

The English words are written where they are used, and are the keys of all translations (gettext).
Whoever makes a sentence translates it: templates with `{% trans %}` and `_()`, functions with
`say` and `say_count`. Words that come from a station's own files are in its language already.

Source: https://www.gnu.org/software/gettext/manual/
"""

from dataclasses import dataclass, field
from gettext import NullTranslations, c2py
from typing import Literal

ENGLISH_TAG = "en-GB"


@dataclass(frozen=True)
class Words:
    """What the interface says, and in which language."""

    tag: str = ENGLISH_TAG
    """Name of the language, as `lang` has it."""
    direction: Literal["ltr", "rtl"] = "ltr"
    """Whether lines run from left to right."""
    translations: NullTranslations = field(default_factory=NullTranslations)
    """By the English words."""
    plural: str = "n != 1"
    """Which form of several a number `n` has, as C writes it, and scripts do too."""

    @property
    def is_english(self) -> bool:
        """Whether numbers, days and times are written as the English write them."""
        return self.tag == ENGLISH_TAG

    def form_of(self, n: int) -> int:
        """Give the number of the form that a number takes."""
        return int(c2py(self.plural)(n))

    def say(self, text: str, **values: object) -> str:
        """Translate a text.

        Args:
            text: In English, with `%(name)s` where a value stands.
            values: What stands there.
        """
        said = self.translations.gettext(text)
        return said % values if values else said

    def say_count(self, one: str, many: str, n: int, **values: object) -> str:
        """Translate a text that depends on a number; it says `%(n)s`.

        Args:
            one: What it says of one, in English.
            many: What it says of several, in English.
            n: How many there are.
            values: What else stands in it.
        """
        return self.translations.ngettext(one, many, n) % {"n": n, **values}


ENGLISH = Words()


def mark(text: str) -> str:
    """Mark a text that is translated later, where it is said; it stays as it is."""
    return text
