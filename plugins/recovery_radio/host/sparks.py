"""The pages of Small Sparks that show more than their words."""

from typing import Any

from recovery_radio.host.station import OpenStation
from recovery_radio.model.spark import LEAST, MOST
from recovery_radio.render.sparks import views


def spark_application(_opened: OpenStation) -> dict[str, Any]:
    """Give the bounds of what can be asked for, in pence."""
    return {"least": int(LEAST * 100), "most": int(MOST * 100)}


def spark_decisions(opened: OpenStation) -> dict[str, Any]:
    """Give the decisions, year by year."""
    return {"years": views(opened.hub.sparks.values(), opened.words)}
