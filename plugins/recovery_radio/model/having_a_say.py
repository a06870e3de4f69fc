"""All registers of a say in decisions and of what is on, as one part of the hub."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from recovery_radio.model.alliance import Alliance
from recovery_radio.model.event import Event
from recovery_radio.model.survey import Survey
from recovery_radio.model.voice import Commitment, Group, Notice, Pilot, Said


class HavingASay(NamedTuple):
    """What a station without these registers has too: nothing in each."""

    notices: Mapping[str, Notice] = MappingProxyType({})
    groups: Mapping[str, Group] = MappingProxyType({})
    commitments: Mapping[str, Commitment] = MappingProxyType({})
    said: Mapping[str, Said] = MappingProxyType({})
    surveys: Mapping[str, Survey] = MappingProxyType({})
    pilots: Mapping[str, Pilot] = MappingProxyType({})
    events: Mapping[str, Event] = MappingProxyType({})
    alliances: Mapping[str, Alliance] = MappingProxyType({})
