"""Every text of an entry is found, with its key; words to read leave addresses out."""

from pathlib import Path

from having_a_say import SAY
from recovery_radio.check.texts import texts_of, words_of
from sites import read_station


def test_texts_are_found_however_deep_they_stand(tmp_path: Path) -> None:
    hub, _ = read_station(tmp_path, SAY)
    survey = dict(texts_of(hub.say.surveys["there"]))
    event = dict(texts_of(hub.say.events["walk"]))

    assert survey["questions.1.answers.2.say"] == "Weather"
    assert event["place.1"] == "Riverside"
    assert dict(texts_of(hub.vocabulary))["kinds.drop-in.label"] == "Drop-in"
    assert event["contact.role"] == "Recovery organiser"
    assert not [key for key in event if key.startswith("origin")]


def test_texts_are_looked_for_under_some_keys_alone(tmp_path: Path) -> None:
    hub, _ = read_station(tmp_path)

    found = dict(texts_of(hub.series["stories"], "summary"))

    assert found == {"summary": "People tell."}


def test_words_to_read_are_no_addresses_and_no_numbers(tmp_path: Path) -> None:
    hub, _ = read_station(tmp_path, SAY)
    event = hub.say.events["walk"]

    left_out = dict(texts_of(event)).keys() - dict(words_of(event)).keys()

    assert left_out == {"contact.phone", "contact.web", "online", "postcode"}
