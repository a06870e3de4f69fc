"""What an app shows below a programme's title: a description, and the show notes.

Apps show one of the two. So what to know before pressing play, and that a voice is synthetic,
stand at the top of both.

The description is plain text of at most 4,000 bytes. The notes keep the few tags that all of the
usual apps show: paragraphs, lists, links and line ends. A heading or a row of a table becomes a
paragraph, a picture its words, everything else its text.

Sources: https://podcasters.apple.com/support/823-podcast-requirements,
https://transistor.fm/rendering
"""

import re

import nh3
from markupsafe import escape

from recovery_radio.model.episode import Episode
from recovery_radio.model.words import ENGLISH, Words

LONGEST_DESCRIPTION = 4000
"""Bytes, as Apple counts."""
# An episode's page lies two folders below the site's root, and its links start from there.
_FROM_ROOT = re.compile(r' (href|src)="\.\./\.\./')
_FROM_PAGE = ' href="#'
# The sanitiser writes attributes in this form only.
_ATTRIBUTES = r'(?: [a-z-]+="[^"]*")*'
_BLOCK = re.compile(rf"<(/?)(?:h[2-6]|dt|dd|pre|tr){_ATTRIBUTES}>")
_CELL = re.compile(r"</t[dh]>\s*(?=<t[dh])")
_TABLE = re.compile(rf"</?(?:table|thead|tbody|t[dh]){_ATTRIBUTES}>")
_PICTURE = re.compile(rf'<img{_ATTRIBUTES}? alt="([^"]*)"{_ATTRIBUTES}>')
_BLANK = re.compile(r"\n\s*\n+")
_EMPTY = re.compile(r"<p>\s*</p>")
_cleaner = nh3.Cleaner(
    tags={"p", "ul", "ol", "li", "a", "br"},
    # Without the second, a title and a language may stand on every tag.
    attributes={"a": {"href"}, "*": set()},
    url_schemes={"https", "mailto", "tel", "sms"},
    link_rel=None,
)


def describe(episode: Episode, chapters: str, words: Words = ENGLISH) -> str:
    """Write the description.

    Args:
        episode: The programme.
        chapters: Their lines. What does not fit is left to the other ways of telling them.
        words: What the interface says.
    """
    text = " ".join(filter(None, (episode.summary, _warning(episode, words), episode.notice)))
    whole = f"{text}\n\n{chapters}" if chapters else text
    return whole if len(whole.encode()) <= LONGEST_DESCRIPTION else shorten(text)


def shorten(text: str) -> str:
    """Cut a text to the bytes that a description may have, at the end of a word."""
    data = text.encode()
    if len(data) <= LONGEST_DESCRIPTION:
        return text
    kept = data[: LONGEST_DESCRIPTION - 3].decode("utf-8", "ignore")
    return f"{kept.rpartition(' ')[0] or kept}…"


def show_notes(
    episode: Episode, notes: str, site: str, chapters: str, words: Words = ENGLISH
) -> str:
    """Write the show notes.

    Args:
        episode: The programme.
        notes: Its notes as the sanitiser made them, for its page.
        site: Address of the site, with a slash at its end.
        chapters: Their lines.
        words: What the interface says.
    """
    first = _warning(episode, words), episode.notice
    parts = [f"<p>{escape(text)}</p>" for text in first if text]
    body = reduce_markup(_absolute(notes, site, episode))
    parts.append(body or f"<p>{escape(episode.summary)}</p>")
    if chapters:
        parts.append(f"<p>{escape(chapters)}</p>".replace("\n", "<br>\n"))
    return "\n".join(parts)


def reduce_markup(markup: str) -> str:
    """Reduce HTML that the sanitiser made to what apps show."""
    if "<t" in markup:
        markup = _TABLE.sub("", _CELL.sub("; ", markup))
    if "<img" in markup:
        markup = _PICTURE.sub(r"\1", markup)
    text = _cleaner.clean(_BLOCK.sub(r"<\1p>", markup))
    return _BLANK.sub("\n", _EMPTY.sub("", text)).strip()


def _absolute(notes: str, site: str, episode: Episode) -> str:
    """Let links start from the site's address: an app has no page around them."""
    from_root = _FROM_ROOT.sub(lambda found: f' {found[1]}="{site}', notes)
    return from_root.replace(_FROM_PAGE, f' href="{site}{episode.url}#')


def _warning(episode: Episode, words: Words) -> str:
    labels = "; ".join(note.label for note in episode.content_notes)
    return words.say("Before you listen: %(notes)s.", notes=labels) if labels else ""
