"""Who may agree that strength training is fine for somebody, and in which months."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from planner.kept import AGREEMENT_MONTHS
from planner.labels import Text

# The professions of question Q18; "another" is for care that has another name where people live.
WHO: dict[str, Text] = {
    "doctor": _("A doctor"),
    "nurse": _("A nurse"),
    "midwife": _("A midwife"),
    "physiotherapist": _("A physiotherapist"),
    "another": _("Another member of my care team"),
}


def months_until(today: date) -> tuple[date, ...]:
    """List the first days of this month and of those before it that still count, newest first."""
    this = 12 * today.year + today.month - 1
    months = range(this, this - AGREEMENT_MONTHS - 1, -1)
    return tuple(date(month // 12, month % 12 + 1, 1) for month in months)
