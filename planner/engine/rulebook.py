"""Every rule by its id: what a reader is told when asking "why this number?"."""

from planner.engine.monitoring_rules import MONITORING_RULES
from planner.engine.prescription_rules import BASE_RULES, MODIFIER_RULES
from planner.engine.progression_rules import PROGRESSION_RULES
from planner.engine.rules import Rule
from planner.engine.screening_rules import SCREENING_RULES

# The first row of an id speaks for all of them.
RULES: dict[str, Rule] = {}
for _rule in (
    *SCREENING_RULES,
    *BASE_RULES,
    *MODIFIER_RULES,
    *PROGRESSION_RULES,
    *MONITORING_RULES,
):
    RULES.setdefault(_rule.id, _rule)

# Raised whenever a change of the rules could change somebody's plan.
RULES_VERSION = "1.1"
