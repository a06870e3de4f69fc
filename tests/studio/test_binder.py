"""Files as one zip."""

import io
import stat
import zipfile
from datetime import date

from recovery_radio.studio.binder import bind

FILES = {"b.xml": b"<b/>", "a/ä.html": b"<p>"}


def test_a_zip_holds_its_files_in_their_order_and_readable() -> None:
    with zipfile.ZipFile(io.BytesIO(bind(FILES, date(2026, 11, 1)))) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == FILES
        assert package.namelist() == list(FILES)
        for entry in package.infolist():
            assert entry.date_time == (2026, 11, 1, 0, 0, 0)
            assert stat.S_IMODE(entry.external_attr >> 16) == 0o644


def test_a_day_that_a_zip_cannot_hold_becomes_its_first() -> None:
    with zipfile.ZipFile(io.BytesIO(bind(FILES, date(1926, 11, 1)))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_files_give_the_same_bytes_whatever_packs_them() -> None:
    made = bind(FILES, date(2026, 11, 1))

    assert made == bind(dict(FILES), date(2026, 11, 1))
    # Nothing is packed, so no version of a packer can make a difference.
    assert all(content in made for content in FILES.values())
