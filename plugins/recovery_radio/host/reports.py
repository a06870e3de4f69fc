"""The page with the forms on which people report a mistake, or a service that is missing."""

from collections.abc import Iterator

from recovery_radio.host.bodies import PageSource
from recovery_radio.host.station import OpenStation
from recovery_radio.render.reports import NEW, URL, WRONG, new_mail


def report_page(opened: OpenStation) -> Iterator[PageSource]:
    """Give the page, which is read on a screen, read out on the phone, or printed."""
    yield PageSource(
        uri=f"{URL}index.md",
        url=URL,
        title="Something is wrong, or missing",
        summary="Tell us about a mistake in the directory, or about a service to add.",
        kind="page",
        template="radio/report.html",
        context={
            "wrong": WRONG,
            "new": NEW,
            "new_mail": new_mail(opened.team.email),
            "team": opened.team,
            "station": opened.station,
            "access": opened.hub.vocabulary.access,
        },
        assets=("report.css",),
    )
