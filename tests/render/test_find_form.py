"""The choices of `find-help`: those that some service answers, and no others."""

from directories import make_directory
from recovery_radio.render.find_form import find_form
from recovery_radio.render.find_list import CHUNKS_FROM


def test_a_choice_that_no_service_answers_is_left_out() -> None:
    services, vocabulary = make_directory(60)
    free = [s for s in services if s.cost == "free" and "needle-exchange" not in s.offers]
    few = [s for s in free if s.kind == "housing"][:1]

    form = find_form(few, vocabulary)

    assert {option.value for option in form.need.options} == {
        key for key, need in vocabulary.needs.items() if need.is_met_by(few[0])
    }
    assert [option.value for option in form.town.options] == sorted(few[0].towns)
    assert form.free
    assert find_form([few[0].model_copy(update={"cost": "fee"})], vocabulary).free is None


def test_a_service_that_helps_with_anything_is_found_by_every_substance() -> None:
    services, vocabulary = make_directory(60)
    helps = next(s for s in services if s.substances == ("any",))

    [about] = [each for each in find_form([helps], vocabulary).more if each.name == "about"]

    assert {option.value for option in about.options} == {*vocabulary.substances} - {"any"}


def test_a_directory_in_chunks_promises_no_counts() -> None:
    services, vocabulary = make_directory(CHUNKS_FROM)

    whole, parts = find_form(services[:-1], vocabulary), find_form(services, vocabulary)

    assert all(option.services for option in whole.need.options)
    assert {option.services for option in parts.need.options} == {None}
