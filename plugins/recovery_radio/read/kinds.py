"""Which files a content folder may hold: their endings, sizes and first bytes.

There is no SVG, HTML, script or style sheet among them: each of these runs in a reader's browser
with the trust of the whole site. What a station itself adds to its pages lies in `site/theme`.

Sources: https://www.w3.org/TR/png-3/#5PNG-file-signature, RFC 3533, RFC 9639, ISO/IEC 14496-12
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from recovery_radio.model.episode import MOST_BYTES
from recovery_radio.read.frames import find_frame
from recovery_radio.read.pixels import LIMIT_BYTES

_MB = 1_000_000
HEAD_BYTES = 4096
"""How much of a recording or picture is looked at to recognise it."""


class Kind(NamedTuple):
    """A kind of file."""

    name: str
    """With its article."""
    limit: int
    """Largest size, in bytes."""
    smaller: str
    """What to do with a larger one: one sentence."""
    matches: Callable[[bytes], bool] | None
    """Tells whether the first bytes are of this kind; nothing for UTF-8 text."""


class FolderRules(NamedTuple):
    """What one content folder may hold."""

    kinds: Mapping[str, Kind]
    """By ending."""
    levels: range
    """How many folders may lie between this one and a file."""
    place: str
    """Where to put a file that lies too high or too deep: one sentence."""
    reserved: frozenset[str] = frozenset()
    """Folders, relative to this one, in which the theme or the build puts files of its own."""
    most_files: int = 100_000
    """Beyond this many, something has gone wrong."""


def _text(name: str, limit: int = _MB) -> Kind:
    return Kind(name, limit, "Split it, or shorten it.", None)


def _picture(name: str, matches: Callable[[bytes], bool]) -> Kind:
    return Kind(name, LIMIT_BYTES, "Save it with fewer pixels, or as JPEG.", matches)


def _recording(name: str, matches: Callable[[bytes], bool]) -> Kind:
    smaller = "Export it with a lower bit rate, or put it into a store and give its address."
    return Kind(name, MOST_BYTES, smaller, matches)


_PNG = _picture("a PNG picture", lambda head: head.startswith(b"\x89PNG\r\n\x1a\n"))
_JPEG = _picture("a JPEG picture", lambda head: head.startswith(b"\xff\xd8\xff"))
_WEBP = _picture("a WebP picture", lambda head: head[:4] == b"RIFF" and head[8:12] == b"WEBP")
# Some recorders leave zeros or a few odd bytes before the first frame.
_MP3 = _recording("an MP3 recording", lambda head: head[:3] == b"ID3" or find_frame(head) >= 0)
_M4A = _recording("an M4A recording", lambda head: head[4:8] == b"ftyp")
_OGG = _recording("an Ogg recording", lambda head: head.startswith(b"OggS"))
_OPUS = _recording(
    "an Opus recording", lambda head: head.startswith(b"OggS") and b"OpusHead" in head[:64]
)
_PAGE = _text("Markdown")
_SETTINGS = _text("a YAML file")
_TRANSCRIPT = _text("a transcript", 2 * _MB)
_PICTURES = {".png": _PNG, ".jpg": _JPEG, ".jpeg": _JPEG, ".webp": _WEBP}
_RECORDINGS = {".mp3": _MP3, ".m4a": _M4A, ".ogg": _OGG, ".opus": _OPUS}

EPISODES = FolderRules(
    {".md": _PAGE, ".vtt": _TRANSCRIPT, **_PICTURES, **_RECORDINGS},
    range(1, 2),
    "Put it into the episode's own folder, such as `episodes/first-steps/`.",
)
SERVICES = FolderRules(
    {".yml": _SETTINGS}, range(1), "Put it right into `services_directory`, without a folder."
)
PAGES = FolderRules(
    {".md": _PAGE, **_PICTURES},
    range(7),
    "Use fewer folders inside each other.",
    frozenset(
        {
            "assets/images",
            "assets/javascripts",
            "assets/radio",
            "assets/stylesheets",
            "pagefind",
            "templates",  # MkDocs leaves it out without a word
        }
    ),
)
DATA = FolderRules(
    {".yml": _SETTINGS}, range(1), "Put it right into `site/data`, without a folder."
)
WORDS = FolderRules(
    {".po": _text("a file of words")}, range(1), "Put it right into `site/words`, without a folder."
)

_WORDS = "Copy its words into a page in Markdown."
HINTS = {
    ".aac": (".mp3", "Export the recording as MP3."),
    ".doc": (".md", _WORDS),
    ".docx": (".md", _WORDS),
    ".flac": (".mp3", "Export the recording as MP3."),
    ".gif": (".png", "Save the picture as PNG."),
    ".heic": (".jpg", "Save the picture as JPEG."),
    ".htm": (".md", "Write the page in Markdown."),
    ".html": (".md", "Write the page in Markdown."),
    ".markdown": (".md", "Rename it to end in `.md`."),
    ".pdf": (".md", _WORDS),
    ".srt": (".vtt", "Export the transcript as WebVTT, to end in `.vtt`."),
    ".svg": (".png", "Save the picture as PNG."),
    ".txt": (".md", _WORDS),
    ".wav": (".mp3", "Export the recording as MP3."),
    ".yaml": (".yml", "Rename it to end in `.yml`."),
}
"""By an ending that is not taken: the one to turn it into, and how."""
