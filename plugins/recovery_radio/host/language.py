"""The language of the interface: what templates and scripts need to say their own words in it."""

from collections.abc import Collection
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.structure.files import Files

from recovery_radio.model.words import Words
from recovery_radio.render.scripts import put_words


def speak(environment: Environment, words: Words) -> None:
    """Let the templates of an environment say their words in a language.

    They mark them with `{% trans %}` and `_()`. Values within are escaped; the words are not, so
    `read.words` lets through only the signs that the English has.
    """
    # How the lines of a template are broken is no concern of whoever translates it.
    environment.policies["ext.i18n.trimmed"] = True
    environment.add_extension("jinja2.ext.i18n")
    cast(Any, environment).install_gettext_translations(words.translations, newstyle=True)
    environment.globals["words"] = words


def put_scripts(files: Files, folders: Collection[str], words: Words) -> None:
    """Put the words into the scripts of the theme.

    Args:
        files: All files of the site.
        folders: Where the theme's files lie.
        words: What the interface says.
    """
    for file in files:
        if file.src_dir in folders and file.src_uri.endswith(".js") and file.abs_src_path:
            script = Path(file.abs_src_path).read_text("utf-8")
            file.content_bytes = put_words(script, words).encode()
