"""From pydantic's errors to the author's words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from recovery_radio.model.episode import EpisodeSettings
from recovery_radio.model.page import PageSettings
from recovery_radio.model.problem import Problem
from recovery_radio.model.register import Helpline
from recovery_radio.model.service import Service, ServiceEntry
from recovery_radio.model.vocabulary import Vocabulary
from recovery_radio.read.explain import validate
from recovery_radio.read.strict_yaml import parse_yaml

EPISODE = """\
title: Steps
summary: How it began.
aired: 2026-03-12
guid: 3f1c2b1e-2222-4444-8888-aaaaaaaaaaaa
series: stories
recording: steps.mp3
consent: {reference: C-0001, level: synthetic, channels: [site], expires: 2028-01-01, approved: 2026-03-01}
topics: [alcohol]
"""
SERVICE = """\
name: Harbour
organisation: hub
kind: drop-in
summary: Tea and a chat.
offers: [peer-support]
how_in: [walk-in]
places: [{town: Crawley}]
serves: [Crawley]
contact: {phone: "999"}
cost: free
checked: {on: 2026-11-01, by: phone, who: volunteer}
"""


def faults(model: type[BaseModel], text: str) -> list[Problem]:
    values, problems = parse_yaml(text, "a.yml")
    assert values is not None, problems
    made, found = validate(model, values, {"origin": values.origin})
    assert (made is None) == bool(found)
    return found


def said(model: type[BaseModel], text: str) -> str:
    [problem] = faults(model, text)
    return str(problem)


def test_what_is_in_order_is_made() -> None:
    assert faults(EpisodeSettings, EPISODE) == []
    assert faults(ServiceEntry, SERVICE) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("title:", "a.yml:9: `title` is empty. Write something, or remove the line. [empty-field]"),
        ("title: '  '", "a.yml:9: `title` is empty. Write something, or remove the line. [empty-field]"),
        ("title: true", 'a.yml:9: `title` must be text. Put quotes around it: `title: "true"`. [wrong-type]'),
        ("title: 1.50", 'a.yml:9: `title` must be text. Put quotes around it: `title: "1.5"`. [wrong-type]'),
        ("title: [a]", 'a.yml:9: `title` must be text. Write one text, and no list or group. [wrong-type]'),
        ("season: one", "a.yml:9: `season` must be a whole number. Write digits only, without quotes. [wrong-type]"),
        ("season: 1.5", "a.yml:9: `season` must be a whole number. Leave the fraction out. [wrong-type]"),
        ("season: 0", "a.yml:9: `season` is too small: 0. It must be at least 1. [out-of-range]"),
        ("chapters: none", "a.yml:9: `chapters` must be a list of groups. Write `- at: …` for each, with the rest below it. [wrong-type]"),
        ("topics: alcohol", "a.yml:9: `topics` must be a list. Write `topics: [alcohol]`. [wrong-type]"),
        ("topics: true", "a.yml:9: `topics` must be a list. Write `topics: [one, two]`. [wrong-type]"),
        ("topics:", "a.yml:9: `topics` is empty. Write something, or remove the line. [empty-field]"),
        ("topcs: [alcohol]", "a.yml:9: `topcs` is not a setting here. Did you mean `topics`? [unknown-key]"),
        ("chapters: [a]", "a.yml:9: `chapters` must be a group of settings. Write lines `key: value` below it. [wrong-type]"),
        ("chapters: [{at: '1:00'}]", "a.yml:9: `title` is missing. Add `title: …`. [missing-field]"),
        ("chapters: [{at: '1:00', title: A, tittle: B}]", "a.yml:9: `tittle` is not a setting here. Did you mean `title`? [unknown-key]"),
        ("cover: {alt: A dot.}", "a.yml:9: `file` is missing. Add `file: …`. [missing-field]"),
        ("cover: {file: ../a.png, alt: A dot.}", "a.yml:9: `file` cannot be read: '../a.png'. Name a file that lies beside this one, such as `first-steps.mp3`. [bad-file-name]"),
        ("people: [{alias: A, role: boss}]", "a.yml:9: `role` cannot be 'boss'. Choose one of: `host`, `guest`, `reader`, `expert`, `producer`. [bad-choice]"),
        ("people: [{alias: A, role: host, in_feed: maybe}]", "a.yml:9: `in_feed` must be `true` or `false`. Write one of the two, without quotes. [wrong-type]"),
        ("file: a.mp3", "a.yml:9: `file` is not a setting here. Did you mean `title`? [unknown-key]"),
        ("week: 1", "a.yml:9: `week` is not a setting here."),
        ("content_notes: [{label: a, start: '1:00'}]", "a.yml:9: `start` is not a setting here. Choose from: from, label, to. [unknown-key]"),
        ("origin: x", "a.yml:9: `origin` is not a setting here."),
        ("slug: x", "a.yml:9: `slug` is not a setting here."),
        ("language: Welsh", "a.yml:9: `language` cannot be read: 'Welsh'. Write it as the code of a language, such as `cy`. [bad-form]"),
        ("aired:", "a.yml:9: `aired` is empty. Write something, or remove the line. [empty-field]"),
        ("status:", "a.yml:9: `status` is empty. Write something, or remove the line. [empty-field]"),
        ("status: '{0}{value}'", "a.yml:9: `status` cannot be '{0}{value}'."),
    ],
)  # fmt: skip
def test_a_fault_of_an_episode_is_told_in_its_authors_words(line: str, message: str) -> None:
    key = line.partition(":")[0]
    kept = "".join("# \n" if row.startswith(f"{key}:") else row for row in EPISODE.splitlines(True))

    assert said(EpisodeSettings, f"{kept}{line}\n").startswith(message)


@pytest.mark.parametrize(
    ("recording", "message"),
    [
        ("{url: https://a.example/b.mp3, bytes: 1, seconds: inf, type: audio/mpeg, sha256: x}",
         "a.yml:6: `seconds` must be a number. Write digits only, without quotes. [wrong-type]"),
        ("{url: https://a.example/b.mp3, bytes: 1, seconds: 1, type: audio/mpeg, sha256: x}",
         "a.yml:6: `sha256` cannot be read: 'x'. Write it as the 64 characters that `sha256sum` prints. [bad-form]"),
        ("[a.mp3]", 'a.yml:6: `recording` must be text. Write one text, and no list or group. [wrong-type]'),
        ("", "a.yml:6: `recording` is empty."),
        ("{}", "a.yml:6: `file` is missing. Add `file: …`. [missing-field]"),
    ],
)  # fmt: skip
def test_a_recording_is_either_a_file_or_the_facts_of_one(recording: str, message: str) -> None:
    text = EPISODE.replace("recording: steps.mp3", f"recording: {recording}")

    assert any(str(p).startswith(message) for p in faults(EpisodeSettings, text))


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("{town: Crawley, hours: [mon]}", '`hours` must be a group of settings. Write lines such as `mon-fri: "10:00-16:00"` below it. [wrong-type]'),
        ("{town: Crawley, access: [step-free]}", "`access` must be a group of settings. Write lines such as `childcare: yes` below it. [wrong-type]"),
        ("{town: Crawley, geo: 51.1}", "`geo` must be a list. Write `geo: [51.1]`. [wrong-type]"),
        ("{town: Crawley, bus: 7}", "`bus` is not a setting here. Write `travel: Bus 7 stops outside.`. [unknown-key]"),
        ("{town: Crawley, sessions: [{label: Tea, hours: always, bus: 7}]}", "`bus` is not a setting here. Choose from: hours, kind, label, online, who. [unknown-key]"),
        ("{town: Crawley, access: {step-free: maybe}}", "`step-free` cannot be 'maybe'. Choose one of: `yes`, `no`, `ask`. [bad-choice]"),
        ("{town: Crawley, hide_adress: yes}", "`hide_adress` is not a setting here. Did you mean `hide_address`? [unknown-key]"),
        ("{town: Crawley, address: [12, High Street]}", '`address` must be text. Put quotes around it: `"12"`. [wrong-type]'),
        ("{town: Crawley, closures: [{from: 2026-12-24, to: 2026-12-26, instead: {24 December 2026: '10:00-12:00'}}]}",
         "`24 December 2026` is not a date: '24 December 2026'. Write `2026-12-24`. [bad-date]"),
        ("{}", "`town` is missing. Add `town: …`. [missing-field]"),
    ],
)  # fmt: skip
def test_a_fault_of_a_place_is_told_in_its_authors_words(place: str, message: str) -> None:
    text = SERVICE.replace("{town: Crawley}", place)

    assert said(ServiceEntry, text) == f"a.yml:7: {message}"


def test_no_may_be_written_without_quotes_where_a_word_is_meant() -> None:
    text = SERVICE.replace(
        "{town: Crawley}", "{town: Crawley, hide_address: no, access: {step-free: no}}"
    )
    values, _ = parse_yaml(text, "a.yml")
    assert values is not None
    service, _ = validate(ServiceEntry, values, {"origin": values.origin})

    assert service is not None
    assert service.places[0].hide_address is False
    assert service.places[0].access == {"step-free": "no"}


def test_all_faults_of_a_file_come_at_once() -> None:
    text = EPISODE.replace("title: Steps", "titel: Steps").replace("2026-03-12", "soon")

    assert {(p.line, p.code) for p in faults(EpisodeSettings, text)} == {
        (1, "unknown-key"), (3, "bad-date"),
    }  # fmt: skip


def test_a_setting_whose_name_is_misspelt_is_not_called_missing_as_well() -> None:
    assert said(EpisodeSettings, EPISODE.replace("title:", "titel:")).startswith(
        "a.yml:1: `titel` is"
    )
    near = EPISODE.replace("title:", "xyz:")
    assert {p.code for p in faults(EpisodeSettings, near)} == {"missing-field", "unknown-key"}
    inside = SERVICE.replace("{town: Crawley}", "{twon: Crawley}, {town: Crawley}, {}")
    assert {p.what for p in faults(ServiceEntry, inside)} == {
        "`twon` is not a setting here.", "`town` is missing.",
    }  # fmt: skip


@pytest.mark.parametrize("key", ["id", "origin"])
def test_what_the_reader_adds_is_not_the_authors_to_set(key: str) -> None:
    values, _ = parse_yaml(f"{SERVICE}{key}: other\n", "a.yml")
    assert values is not None

    service, problems = validate(Service, values, {"origin": values.origin, "id": "harbour"})

    assert service is None
    assert [(p.line, p.code) for p in problems] == [(12, "unknown-key")]


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    | st.sampled_from(["{}", "{0}", "(file)", "2026-13-01", "[key]"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)  # fmt: skip
MODELS: list[type[BaseModel]] = [EpisodeSettings, ServiceEntry, PageSettings, Helpline, Vocabulary]


@given(st.sampled_from(MODELS), st.data())
def test_no_value_whatever_is_beyond_explaining(
    model: type[BaseModel], data: st.DataObject
) -> None:
    keys = st.sampled_from(
        [f.alias or name for name, f in model.model_fields.items()] + ["file", "x"]
    )
    values, _ = parse_yaml("a: 1", "a.yml")
    assert values is not None
    written = data.draw(st.dictionaries(keys, VALUES, max_size=4))

    made, problems = validate(model, values._replace(values=written), {"origin": values.origin})

    assert (made is None) == bool(problems)
    assert all(str(problem).isprintable() for problem in problems)
