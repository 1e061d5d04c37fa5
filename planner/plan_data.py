"""A plan or a refusal as plain data, ready for JSON: what `build_plan` and the exports write."""

from dataclasses import fields

from planner.engine import (
    EXERCISES,
    HELD_PRESSES,
    LIFTING_SECONDS,
    Plan,
    Prescription,
    Refusal,
    Session,
    Week,
    words,
)

Data = dict[str, object]

# The keys of the answer, in order; one that does not apply is null.
KEYS = (
    "disposition",
    "access",
    "role",
    "screening_rules",
    "caveats",
    "prescription_rules",
    "sessions_per_week",
    "days",
    "session_minutes",
    "slots",
    "rest_seconds",
    "effort_cap",
    "start_level",
    "level_cap",
    "set_cap",
    "rep_mode",
    "weekly_sets",
    "template_a",
    "template_b",
    "weeks",
)


def plan_as_data(result: Plan | Refusal) -> Data:
    """Write out a result under KEYS, its weeks with every exercise in full."""
    known = {field.name: getattr(result, field.name) for field in fields(result)}
    if isinstance(result, Plan):
        known["weeks"] = [_week(week, result) for week in result.weeks]
    return {key: known.get(key) for key in KEYS}


def _week(week: Week, plan: Plan) -> Data:
    return {
        "number": week.number,
        "phase": week.phase,
        "is_lighter": week.is_lighter,
        "effort_low": week.effort_low,
        "effort_high": week.effort_high,
        "effort_words": words.effort_words(week.effort_high),
        "effort_rules": week.effort_rules,
        "sets": week.sets,
        "sets_rules": week.sets_rules,
        "sessions": [_session(session, plan) for session in week.sessions],
    }


def _session(session: Session, plan: Plan) -> Data:
    return {
        "number": session.number,
        "template": session.template,
        "day": session.day,
        "warm_up_minutes": plan.warm_up_minutes,
        "warm_up": words.WARM_UP.format(minutes=plan.warm_up_minutes),
        "exercises": [_prescription(each, plan) for each in session.prescriptions],
        "cool_down_minutes": plan.cool_down_minutes,
        "cool_down": words.COOL_DOWN.format(minutes=plan.cool_down_minutes),
    }


def _prescription(prescription: Prescription, plan: Plan) -> Data:
    exercise = EXERCISES[prescription.exercise]
    move = next(move for move in plan.moves if move.exercise == exercise.code)
    counted = "seconds" if exercise.unit.is_timed else "repetitions"
    return {
        "exercise": exercise.code,
        "name": exercise.name,
        "pattern": exercise.pattern,
        "equipment": exercise.equipment,
        "level": exercise.level,
        "unit": prescription.unit,
        "sets": prescription.sets,
        f"{counted}_low": prescription.low,
        f"{counted}_high": prescription.high,
        "count_rules": prescription.count_rules,
        "rest_seconds": plan.rest_seconds,
        "rest_rules": next(r.rules for r in plan.reasons if r.number == "rest_seconds"),
        "lifting_seconds": LIFTING_SECONDS,
        "lowering_seconds": prescription.lowering_seconds,
        "tempo": words.tempo_words(
            exercise, prescription.lowering_seconds, exercise.code in HELD_PRESSES
        ),
        "note": words.STAND_UP_FASTER if prescription.stand_up_faster else None,
        "starting_load": words.STARTING_LOADS[exercise.equipment],
        "easier": move.easier,
        "harder": move.harder,
        "cue": exercise.cue,
    }
