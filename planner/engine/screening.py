"""Who gets a plan, and who needs help, a check or company first (rulebook, sections 2.1 and 4)."""

from dataclasses import dataclass
from enum import StrEnum

from planner.engine.answers import Answers, Condition, Equipment, MentalFlag
from planner.engine.caveats import in_order
from planner.engine.facts import Facts
from planner.engine.screening_rules import SCREENING_RULES, Access, Disposition, ScreeningRule


class Role(StrEnum):
    """What the plan may claim to be."""

    WELLBEING = "wellbeing"
    STANDALONE_OPTION = "standalone_option"
    STANDALONE_SHARED = "standalone_shared"
    ADJUNCT = "adjunct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """The outcome: every matching rule in table order, of which the first decides.

    `role` is None where help comes first and no plan is spoken of.
    """

    rules: tuple[ScreeningRule, ...]
    caveats: tuple[str, ...]
    role: Role | None

    @property
    def disposition(self) -> Disposition:
        """What happens next."""
        return self.rules[0].disposition

    @property
    def access(self) -> Access:
        """Who may use what stands behind it."""
        return self.rules[0].access


def screen(facts: Facts) -> Screening:
    """Collect all matching rules; the first, which is the strictest, decides."""
    rules = tuple(rule for rule in SCREENING_RULES if rule.matches(facts))
    caveats = frozenset(
        caveat
        for rule in rules
        for caveat in rule.caveats + (rule.more_caveats(facts) if rule.more_caveats else ())
    )
    urgent = rules[0].disposition is Disposition.URGENT_HELP
    return Screening(
        rules=rules,
        caveats=in_order(caveats | _training_caveats(facts)),
        role=None if urgent else role(facts),
    )


def needs_clearance(facts: Facts) -> bool:
    """Whether a health worker's agreement would lift a matching row (question Q18)."""
    return any(rule.lifted_by_clearance and rule.when(facts) for rule in SCREENING_RULES)


def outgrows_clearance(before: Answers, after: Answers) -> bool:
    """Whether answers call for a check that an agreement given before them could not know of."""
    return after.age is not None and not _lifted(after) <= _lifted(before)


def _lifted(answers: Answers) -> frozenset[str]:
    facts = Facts(answers)
    return frozenset(
        rule.id for rule in SCREENING_RULES if rule.lifted_by_clearance and rule.when(facts)
    )


def stop_at_once(answers: Answers) -> ScreeningRule | None:
    """Find the rule that ends the questionnaire here and now, however little is answered yet."""
    facts = Facts(answers)
    return next(
        (rule for rule in SCREENING_RULES if rule.decides_at_once and rule.matches(facts)), None
    )


def role(facts: Facts) -> Role:
    """Say what the plan may claim to be; first match wins (rulebook, section 2.1)."""
    condition = facts.answers.condition
    shared = Role.STANDALONE_SHARED
    if (
        facts.severity >= 3
        or facts.severity_unknown
        or facts.treatment_resistant
        or facts.eating_disorder
        or facts.has(MentalFlag.BIPOLAR_HISTORY)
    ):
        return Role.ADJUNCT
    if condition is Condition.WELLBEING:
        return Role.WELLBEING
    if facts.anxious or condition is Condition.PERIPARTUM or facts.pregnant or facts.postpartum:
        return shared if facts.severity <= 1 else Role.ADJUNCT
    if condition in {Condition.CHRONIC_PAIN, Condition.SARCOPENIA}:
        return shared
    return Role.STANDALONE_OPTION if facts.severity <= 1 else shared


def _training_caveats(facts: Facts) -> frozenset[str]:
    """CAV-36 to CAV-38 come from supervision and equipment, whichever row matched."""
    equipment, caveats = facts.answers.equipment, set()
    if facts.supervision == 0:
        caveats.add("CAV-36")
    if Equipment.BAND in equipment:
        caveats.add("CAV-37")
    if equipment & {Equipment.MACHINE, Equipment.BARBELL}:
        caveats.add("CAV-38")
    return frozenset(caveats)
