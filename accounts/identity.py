"""Real-name levels 实名等级 (domain.md §5.1): how sure the county is that somebody is who she says, and why."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IdentityLevel(models.IntegerChoices):
    """国办函〔2016〕108号. An item may ask for a level; without it nothing can be submitted in her name."""

    PHONE = 1, _("Level 1 (registered by telephone)")
    NUMBER = 2, _("Level 2 (name and identity number matched)")
    PERSON = 3, _("Level 3 (seen in person with the card)")


class IdentityWay(models.TextChoices):
    """How the level was established. Values are frozen for ever."""

    PHONE = "phone", _("Registered herself by telephone")
    NUMBER = "number", _("Name and identity number agreed with the register of the population")
    WINDOW = "window", _("A clerk at a window compared her with her card")
    HELPER = "helper", _("A helper compared her with her card, at the station or at home")


LEVEL_OF = {
    IdentityWay.PHONE: IdentityLevel.PHONE,
    IdentityWay.NUMBER: IdentityLevel.NUMBER,
    IdentityWay.WINDOW: IdentityLevel.PERSON,
    IdentityWay.HELPER: IdentityLevel.PERSON,
}
