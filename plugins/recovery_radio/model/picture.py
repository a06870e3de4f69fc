"""A picture that is offered in several sizes, so that a phone loads no more than it shows."""

from typing import NamedTuple


class Sizes(NamedTuple):
    """Where the sizes of a picture are to be found."""

    stem: str
    """What the address of every size begins with, relative to the site's root."""
    width: int
    """Of the picture itself, in pixels."""
    height: int
    avif: tuple[int, ...]
    """Widths of the small files that most browsers load, the narrowest first; in pixels."""
    jpeg: tuple[int, ...]
    """Widths for the other browsers. Without one they load the picture itself."""

    def srcset(self, base: str) -> str:
        """Write the AVIF files for a browser to choose from.

        Args:
            base: Way from the page to the site's root, without a slash at its end.
        """
        return ", ".join(f"{base}/{self.address(width, 'avif')} {width}w" for width in self.avif)

    def address(self, width: int, ending: str) -> str:
        """Give the address of one size, relative to the site's root."""
        return f"{self.stem}.{width}w.{ending}"
