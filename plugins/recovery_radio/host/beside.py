"""Files beside the page of an episode: recordings, and its words and chapters for podcast apps.

Put there after MkDocs is done: it would copy each recording at every build, and hold every
transcript until then.
"""

import os
import shutil
from pathlib import Path

from recovery_radio.model.episode import Episode
from recovery_radio.render.chapters import marks_of, render_chapters
from recovery_radio.render.transcripts import FORMS


def put_beside(root: Path, site: Path, episode: Episode) -> None:
    """Write or link the files of an episode.

    Args:
        root: The station's folder.
        site: The folder of the finished site, with the episode's page in it.
        episode: A public episode.
    """
    for audio in filter(None, (episode.audio, episode.low_audio)):
        if audio.file:
            link(root / audio.file, site / audio.url)
    texts = {}
    if episode.shows_words:
        cues = episode.words.cues
        texts = {form.name: form.render(cues) for form in FORMS}
    if episode.chapters:
        texts["chapters.json"] = render_chapters(marks_of(episode.chapters))
    for name, text in texts.items():
        (site / episode.url / name).write_text(text, "utf-8", newline="\n")


def link(source: Path, target: Path) -> None:
    """Let a file of the site be a file that is there already, and copy it where that cannot be."""
    try:
        os.link(source, target)
    except OSError:
        # Another disk, or one that knows no links.
        shutil.copyfile(source, target)
