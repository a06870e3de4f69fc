"""The hub: everything that a station's files say, read and frozen."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from recovery_radio.model.episode import Episode
from recovery_radio.model.having_a_say import HavingASay
from recovery_radio.model.page import Page
from recovery_radio.model.register import Helpline, Series, Topic
from recovery_radio.model.service import Organisation, Service
from recovery_radio.model.spark import SparkYear
from recovery_radio.model.tombstone import Tombstone
from recovery_radio.model.vocabulary import Vocabulary
from recovery_radio.model.wording import NO_WORDING, Wording


class Hub(NamedTuple):
    """All of a station's content. What could not be read is not in it, but in the problems."""

    episodes: tuple[Episode, ...]
    """Every episode that could be read, newest first, drafts included."""
    services: tuple[Service, ...]
    """By name."""
    pages: tuple[Page, ...]
    """By path."""
    organisations: Mapping[str, Organisation]
    vocabulary: Vocabulary
    helplines: Mapping[str, Helpline]
    series: Mapping[str, Series]
    topics: Mapping[str, Topic]
    tombstones: tuple[Tombstone, ...]
    """What is left of withdrawn episodes, by path."""
    wording: Wording = NO_WORDING
    """Words to avoid."""
    say: HavingASay = HavingASay()
    """Notices, seats, promises, answers, surveys, pilots, events and alliances."""
    sparks: Mapping[str, SparkYear] = MappingProxyType({})
    """What the panel of Small Sparks decided, by year."""
    lacks_names: bool = False
    """Whether a register or the vocabulary could not be read as a whole."""
