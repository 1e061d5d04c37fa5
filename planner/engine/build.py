"""From answers to a plan or a refusal: calls the parts in order and has no rule of its own."""

from dataclasses import dataclass, field, replace

from planner.engine.answers import Answers, Day, Experience
from planner.engine.days import choose_days
from planner.engine.dose import effort_band, effort_rules, phase_of, prescribe
from planner.engine.exercises import Exercise
from planner.engine.facts import Facts
from planner.engine.limits import Limits, combine
from planner.engine.plan import (
    Course,
    Move,
    Phase,
    Plan,
    Prescription,
    Refusal,
    RepetitionMode,
    Session,
    Week,
)
from planner.engine.questionnaire import drop_irrelevant
from planner.engine.reasons import reasons, sets_rules
from planner.engine.screening import Role, Screening, screen
from planner.engine.screening_rules import Access
from planner.engine.selection import easier_version, fill_templates, harder_version
from planner.engine.validation import require_complete
from planner.engine.volume import (
    KEPT_SESSIONS,
    LIGHTER_WEEKS,
    TimeFit,
    fit_time,
    kept_weekly_sets,
    set_cap_in_week,
    spread_over_session,
    spread_over_week,
    weekly_sets,
)


def build_plan(answers: Answers, course: Course = Course.NORMAL) -> Plan | Refusal:
    """Turn a complete questionnaire into a plan, or into the reason why there is none yet.

    The other courses are the offers of PRG-61: HIGHER starts one level higher where the level cap
    allows, KEEP has two days and 60% of the best weekly sets, every week the same. Raises
    InvalidAnswersError, naming every answer that is missing or contradicts another.
    """
    answers = drop_irrelevant(answers)
    require_complete(answers)
    facts = Facts(answers)
    screening = screen(facts)
    if screening.access is Access.NONE or screening.role is None:
        return Refusal(
            disposition=screening.disposition,
            access=screening.access,
            role=screening.role,
            screening_rules=tuple(rule.id for rule in screening.rules),
            caveats=screening.caveats,
        )
    return _Builder.start(facts, course).plan(screening, screening.role)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Builder:
    """What the parts of one plan share while it is put together."""

    facts: Facts
    course: Course
    limits: Limits
    time_fit: TimeFit
    templates: dict[str, tuple[Exercise, ...]]
    days: tuple[Day, ...]
    # The same exercise, sets and phase come back week after week: one value serves them all.
    prescriptions: dict[tuple[str, int, Phase], Prescription] = field(default_factory=dict)

    @classmethod
    def start(cls, facts: Facts, course: Course) -> "_Builder":
        limits, answers = _on_course(combine(facts), course), facts.answers
        time_fit = fit_time(limits)
        return cls(
            facts=facts,
            course=course,
            limits=limits,
            time_fit=time_fit,
            templates=fill_templates(limits, time_fit.slots),
            days=choose_days(
                answers.days_available, answers.days_preferred, limits.sessions_per_week
            ),
        )

    def plan(self, screening: Screening, role: Role) -> Plan:
        limits, weeks = self.limits, self.weeks()
        return Plan(
            disposition=screening.disposition,
            access=screening.access,
            role=role,
            screening_rules=tuple(rule.id for rule in screening.rules),
            caveats=screening.caveats,
            prescription_rules=limits.rule_ids(lambda _: True),
            sessions_per_week=len(self.days),
            fewer_days_than_asked=len(self.days) < limits.sessions_per_week,
            days=self.days,
            session_minutes=limits.session_minutes,
            warm_up_minutes=self.time_fit.warm_up_minutes,
            cool_down_minutes=self.time_fit.cool_down_minutes,
            slots=self.time_fit.slots,
            rest_seconds=limits.rest_seconds,
            effort_cap=limits.effort_cap,
            start_level=limits.start_level,
            level_cap=limits.level_cap,
            set_cap=limits.set_cap,
            rep_mode=RepetitionMode.GENTLE if limits.gentle else RepetitionMode.STANDARD,
            weekly_sets=tuple(week.sets for week in weeks),
            template_a=tuple(exercise.code for exercise in self.templates["A"]),
            template_b=tuple(exercise.code for exercise in self.templates["B"]),
            weeks=weeks,
            moves=self.moves(),
            reasons=reasons(limits, self.course),
            excluded_tags=tuple(sorted(limits.excluded_tags)),
            excluded_areas=tuple(sorted(limits.excluded_areas)),
        )

    def weeks(self) -> tuple[Week, ...]:
        experience = self.facts.answers.experience or Experience.NEW
        return tuple(
            self.week(number, target, set_cap_in_week(number, self.limits, experience))
            for number, target in enumerate(self.targets(experience), start=1)
        )

    def targets(self, experience: Experience) -> tuple[int, ...]:
        """Count the sets of each week; the best week of the usual plan is what KEEP goes by."""
        if self.course is not Course.KEEP:
            return weekly_sets(self.limits, self.time_fit, len(self.days), experience)
        best = max(week.sets for week in _Builder.start(self.facts, Course.NORMAL).weeks())
        return kept_weekly_sets(best, self.limits, self.time_fit, experience)

    def week(self, number: int, target: int, set_cap: int) -> Week:
        effort_low, effort_high = effort_band(number, self.limits)
        first = (number - 1) * len(self.days) + 1
        sessions = tuple(
            self.session(first + index, number, sets, set_cap)
            for index, sets in enumerate(spread_over_week(target, len(self.days)))
        )
        return Week(
            number=number,
            phase=phase_of(number),
            is_lighter=number in LIGHTER_WEEKS,
            effort_low=effort_low,
            effort_high=effort_high,
            effort_rules=effort_rules(number, self.limits),
            sets=sum(p.sets for session in sessions for p in session.prescriptions),
            sets_rules=sets_rules(number, self.limits, self.course),
            sessions=sessions,
        )

    def session(self, number: int, week: int, sets: int, set_cap: int) -> Session:
        """Sessions alternate A and B through the whole plan, beginning with A."""
        template = "A" if number % 2 else "B"
        exercises = self.templates[template]
        spread = spread_over_session(sets, len(exercises), set_cap)
        return Session(
            number=number,
            template=template,
            day=self.days[(number - 1) % len(self.days)],
            prescriptions=tuple(
                self.prescription(exercise, count, phase_of(week))
                for exercise, count in zip(exercises, spread, strict=True)
            ),
        )

    def prescription(self, exercise: Exercise, sets: int, phase: Phase) -> Prescription:
        key = (exercise.code, sets, phase)
        if key not in self.prescriptions:
            self.prescriptions[key] = prescribe(exercise, sets, phase, self.limits, self.facts)
        return self.prescriptions[key]

    def moves(self) -> tuple[Move, ...]:
        chosen = dict.fromkeys(self.templates["A"] + self.templates["B"])
        return tuple(
            Move(
                exercise=exercise.code,
                easier=_code(easier_version(exercise, self.limits)),
                harder=_code(harder_version(exercise, self.limits)),
            )
            for exercise in chosen
        )


def _on_course(limits: Limits, course: Course) -> Limits:
    """Change what the course changes about the frame of a plan (PRG-61), within every cap."""
    if course is Course.HIGHER:
        return replace(limits, start_level=min(limits.start_level + 1, limits.level_cap))
    if course is Course.KEEP:
        return replace(limits, sessions_per_week=KEPT_SESSIONS)
    return limits


def _code(exercise: Exercise | None) -> str | None:
    return exercise.code if exercise else None
