"""A service as a vCard, to keep in a phone's contacts.

Opening hours are not in it: nobody updates a card, and an old hour sends somebody to a locked
door. It names the page that has them, and the day of the last check.

Source: https://www.rfc-editor.org/rfc/rfc2426 (version 3.0, which every phone reads)
"""

from typing import Any

import vobject  # type: ignore[import-untyped]

from recovery_radio.model.service import Service
from recovery_radio.model.words import ENGLISH, Words
from recovery_radio.render.open_data.data import Directory
from recovery_radio.render.open_data.services import TEXTS, numbers_of
from recovery_radio.render.words import day


def render_card(directory: Directory, service: Service, words: Words = ENGLISH) -> str:
    """Write the card of a service. Its lines end with CRLF."""
    card = vobject.vCard()
    card.add("fn").value = service.name
    # A service is no person: its name is in FN, and N must be there all the same.
    card.add("n").value = vobject.vcard.Name(given=service.name)
    card.add("org").value = [directory.organisations[service.organisation].name]
    card.add("uid").value = directory.page(service)
    card.add("rev").value = service.checked.on.isoformat()
    card.add("categories").value = [directory.vocabulary.kinds[service.kind].label]
    for number, about in numbers_of(directory, service):
        is_text = about == TEXTS
        card.add("tel").value = number
        card.contents["tel"][-1].type_param = ["CELL", "MSG"] if is_text else ["WORK", "VOICE"]
    if service.contact.email:
        card.add("email").value = service.contact.email
    for url in filter(None, (service.contact.web, directory.page(service))):
        card.add("url").value = str(url)
    _add_places(card, service)
    card.add("note").value = _note(directory, service, words)
    return str(card.serialize())


def _add_places(card: Any, service: Service) -> None:
    for place in service.places:
        card.add("adr").value = vobject.vcard.Address(
            street=", ".join(place.address),
            city=place.town,
            region=place.county or "",
            code=place.postcode or "",
            country="United Kingdom",
        )
        card.contents["adr"][-1].type_param = "WORK"


def _note(directory: Directory, service: Service, words: Words) -> str:
    texts = (
        directory.warning(service, words),
        service.summary,
        words.say("Checked on %(day)s", day=day(service.checked.on, words)) + ".",
        words.say("Hours and everything else: %(page)s", page=directory.page(service)),
    )
    return " ".join(filter(None, texts))
