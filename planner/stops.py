"""What must not stand in a record: a result, or answers, that end the questionnaire."""

from planner.engine import RULES, Answers, Refusal, ScreeningRule, stop_at_once


def stop_behind(answers: Answers, refusal: Refusal | None) -> ScreeningRule | None:
    """Find what should have ended the questionnaire, in what a record holds."""
    if rule := stop_at_once(answers):
        return rule
    rules = [RULES[each] for each in refusal.screening_rules if each in RULES] if refusal else []
    stops = [each for each in rules if isinstance(each, ScreeningRule) and each.decides_at_once]
    return stops[0] if stops else None
