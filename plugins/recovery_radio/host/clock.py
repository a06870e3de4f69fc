"""The clock: read once, where a build starts."""

import os
from datetime import UTC, datetime

from mkdocs.exceptions import PluginError


def build_time() -> datetime:
    """Give the time of the build: `SOURCE_DATE_EPOCH` if it is set, else now.

    Raises:
        PluginError: `SOURCE_DATE_EPOCH` is not a number of seconds since 1970.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        what = f"`SOURCE_DATE_EPOCH` is not a time: '{epoch[:40]}'."
        repair = "Unset it, or give seconds since 1970. [bad-date]"
        raise PluginError(f"{what} {repair}") from None
