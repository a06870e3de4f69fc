"""New entries for `series.yml` and `topics.yml`, put behind what is there."""

from collections.abc import Mapping

from recovery_radio.migrate.front_matter import write_settings


def with_entry(text: str, key: str, values: Mapping[str, str]) -> str:
    """Add an entry at the end of a register.

    Args:
        text: The register, as it was read or empty. Not a character of it changes.
        key: The entry's short name.
        values: Its settings.
    """
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    return f"{text}{gap}{write_settings({key: values})}"
