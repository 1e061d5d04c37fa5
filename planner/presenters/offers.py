"""Another plan on offer in words: why it is there, and what each way on means."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from planner.engine import RULES_VERSION, Course
from planner.labels import Text
from planner.presenters.comparison import Comparison, comparison
from planner.presenters.why import Why, why
from planner.proposals import Cause, Proposal
from planner.state import State

TITLES: dict[Cause, Text] = {
    Cause.ANSWERS: gettext_lazy("What would change"),
    Cause.TIME: gettext_lazy("How your plan goes on"),
    Cause.RULES: gettext_lazy("What our new rules would change"),
}
COURSES: dict[Course, tuple[Text, Text]] = {
    Course.NORMAL: (
        gettext_lazy("The same plan again"),
        gettext_lazy("Twelve weeks as before. You start with the weights you have reached."),
    ),
    Course.HIGHER: (
        gettext_lazy("One step harder"),
        gettext_lazy("Twelve weeks that start with harder versions of the moves."),
    ),
    Course.KEEP: (
        gettext_lazy("Keep it"),
        gettext_lazy("Two days a week with fewer sets: enough to keep what you have gained."),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """The words above a comparison."""

    title: Text
    text: str
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseView:
    """One way on after the last week: what it is and what it would change."""

    code: Course
    title: Text
    text: Text
    new: Comparison


def change_view(offer: Proposal, rule: str | None) -> ChangeView:
    """Say why another plan is on offer; `rule` where time has passed."""
    if offer.cause is Cause.RULES:
        text = _(
            "Version %(old)s of our rules made your plan. Now there is version %(new)s. Your plan "
            "stays as it is unless you take the new one."
        )
        versions = {"old": offer.before.chapters[-1].rules_version, "new": RULES_VERSION}
        return ChangeView(title=TITLES[offer.cause], text=text % versions, why=())
    if offer.cause is Cause.TIME:
        text = _("Thank you for going through your answers. This is the plan that fits them now.")
        return ChangeView(title=TITLES[offer.cause], text=text, why=why(rule) if rule else ())
    text = _("Nothing has changed in your plan yet. Look first, then choose.")
    return ChangeView(title=TITLES[offer.cause], text=text, why=())


def course_views(
    before: State, offered: tuple[tuple[Course, State], ...]
) -> tuple[CourseView, ...]:
    """Say what each way on means, compared with the plan that has ended."""
    return tuple(
        CourseView(
            code=course,
            title=COURSES[course][0],
            text=COURSES[course][1],
            new=comparison(before, after),
        )
        for course, after in offered
    )
