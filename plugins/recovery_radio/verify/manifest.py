"""Web app manifests: their pictures and pages are the site's own.

Source: https://www.w3.org/TR/appmanifest/
"""

import json
from collections.abc import Iterator

from recovery_radio.model.problem import Problem
from recovery_radio.verify.addresses import Reach, resolve
from recovery_radio.verify.fault import Fault
from recovery_radio.verify.folder import Folder
from recovery_radio.verify.links import foreign

_ADDRESSES = frozenset({"src", "url", "start_url", "scope", "action"})


def check_manifests(folder: Folder) -> list[Problem]:
    """Check every web app manifest of the site."""
    problems: list[Problem] = []
    for path in folder.ending_in(".webmanifest"):
        try:
            addresses = list(_addresses(json.loads(folder.read(path))))
        except ValueError:
            problems.append(_BROKEN.at(path, 1))
            continue
        problems += [
            foreign("link", address).at(path, 1)
            for address in addresses
            if resolve(address, path, folder.url).reach is not Reach.OWN
        ]
    return problems


def _addresses(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in _ADDRESSES and isinstance(inner, str):
                yield inner
            yield from _addresses(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _addresses(inner)


_BROKEN = Fault("is no JSON.", "Correct it, or take it out.", "bad-manifest")
