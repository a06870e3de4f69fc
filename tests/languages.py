"""Test languages: words that nobody has to understand, as long and in the script of a real language.

Each text of the interface is turned into one that looks like Welsh, Polish or Urdu. Tags and values
stay. What is still English on a page of such a station was not marked for translation.
"""

import random
import re
from gettext import NullTranslations
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from recovery_radio.model.words import Words
from recovery_radio.read.words import known_words

_KEPT = re.compile(r"(<[^>]*>|%\(\w+\)s|%%|\$?\{[^}]*\}|&\w+;)")
_WORD = re.compile(r"[^\W\d_]+")
SYLLABLES = {
    "cy": "llwŷ ddwr gwŵ rhyng ngh chwâ wyth ffô mŷ deŵ".split(),
    "pl": "źdźbło wszą szczę chrzą ństwo rzeć ęść łóż grzeg brzmi".split(),
    "ur": "خدا مدد كهر شهر بات وقت جكه لوك راسته كهانى".split(),
}
"""What the words of a test language are made of."""
LONGER = {"cy": 1.2, "pl": 1.4, "ur": 1.1}
"""How long a text is, beside the English."""


def speak(language: str, english: str) -> str:
    """Turn a text into one of a test language, the same at every run."""
    syllables = cycle(random.Random(english).sample(SYLLABLES[language], 10))

    def word(found: re.Match[str]) -> str:
        made = next(syllables)
        while len(made) < len(found[0]) * LONGER[language]:
            made += next(syllables)
        made = made[: max(2, round(len(found[0]) * LONGER[language]))]
        return made.capitalize() if found[0][0].isupper() else made

    parts = _KEPT.split(english)
    return "".join(part if index % 2 else _WORD.sub(word, part) for index, part in enumerate(parts))


class _Urdu(NullTranslations):
    def gettext(self, message: str) -> str:
        return speak("ur", message)


URDU = Words("ur", "rtl", _Urdu())
"""An interface that says everything in a test language."""


def words_of(language: str) -> bytes:
    """Write a file with every text of the interface in a test language."""
    catalog = Catalog(language, fuzzy=False)
    for message in known_words():
        text: Any = message.id
        if isinstance(text, str) and text:
            catalog.add(text, speak(language, text))
        elif text:
            forms = (speak(language, text[-1]) for _ in range(catalog.num_plurals))
            catalog.add(tuple(text), tuple(forms))
    made = BytesIO()
    write_po(made, catalog)
    return made.getvalue()


def translate(station: Path, language: str) -> None:
    """Let a station that is written in English have its interface in a test language."""
    settings = station / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(
        re.sub(r"(name: material)(\n *|, )", rf"\1\2language: {language}\2", text), "utf-8"
    )
    (station / "site/words").mkdir(parents=True)
    (station / f"site/words/{language}.po").write_bytes(words_of(language))
