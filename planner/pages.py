"""The pages of the questionnaire: which questions stand together, in which order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from planner.engine import Answers, applies, problems
from planner.labels import Text
from planner.state import State

PARTS: dict[int, Text] = {
    1: _("About you"),
    2: _("Your mood"),
    3: _("Health check"),
    4: _("Your training"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page; `number` stands in its address, since a name could tell an answer."""

    number: int
    part: int
    title: Text
    questions: tuple[str, ...]

    def asked(self, answers: Answers) -> tuple[str, ...]:
        """List its questions that apply after these answers, or may by those of this very page."""
        return tuple(
            name for name in self.questions if applies(name, answers) or may_apply(name, answers)
        )


def may_apply(name: str, answers: Answers) -> bool:
    """Whether a question stands beside the age that decides about it, and so waits for no page."""
    return name == "peripartum" and answers.age is None


PAGES: tuple[Page, ...] = (
    Page(
        number=1,
        part=1,
        title=_("About you"),
        questions=("age", "country", "condition", "peripartum"),
    ),
    Page(
        number=2,
        part=1,
        title=_("A little more about you"),
        questions=(
            "pregnancy_week",
            "pregnancy_flags",
            "postpartum_week",
            "birth_type",
            "postpartum_flags",
        ),
    ),
    Page(
        number=3,
        part=2,
        title=_("Your mood"),
        questions=("severity_self", "phq9", "gad7", "self_harm", "mental_flags"),
    ),
    Page(number=4, part=2, title=_("Your care"), questions=("under_care",)),
    Page(number=5, part=3, title=_("Signs to check first"), questions=("symptoms",)),
    Page(number=6, part=3, title=_("Your health"), questions=("conditions", "recent_event")),
    Page(number=7, part=3, title=_("Pain and medicines"), questions=("pain_sites", "medicines")),
    Page(
        number=8,
        part=3,
        title=_("A few details"),
        questions=(
            "bp_status",
            "active_now",
            "pain_now",
            "pain_flags",
            "glp1_intake",
            "chair_stand",
            "floor_ok",
        ),
    ),
    Page(number=9, part=3, title=_("A check by a health worker"), questions=("clearance",)),
    Page(
        number=10,
        part=4,
        title=_("Your training"),
        questions=(
            "supervision",
            "experience",
            "equipment",
            "energy_mode",
            "session_minutes",
            "days_per_week",
            "days_available",
            "days_preferred",
        ),
    ),
)
# How many of them somebody without an illness comes to, for the words on the start page.
ABOUT_PAGES = 6
# Where a page of the first release stands now: a form that was open while the site changed still
# has its old number. Its fields say that it is one, and of the page only what it brought is read.
MOVED = {2: 1, 3: 2, 4: 3, 5: 4, 6: 5, 7: 6, 8: 7, 9: 8, 10: 9, 11: 10, 12: 10}
BY_NUMBER = {page.number: page for page in PAGES}
BY_QUESTION = {name: page for page in PAGES for name in page.questions}


def page_sent(number: int, fields: Iterable[str]) -> Page | None:
    """Find the page that is asked for, or that a form with these fields was sent from."""
    moved = BY_NUMBER.get(MOVED.get(number, 0))
    stems = {name if name in BY_QUESTION else name.rpartition("_")[0] for name in fields}
    names = stems & BY_QUESTION.keys()
    if moved and names and names.issubset(moved.questions):
        return replace(moved, questions=tuple(each for each in moved.questions if each in names))
    return BY_NUMBER.get(number, moved)


def pages_asked(answers: Answers) -> tuple[Page, ...]:
    """List the pages with at least one question to ask."""
    return tuple(page for page in PAGES if page.asked(answers))


def next_page(state: State) -> Page | None:
    """Find the first page with something still to answer; None when all is answered."""
    answers = state.full_answers
    open_questions = {problem.field for problem in problems(answers) if not problem.is_soft}
    if applies("clearance", answers) and answers.clearance is None:
        # The engine reads silence as "not yet"; a person is asked.
        open_questions.add("clearance")
    return next(
        (page for page in pages_asked(answers) if open_questions.intersection(page.questions)),
        None,
    )


def previous_page(page: Page, answers: Answers) -> Page | None:
    """Find the page before this one, for the way back."""
    before = [other for other in pages_asked(answers) if other.number < page.number]
    return before[-1] if before else None
