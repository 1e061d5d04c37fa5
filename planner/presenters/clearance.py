"""A health worker's agreement in words, as the person told it."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from planner.clearance import WHO
from planner.engine import Answers, codes
from planner.kept import Agreement


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementView:
    """What the plan rests on: told by the person, checked by nobody."""

    text: str
    limits: str
    is_whole: bool


def agreement_view(agreement: Agreement | None, answers: Answers) -> AgreementView | None:
    """Say who agreed and when; None where no agreement was needed or none was told of."""
    if answers.clearance is not codes.YesNo.YES:
        return None
    if agreement is None:
        text = _("You told us that a health worker said strength training is fine for you.")
        return AgreementView(text=text, limits="", is_whole=False)
    told = {"who": WHO[agreement.who], "month": date_format(agreement.month, "YEAR_MONTH_FORMAT")}
    text = _("You told us who said that strength training is fine for you: %(who)s, %(month)s.")
    return AgreementView(text=text % told, limits=agreement.limits, is_whole=True)
