"""What readers send when an entry is wrong or missing, begun for them as an e-mail.

A link of `mailto:` needs no scripting and no server, and tells nobody but the station. Its lines
carry the names that the settings of an entry have, so that an editor pastes an answer into the
file; the words beside them are comments there.

Source: https://www.rfc-editor.org/rfc/rfc6068
"""

from typing import NamedTuple
from urllib.parse import quote

from recovery_radio.model.service import Service
from recovery_radio.model.words import ENGLISH, Words, mark

URL = "services/report/"
"""The page with the forms to print, relative to the site's root."""


class Line(NamedTuple):
    """A line that a reader fills in."""

    key: str
    """Name of the setting in the file of a service."""
    hint: str
    """What to write, in a reader's words."""


WRONG = (
    Line("hours", mark("When the door is open")),
    Line("phone", mark("The number to ring")),
    Line("alert", mark("Anything else, in a sentence")),
)
"""What is asked about an entry that is there: what changes most, and a line for the rest."""
NEW = (
    Line("name", mark("What people call it")),
    Line("organisation", mark("Who runs it")),
    Line("summary", mark("What it does, in a sentence")),
    Line("how_in", mark("How people get in: walk in, ring first, a GP's letter")),
    Line("address", mark("Street and number; leave it out for a refuge or a dry house")),
    Line("town", mark("Town or village")),
    Line("hours", mark("When the door is open")),
    Line("phone", mark("The number to ring")),
    Line("web", mark("Web page")),
)
"""What is asked about a service that has no entry."""


def wrong_mail(email: str, service: Service, site: str, words: Words = ENGLISH) -> str:
    """Make the link that begins an e-mail about an entry.

    Args:
        email: Who gets it.
        service: What it is about.
        site: Public address of the site.
        words: What the interface says.
    """
    subject = words.say("Something is wrong: %(service)s", service=service.id)
    checked = words.say("Checked on %(day)s", day=service.checked.on)
    about = (service.id, f"{site}{service.url}", checked)
    ask = words.say("What is right? One line is enough.")
    return _mail(email, subject, ask, said(WRONG, words), about)


def new_mail(email: str, words: Words = ENGLISH) -> str:
    """Make the link that begins an e-mail about a service that has no entry."""
    subject, ask = (
        words.say("A service to add"),
        words.say("Fill in what you know, and leave the rest."),
    )
    return _mail(email, subject, ask, said(NEW, words))


def said(lines: tuple[Line, ...], words: Words) -> tuple[Line, ...]:
    """Give lines in the words of the interface."""
    return tuple(line._replace(hint=words.say(line.hint)) for line in lines)


def _mail(
    email: str, subject: str, ask: str, lines: tuple[Line, ...], about: tuple[str, ...] = ()
) -> str:
    parts = [f"# {ask}", *(f"# {line.hint}:\n{line.key}: " for line in lines)]
    if about:
        parts.append("\n".join(f"# {text}" for text in about))
    body = "\n\n".join(parts).replace("\n", "\r\n")
    return f"mailto:{quote(email, safe='@')}?subject={quote(subject)}&body={quote(body)}"
