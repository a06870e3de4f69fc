"""The page with the forms on which people report a mistake, or a service that is missing."""

from collections.abc import Iterator

from recovery_radio.host.bodies import PageSource
from recovery_radio.host.station import OpenStation
from recovery_radio.render.reports import NEW, URL, WRONG, new_mail, said


def report_page(opened: OpenStation) -> Iterator[PageSource]:
    """Give the page, which is read on a screen, read out on the phone, or printed."""
    words = opened.words
    yield PageSource(
        uri=f"{URL}index.md",
        url=URL,
        title=words.say("Something is wrong, or missing"),
        summary=words.say("Tell us about a mistake in the directory, or about a service to add."),
        kind="page",
        template="radio/report.html",
        context={
            "wrong": said(WRONG, words),
            "new": said(NEW, words),
            "new_mail": new_mail(opened.team.email, words),
            "team": opened.team,
            "station": opened.station,
            "access": opened.hub.vocabulary.access,
        },
        assets=("report.css",),
    )
