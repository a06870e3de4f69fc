"""All checks of the hub, in one list."""

from datetime import datetime

from recovery_radio.check.episodes import check_episodes
from recovery_radio.check.events import check_events
from recovery_radio.check.language import check_language
from recovery_radio.check.modules import check_modules
from recovery_radio.check.pages import check_pages
from recovery_radio.check.registers import check_registers
from recovery_radio.check.services import check_services
from recovery_radio.check.sparks import check_sparks
from recovery_radio.check.voice import check_voice
from recovery_radio.model.hub import Hub
from recovery_radio.model.problem import Problem
from recovery_radio.model.times import LONDON


def run_checks(hub: Hub, now: datetime) -> list[Problem]:
    """Say everything that is wrong with a station's files taken together.

    Args:
        hub: The station.
        now: Time of the build, aware.

    Returns:
        The problems, in no order.
    """
    today = now.astimezone(LONDON).date()
    problems = [
        *check_episodes(hub, now),
        *check_language(hub),
        *check_modules(hub, now),
        *check_pages(hub, today),
        *check_registers(hub, today),
        *check_services(hub, today),
        *check_sparks(hub, today),
        *check_voice(hub, today),
        *check_events(hub, now),
    ]
    # A name that nobody knows only follows from another fault, if what would know it has one.
    return [p for p in problems if not (hub.lacks_names and p.code == "unknown-name")]
