"""The page for a clinician who is asked to agree first, on one sheet where that is possible."""

from django.utils.translation import gettext as _

from planner.engine import Answers, Refusal
from planner.presenters.paper import Blanks, Document, Facts, Items, Section
from planner.presenters.refusal import SummaryView, summary_view


def summary_paper(refusal: Refusal, answers: Answers) -> Document:
    """Lay out the question to the clinician, the answers behind it, and what would follow."""
    view = summary_view(refusal, answers)
    return Document(
        title=_("Strength training: a question for a health worker"),
        lead=_(
            "I would like to start strength training at home or in a gym. Before I get a plan I "
            "was asked to check with you. Is it suitable for me now, and is there anything to "
            "leave out?"
        ),
        sections=(
            Section(title=_("Why I am asking"), blocks=(Items(items=view.reasons),)),
            Section(
                title=_("What I answered"),
                blocks=(Facts(pairs=tuple((row.topic, row.value) for row in view.rows)),),
            ),
            Section(title=_("What would follow"), blocks=(_outline(view),)),
            Section(
                title=_("Your advice"),
                blocks=(Blanks(labels=(_("Agreed, changes or advice"), "", _("Name and date"))),),
            ),
        ),
        closing=_(
            "Made from a person's own answers by TTL. It is information for a conversation, not a "
            "referral, a diagnosis or a prescription."
        ),
    )


def _outline(view: SummaryView) -> Facts:
    shape = view.outline
    often = _("%(days)d days a week, with a rest day between, up to %(minutes)d minutes") % {
        "days": shape.sessions_per_week,
        "minutes": shape.session_minutes,
    }
    hard = _(
        "never above %(effort)d out of 10, by feel; never to failure, no heart-rate target"
    ) % {"effort": shape.effort_cap}
    return Facts(
        pairs=(
            (_("How often"), often),
            (_("How hard"), hard),
            (_("Kinds of movement"), ", ".join(map(str, view.patterns))),
            (_("Left out"), ", ".join(map(str, view.left_out)) or _("nothing in particular")),
        )
    )
