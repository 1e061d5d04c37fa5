"""What stays the same through one chapter: its plan, its person and the limits of both."""

from dataclasses import dataclass, field, replace

from planner.engine.answers import Experience
from planner.engine.dose import count_range, phase_of, prescribe
from planner.engine.exercises import Exercise
from planner.engine.facts import Facts
from planner.engine.library import BY_CODE
from planner.engine.limits import Limits, combine
from planner.engine.log import Chapter
from planner.engine.plan import Course, Prescription, RepetitionMode, Session, Week
from planner.engine.questionnaire import drop_irrelevant
from planner.engine.replacements import Layout
from planner.engine.volume import (
    TimeFit,
    fit_time,
    growth_weeks,
    most_sets_in_week,
    set_cap_in_week,
)

LIGHTER_EFFORT_HIGH, LIGHTER_EFFORT_WIDTH, LOWEST_LIGHTER_EFFORT = 5, 2, 2
HELD_FROM_PREGNANCY_WEEK = 37
HEART_HOLD_WEEKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One chapter with what the rules need to know about it, worked out once."""

    chapter: Chapter
    facts: Facts
    limits: Limits
    time_fit: TimeFit
    prescriptions: dict[tuple[str, str, int, bool], Prescription] = field(default_factory=dict)

    @classmethod
    def of(cls, chapter: Chapter) -> "Frame":
        facts = Facts(drop_irrelevant(chapter.answers))
        limits = combine(facts)
        return cls(chapter=chapter, facts=facts, limits=limits, time_fit=fit_time(limits))

    @property
    def experience(self) -> Experience:
        return self.facts.answers.experience or Experience.NEW

    @property
    def sessions_per_week(self) -> int:
        return self.chapter.plan.sessions_per_week

    @property
    def layout(self) -> Layout:
        """The exercises as planned."""
        return {"A": self.chapter.plan.template_a, "B": self.chapter.plan.template_b}

    @property
    def fewest_sets(self) -> int:
        """One set of each exercise in each session of a week."""
        return self.sessions_per_week * self.time_fit.slots

    def most_sets(self, week: int) -> int:
        """The cap of a week's sets."""
        cap = most_sets_in_week(week, self.limits, self.time_fit, self.experience)
        return self.sessions_per_week * cap

    def set_cap(self, week: int) -> int:
        """The most sets of one exercise in one session."""
        return set_cap_in_week(week, self.limits, self.experience)

    def grows_in(self, week: int) -> bool:
        """Whether sets may grow in this week; never in a plan that keeps what was gained."""
        return self.chapter.course is not Course.KEEP and week in growth_weeks(self.experience)

    def week_of(self, number: int) -> Week:
        """Find the week of a session."""
        return self.chapter.plan.weeks[(number - 1) // self.sessions_per_week]

    def session(self, number: int) -> Session:
        """Find a session of the written plan."""
        return self.week_of(number).sessions[(number - 1) % self.sessions_per_week]

    def effort_band(self, week: Week, *, is_lighter: bool, lowered_by: int) -> tuple[int, int]:
        """Give the lowest and highest effort, from 0 to 10, of a session in this week."""
        low, high = week.effort_low, week.effort_high
        if is_lighter and not week.is_lighter:
            high = min(LIGHTER_EFFORT_HIGH, self.chapter.plan.effort_cap)
            low = max(LOWEST_LIGHTER_EFFORT, high - LIGHTER_EFFORT_WIDTH)
        high -= lowered_by
        return max(1, min(low - lowered_by, high - 1)), high

    def holds_loads(self, week: int, day: int) -> bool:
        """Whether loads and levels stay for now (PRG-13); a break is told apart."""
        pregnancy_week = self.facts.answers.pregnancy_week
        if self.facts.pregnant and pregnancy_week is not None:
            weeks_since = max(0, day - self.chapter.day) // 7
            if pregnancy_week + weeks_since >= HELD_FROM_PREGNANCY_WEEK:
                return True
        return week <= HEART_HOLD_WEEKS and self.has_rule("RX-46")

    def has_rule(self, rule: str) -> bool:
        """Whether a prescription rule matches this person."""
        return any(each.id == rule for each in self.limits.rules)

    def prescription(
        self, number: int, planned: str, code: str, *, other_range: bool
    ) -> Prescription:
        """Give an exercise its range and tempo in one session; the sets are not decided here.

        An exercise of the written plan keeps what is written there.
        """
        week = self.week_of(number).number
        key = (planned, code, week, other_range)
        if key not in self.prescriptions:
            self.prescriptions[key] = self._prescribe(number, planned, code, other_range)
        return self.prescriptions[key]

    def _prescribe(self, number: int, planned: str, code: str, other_range: bool) -> Prescription:
        week, exercise = self.week_of(number), BY_CODE[code]
        written = {p.exercise: p for p in self.session(number).prescriptions}
        found = (
            written[code]
            if code == planned and code in written
            else prescribe(exercise, 1, week.phase, self.limits, self.facts)
        )
        if not other_range:
            return found
        low, high = self._other_range(exercise, week.number)
        return replace(found, low=low, high=high)

    def _other_range(self, exercise: Exercise, week: int) -> tuple[int, int]:
        """Swap the usual range and the gentle one (PRG-26)."""
        is_gentle = self.limits.gentle
        mode = RepetitionMode.STANDARD if is_gentle else RepetitionMode.GENTLE
        return count_range(exercise, phase_of(week), mode)
