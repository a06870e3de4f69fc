"""The clock: read once, where a build starts."""

import os
from datetime import UTC, datetime


def build_time() -> datetime:
    """Give the time of the build: `SOURCE_DATE_EPOCH` if it is set, else now.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
