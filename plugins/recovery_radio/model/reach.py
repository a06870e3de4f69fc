"""How to reach somebody who holds a role. Roles are public, and people are not."""

from recovery_radio.model.entry import Part
from recovery_radio.model.text import Email, HttpsUrl, Phone, PlainText, Title


class Reach(Part):
    """A role and the ways to reach whoever holds it."""

    role: Title
    """What they do, such as `recovery organiser`. Never a name."""
    phone: Phone | None = None
    """Phone number of the role, in quotes."""
    email: Email | None = None
    """E-mail address of the role, without a name in it."""
    web: HttpsUrl | None = None
    """Page of the role or of its group."""
    where: PlainText | None = None
    """Where and when to find them in person, for those who neither ring nor write."""

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no way at all."""
        return not (self.phone or self.email or self.web or self.where)
