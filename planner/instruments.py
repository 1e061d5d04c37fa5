"""The two published mood checks, their items unchanged, with where they come from.

PHQ-9 and GAD-7 were written by Spitzer, Kroenke, Williams and colleagues and may be reproduced
without permission.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from planner.labels import Text

CHOICES: tuple[tuple[int, Text], ...] = (
    (0, _("Not at all")),
    (1, _("Several days")),
    (2, _("More than half the days")),
    (3, _("Nearly every day")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One check: its fold-out label, lead-in, items in order and source line."""

    summary: Text
    lead_in: Text
    items: tuple[Text, ...]
    source: str


INSTRUMENTS: dict[str, Instrument] = {
    "phq9": Instrument(
        summary=_("Take the 2-minute mood check (optional)"),
        lead_in=_(
            "Over the last 2 weeks, how often have you been bothered by any of the following "
            "problems?"
        ),
        items=(
            _("Little interest or pleasure in doing things"),
            _("Feeling down, depressed, or hopeless"),
            _("Trouble falling or staying asleep, or sleeping too much"),
            _("Feeling tired or having little energy"),
            _("Poor appetite or overeating"),
            _(
                "Feeling bad about yourself, or that you are a failure or have let yourself or "
                "your family down"
            ),
            _(
                "Trouble concentrating on things, such as reading the newspaper or watching "
                "television"
            ),
            _(
                "Moving or speaking so slowly that other people could have noticed? Or the "
                "opposite, being so fidgety or restless that you have been moving around a lot "
                "more than usual"
            ),
            _("Thoughts that you would be better off dead or of hurting yourself in some way"),
        ),
        source="PHQ-9: Kroenke, Spitzer and Williams, 2001.",
    ),
    "gad7": Instrument(
        summary=_("Take the 1-minute worry check (optional)"),
        lead_in=_(
            "Over the last 2 weeks, how often have you been bothered by the following problems?"
        ),
        items=(
            _("Feeling nervous, anxious, or on edge"),
            _("Not being able to stop or control worrying"),
            _("Worrying too much about different things"),
            _("Trouble relaxing"),
            _("Being so restless that it is hard to sit still"),
            _("Becoming easily annoyed or irritable"),
            _("Feeling afraid as if something awful might happen"),
        ),
        source="GAD-7: Spitzer, Kroenke, Williams and Löwe, 2006.",
    ),
}
