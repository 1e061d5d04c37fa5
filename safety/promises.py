"""What every plan promises, by the rulebook's ids, and what the last long check of it found."""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.utils.functional import Promise as Text
from django.utils.translation import gettext_lazy as _

RECORD = Path(__file__).with_name("checked.toml")
ENGINE = "planner/engine"


class How(StrEnum):
    """Over what a promise is checked."""

    ANSWERS = "answers"
    LOGS = "logs"
    LISTS = "lists"
    PAGES = "pages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One invariant in plain words; `id` is the rulebook's."""

    id: str
    words: Text
    how: How


def _by(how: How, **words: Text) -> tuple[Promise, ...]:
    return tuple(
        Promise(id=f"INV-{name.removeprefix('inv')}", words=text, how=how)
        for name, text in words.items()
    )


PROMISES = (
    *_by(
        How.ANSWERS,
        inv01=_("A plan has 2 or 3 sessions a week, never more or fewer."),
        inv02=_("A plan has 12 weeks."),
        inv03=_("Whoever tells of thoughts of self-harm gets help lines, and no plan."),
        inv04=_("Nobody under 18 gets a plan."),
        inv05=_("Where several safety rules fit a person, the strictest one decides."),
        inv06=_("There is an answer for everybody: no set of answers falls between the rules."),
        inv07=_("Whoever should not train yet is shown no exercise and no number."),
        inv09=_(
            "With severe symptoms, or any of five other signs, a plan is only beside other care."
        ),
        inv11=_("With severe symptoms and nobody to supervise, no plan is started."),
        inv12=_("Every plan says not to change any medicine, and when to stop."),
        inv14=_("Training days are days that you chose, and no two of them are neighbours."),
        inv15=_("No exercise needs equipment that you do not have."),
        inv16=_("No exercise is of a kind that one of your answers rules out."),
        inv17=_("After the 12th week of pregnancy nothing is done lying on the back or front."),
        inv18=_("No exercise is harder than the limit that your answers set."),
        inv19=_("Whoever cannot get down to the floor and up again is never sent there."),
        inv20=_("Older people, and people who may fall, train balance in each full session."),
        inv21=_("Every session trains the legs, pushes something and pulls something."),
        inv22=_("No exercise comes twice in one session."),
        inv23=_("No exercise has more sets than your limit."),
        inv24=_("The work of a week rises by a fifth at most, or by two sets where that is more."),
        inv25=_("Weeks 6 and 12 are easy weeks."),
        inv26=_("No plan asks for all-out effort: 8 out of 10 is the most."),
        inv27=_("A session fits into the minutes that you chose."),
        inv35=_("Scores of the mood checks are added and read as their authors say."),
        inv36=_("The same answers and the same log always give the same plan."),
        inv40=_("Every number in a plan names the rule that set it, and every caution its reason."),
    ),
    *_by(
        How.LOGS,
        inv28=_(
            "Weights rise by a tenth at most, or by the smallest step that your weights allow."
        ),
        inv29=_("After pain, nothing of that exercise goes up."),
        inv30=_("A short, skipped or lighter session never makes the next one harder."),
        inv31=_("After 11 days away no weight goes up; after 32 days we ask about your health."),
        inv32=_("After one session, two exercises at most become harder."),
        inv33=_("A warning sign in a session closes the plan until the questions are asked again."),
    ),
    *_by(
        How.LISTS,
        inv38=_(
            "Easier and harder versions of an exercise match each other and never go in circles."
        ),
        inv39=_("No exercise has jumps, and none bends or twists the back under load."),
    ),
    *_by(
        How.PAGES,
        inv08=_("A plan that waits for somebody's agreement can be read, not started."),
        inv10=_("A plan beside other care never says that it is enough by itself."),
        inv13=_("No page tells anybody to stop, skip or change a medicine."),
        inv34=_("A mood check that tells of self-harm hides the plan and shows help at once."),
        inv37=_("No answer stands in an address, a page title or a log of ours."),
        inv41=_(
            "After an eating disorder, no page of the plan speaks of weight, calories or size."
        ),
        inv42=_("With a medicine that slows the heart, no page sets a heart rate as a goal."),
        inv43=_("With kidney disease, an amount of protein comes only with “ask your team”."),
        inv44=_("What we chose ourselves is never called a finding of research."),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A long check that found nothing: its day, and how much it looked at."""

    day: date
    rules_version: str
    answer_sets: int
    logs: int
    engine: str

    @property
    def is_of_these_rules(self) -> bool:
        """Whether the rules that run here are letter for letter those that were checked."""
        return self.engine == engine_digest()


@cache
def last_run() -> Run:
    """Read the record of the last long check that passed."""
    return Run(**tomllib.loads(RECORD.read_text()))


@cache
def engine_digest() -> str:
    """Return one number for the whole text of the engine."""
    digest = sha256()
    for file in sorted((settings.BASE_DIR / ENGINE).glob("*.py")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
