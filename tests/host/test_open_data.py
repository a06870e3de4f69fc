"""Open data of a real site: files in their place, byte for byte, and links that lead there."""

import json
import uuid
from pathlib import Path

import pytest
from lxml import html

from open_data import REAL
from recovery_radio.host.build import Failed, check_station
from sites import PLAIN, SERVICE, build_site, edit, write_files

OLD = "0bd2301c-5e83-5c13-896b-c25be9aedce0"


def test_a_site_has_its_data_below_api_and_a_card_beside_each_service(tmp_path: Path) -> None:
    public = build_site(tmp_path, SERVICE)

    files = {str(path.relative_to(public / "api")) for path in (public / "api").rglob("*")}
    assert files >= {
        "index.json",
        "services/index.json",
        "service_at_locations/index.json",
        "taxonomies/index.json",
        "taxonomy_terms/index.json",
        "datapackage/datapackage.json",
        "datapackage/services.csv",
        "services.geojson",
        "meetings.json",
    }
    about = json.loads((public / "api/index.json").read_text("utf-8"))
    assert about["namespace"] == str(uuid.uuid5(uuid.NAMESPACE_URL, "https://tiny.example/"))
    assert about["built"] == "2026-11-21"
    for path in (public / "api/datapackage/services.csv", public / "services/harbour/service.vcf"):
        text = path.read_bytes()
        assert text.count(b"\r\n") == text.count(b"\n") > 1
        assert b"\r\r" not in text
    page = html.parse(public / "services/harbour/index.html")
    [card] = page.xpath("//main//a[@download]/@href")
    assert (public / "services/harbour" / card).is_file()


def test_a_page_tells_search_engines_of_a_real_service_and_escapes_what_would_end_it(
    tmp_path: Path,
) -> None:
    odd = edit(
        REAL, ("summary: Tea and a chat.", "summary: \"Tea & it's 5 o'clock </script -->.\"")
    )
    # Templates are not asked to trust anybody: the model refuses `<` in titles only.
    public = build_site(tmp_path, odd)
    text = (public / "services/harbour/index.html").read_text("utf-8")

    [block] = html.fromstring(text).xpath('//script[@type="application/ld+json"]/text()')
    assert json.loads(block)["name"] == 'Harbour & "friends"'
    assert json.loads(block)["description"] == "Tea & it's 5 o'clock </script -->."
    assert "</script -->" not in block


def test_a_page_of_an_invented_service_tells_search_engines_nothing(tmp_path: Path) -> None:
    public = build_site(tmp_path, SERVICE)

    assert "ld+json" not in (public / "services/harbour/index.html").read_text("utf-8")


def test_licence_and_namespace_can_be_set(tmp_path: Path) -> None:
    options = f"  - radio/open-data: {{licence: OGL-UK-3.0, namespace: {OLD}}}\n"
    public = build_site(tmp_path, edit(PLAIN, ("  - radio/open-data\n", options)), SERVICE)

    about = json.loads((public / "api/index.json").read_text("utf-8"))
    assert "open-government-licence" in about["licence"]
    assert about["namespace"] == OLD
    own = uuid.uuid5(uuid.UUID(OLD), "service/harbour")
    assert (public / f"api/services/{own}.json").is_file()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  - radio/open-data\n", "  - radio/open-data: {namespace: mine}\n", "Take it from `api/index.json`"),
        ("  - radio/open-data\n", "  - radio/open-data: {licence: Mine}\n", "licence"),
        ("  - radio/directory\n", "", "leads to pages of `radio/directory`"),
    ],
)  # fmt: skip
def test_an_option_that_cannot_be_is_refused(
    old: str, new: str, said: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, edit(PLAIN, (old, new)))

    with pytest.raises(Failed) as failed:
        check_station(tmp_path / "mkdocs.yml", strict=False)
    assert said in caplog.text + str(failed.value)
