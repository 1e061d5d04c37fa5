"""What one press states: the session as the plan has it, written out as an entry of the log."""

from planner.engine import (
    ExerciseDone,
    Kind,
    NextSession,
    SessionDone,
    SetDone,
    StopSymptom,
    Target,
)


def pressed(
    session: NextSession, kind: Kind, *, day: int, usual_pain: int, mood: int | None
) -> SessionDone:
    """Write out what one press states: done as planned, in full or tiny, or skipped."""
    if kind is Kind.SKIPPED:
        return SessionDone(number=session.number, day=day, kind=kind, mood_before=mood)
    targets = session.tiny if kind is Kind.TINY else session.targets
    # A tiny session is at most 5 (PRG-45).
    effort = min(session.effort_high, 5) if kind is Kind.TINY else session.effort_high
    return SessionDone(
        number=session.number,
        day=day,
        kind=kind,
        exercises=tuple(_as_planned(each, effort, usual_pain) for each in targets),
        mood_before=mood,
        session_effort=effort,
        stop_symptom=StopSymptom.NONE,
    )


def _as_planned(target: Target, effort: int, pain: int) -> ExerciseDone:
    return ExerciseDone(
        exercise=target.exercise,
        sets=(SetDone(count=target.target, load=target.load),) * target.sets,
        effort=effort,
        pain=pain,
        step=target.step if target.load is not None else None,
        unit=target.weight_unit,
    )
