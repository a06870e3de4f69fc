"""Why a recording or a picture is not taken: the words that pass between two processes.

What they mean to an author is said in `read.recording` and `read.picture`.
"""

from enum import StrEnum


class Reason(StrEnum):
    """One word for each way in which a file can be of no use."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    """The file cannot be opened."""
    BROKEN = "broken"
    """It is of another kind, or damaged."""
    CUT = "cut"
    """It ends before its header says."""
    JOINED = "joined"
    """It holds more than one recording."""
    FILM = "film"
    """It holds moving pictures."""
    LENGTH = "length"
    """A recording of no time, or of more than a day."""
    LARGE = "large"
    PACKED = "packed"
    """A picture with text that would have to be unpacked."""
    GREEDY = "greedy"
    """It was given up for its use of time or memory."""
    UNREAD = "unread"
    """It was not looked at, since too many others had to be given up."""


class Unfit(Exception):
    """A file is not taken."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason
