"""The tables: whole rows, keys that lead somewhere, and lines that end once."""

import csv
import json
from pathlib import Path

from open_data import harbour, tables
from recovery_radio.render.open_data.tables import TABLES, package_files, rows_of


def test_each_table_has_the_rows_of_the_service(tmp_path: Path) -> None:
    directory, service = harbour(tmp_path)
    files = dict(package_files(directory))
    text = files["api/datapackage/services.csv"]

    [row] = csv.DictReader(text.splitlines())
    assert row["name"] == 'Harbour & "friends"'
    assert row["id"] == directory.identify("service", service.id)
    assert row["minimum_age"] == ""
    assert "organization" not in row
    [hours] = csv.DictReader(files["api/datapackage/schedule.csv"].splitlines())
    assert (hours["opens_at"], hours["closes_at"]) == ("10:00:00", "16:00:00")
    [phone] = csv.DictReader(files["api/datapackage/phones.csv"].splitlines())
    assert phone["number"] == "01632 960123"


def test_lines_end_once(tmp_path: Path) -> None:
    directory, _ = harbour(tmp_path)

    for path, text in package_files(directory):
        if path.endswith(".csv"):
            assert text.endswith("\r\n")
            assert "\r\r" not in text
            assert text.count("\n") == text.count("\r\n")


def test_tables_without_rows_are_left_out_with_the_keys_that_lead_to_them(tmp_path: Path) -> None:
    directory, _ = harbour(
        tmp_path,
        ("places:\n  - town: Crawley\n    address: [1 Example Street]\n    postcode: RH10 0AA\n"
         '    hours:\n      mon-fri: "10:00-16:00"\n', "mode: [phone]\n"),
    )  # fmt: skip
    files = dict(package_files(directory))
    package = json.loads(files["api/datapackage/datapackage.json"])

    names = {table["name"] for table in package["resources"]}
    assert names.isdisjoint({"location", "address", "service_at_location", "schedule"})
    assert {f"api/datapackage/{table['path']}" for table in package["resources"]} | {
        "api/datapackage/datapackage.json"
    } == set(files)
    for table in package["resources"]:
        for key in table["schema"].get("foreignKeys", ()):
            assert key["reference"]["resource"] in names


def test_an_organisation_with_two_services_is_one_row(tmp_path: Path) -> None:
    directory, service = harbour(tmp_path)
    twin = service.model_copy(update={"id": "twin"})
    rows = rows_of(directory._replace(services=(service, twin)))

    assert (len(rows["service"]), len(rows["organization"])) == (2, 1)


def test_the_licence_is_named_where_software_looks(tmp_path: Path) -> None:
    directory, _ = harbour(tmp_path)
    package = json.loads(dict(package_files(directory))["api/datapackage/datapackage.json"])

    assert package["licenses"] == [
        {
            "name": "CC-BY-4.0",
            "title": "Creative Commons Attribution 4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
        }
    ]


def test_names_types_and_needs_are_those_of_the_profile() -> None:
    ours_alone = {("language", "name"), ("language", "code")}
    for name, (_, columns) in TABLES.items():
        theirs = tables()[name]
        for column in columns:
            if (name, column.name) in ours_alone:
                continue
            field = theirs[column.name]
            is_format = column.kind in ("uuid", "uri", "email")
            assert field["type"] == ("string" if is_format else column.kind), (name, column.name)
            assert field.get("format", column.kind) == column.kind, (name, column.name)
        needed = {n for n, field in theirs.items() if field["constraints"]["required"]}
        assert needed <= {column.name for column in columns if column.required}, name
