"""The vocabulary as taxonomies: every word once, and every attribute leads to one."""

from pathlib import Path

from open_data import harbour
from recovery_radio.model.vocabulary import Maps
from recovery_radio.render.open_data.words import TAXONOMIES, attributes, taxonomies, term, terms


def test_every_attribute_leads_to_a_term_and_every_term_to_a_taxonomy(tmp_path: Path) -> None:
    directory, service = harbour(tmp_path)
    known = {each["id"]: each for each in terms(directory)}
    lists = {each["id"]: each["name"] for each in taxonomies(directory)}

    assert len(lists) == len(TAXONOMIES)
    assert {known[each["taxonomy_term_id"]]["name"] for each in attributes(directory, service)} >= {
        "Drop-in",
        "Walk in",
    }
    assert all(lists[each["taxonomy_id"]] == each["taxonomy"] for each in known.values())


def test_a_map_gives_the_address_of_a_term(tmp_path: Path) -> None:
    directory, _ = harbour(tmp_path)
    words = directory.vocabulary
    maps = Maps.model_validate({"oruk": "https://terms.example/drop-in"})
    mapped = {"drop-in": words.kinds["drop-in"].model_copy(update={"maps": maps})}
    directory = directory._replace(vocabulary=words.model_copy(update={"kinds": mapped}))

    assert term(directory, "kinds", "drop-in")["term_uri"] == "https://terms.example/drop-in"
    assert "term_uri" not in term(directory, "cost", "free")
