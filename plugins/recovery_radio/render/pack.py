"""The training pack as a whole: what its PDF and its package for learning platforms have in common."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from recovery_radio.model.page import Page
from recovery_radio.render.modules import ModuleView

FOLDER = "gp-training/"
"""Where the modules are, and what is made of them."""
PDF = f"{FOLDER}pack.pdf"
"""Where the PDF lies in the site."""
PACKAGE = f"{FOLDER}pack-scorm.zip"
"""Where the package lies in the site."""


class Pack(NamedTuple):
    """All modules of a station, of which there is at least one."""

    title: str
    url: str
    """Address of the page that leads to the modules."""
    modules: Sequence[ModuleView]
    """In their order."""
    referrals: str
    """Address of the page with the referral sheets; empty if the station has none."""
    today: date

    @property
    def pages(self) -> list[Page]:
        """Pages of the modules."""
        return [view.page for view in self.modules]

    @property
    def minutes(self) -> int:
        """How long all of it takes."""
        return sum(view.module.minutes for view in self.modules)

    @property
    def reviewed(self) -> date:
        """Day of the newest review, which is what the files are dated by: no clock is asked."""
        return max(page.reviewed for page in self.pages if page.reviewed)

    @property
    def reviewed_since(self) -> date:
        """Day of the oldest review: no module was last looked at before it."""
        return min(page.reviewed for page in self.pages if page.reviewed)

    @property
    def due(self) -> date:
        """Day of the first review to come."""
        return min(page.due for page in self.pages if page.due)

    @property
    def is_approved(self) -> bool:
        """Whether a clinician has approved each module."""
        return all(page.approved_by for page in self.pages)

    def is_stale(self, page: Page) -> bool:
        """Tell whether a module says that it may be out of date."""
        return page.is_stale(self.today)
