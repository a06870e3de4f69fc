"""Where the terms stand of the licences that a programme may have.

`ARR`, all rights reserved, has none but the station's own.
"""

from collections.abc import Mapping

TERMS: Mapping[str, str] = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC-BY-NC-ND-4.0": "https://creativecommons.org/licenses/by-nc-nd/4.0/",
}
