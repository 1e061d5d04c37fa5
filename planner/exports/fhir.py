"""A plan as a FHIR R4 bundle: for a health worker's program to read, never an order.

The person in it has no name. What they mean to do themselves has the intent `plan`; where a trained
person must stand by, it is a draft and a `proposal`.
"""

from datetime import datetime
from uuid import uuid4

from django.utils.translation import gettext as _

from planner.engine import Access, Facts, Kind, Plan, SessionDone, schedule, words
from planner.exports import fhir_answers
from planner.exports.language import language_tag
from planner.exports.narrative import narrative, plain
from planner.plan_data import Data
from planner.presenters.engine_words import cautions
from planner.presenters.sessions import TableView, WeekView, sets_of, week_view
from planner.state import State

PERSON: Data = {"resourceType": "Patient", "id": "me"}
ME: Data = {"reference": "#me"}
PARTICIPANT_TYPE = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"
# By CarePlanActivityStatus of R4.
DONE = {
    Kind.FULL: "completed",
    Kind.TINY: "completed",
    Kind.SKIPPED: "cancelled",
    Kind.STOPPED: "stopped",
}


def bundle(state: State, plan: Plan, now: datetime) -> Data:
    """Write the plan in force, with its answers, goal and origin, as one collection.

    The addresses inside are new each time, so that no two bundles claim to be one.
    """
    response, goal, care_plan, origin = (f"urn:uuid:{uuid4()}" for _each in range(4))
    links: Data = {"goal": [{"reference": goal}], "supportingInfo": [{"reference": response}]}
    resources = {
        response: _response(state, now),
        goal: _goal(state, plan),
        care_plan: _care_plan(state, plan, now) | links,
        origin: _provenance(state, now) | _made_from(response, goal, care_plan),
    }
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": now.isoformat(),
        "entry": [{"fullUrl": url, "resource": each} for url, each in resources.items()],
    }


def _resource(kind: str, heading: str, lines: list[str], *contained: Data) -> Data:
    """Begin a resource with what a person reads."""
    return {
        "resourceType": kind,
        "language": language_tag(),
        "text": {"status": "generated", "div": narrative(heading, lines)},
        "contained": [PERSON, *contained],
    }


def _response(state: State, now: datetime) -> Data:
    answers = state.chapters[-1].answers
    return _resource("QuestionnaireResponse", _("Answers"), fhir_answers.lines(answers)) | {
        "status": "completed",
        "subject": ME,
        "source": ME,
        "authored": now.isoformat(),
        "item": fhir_answers.items(answers),
    }


def _goal(state: State, plan: Plan) -> Data:
    text = _("%(sessions)d strength sessions a week for %(weeks)d weeks, as well as it goes") % {
        "sessions": plan.sessions_per_week,
        "weeks": len(plan.weeks),
    }
    return _resource("Goal", _("Goal"), [text]) | {
        "lifecycleStatus": "active",
        "description": {"text": text},
        "subject": ME,
        "startDate": str(state.date_of(state.chapters[-1].day)),
    }


def _care_plan(state: State, plan: Plan, now: datetime) -> Data:
    facts = Facts(state.chapters[-1].answers)
    said = cautions(plan.caveats, facts)
    activities = _activities(state, plan, state.day_of(now.date()))
    sessions = [_line(activity) for activity in activities]
    supervised = plan.access is Access.DRAFT_FOR_SUPERVISOR
    title = _("Strength plan")
    return _resource("CarePlan", title, [_(words.ROLES[plan.role]), *said, *sessions]) | {
        "status": "draft" if supervised else "active",
        "intent": "proposal" if supervised else "plan",
        "category": [{"text": _("Strength training")}],
        "title": title,
        "description": _(words.ROLES[plan.role]),
        "subject": ME,
        "period": {"start": str(state.date_of(state.chapters[-1].day))},
        "created": now.isoformat(),
        "activity": activities,
        "note": [{"text": caution} for caution in said],
    }


def _activities(state: State, plan: Plan, today: int) -> list[Data]:
    """Write one activity for each session of the chapter in force."""
    chapter = state.chapters[-1]
    done = dict(enumerate(chapter.sessions, chapter.first_session))
    to_come = dict(schedule(state.chapters, today=today))
    days = to_come | {number: session.day for number, session in done.items()}
    dates = {number: str(state.date_of(day)) for number, day in days.items()}
    return [
        _activity(
            _description(plan, week, session), done.get(session.number), dates.get(session.number)
        )
        for week in map(week_view, plan.weeks)
        for session in week.sessions
        if session.number >= chapter.first_session
    ]


def _activity(description: str, done: SessionDone | None, date: str | None) -> Data:
    coming = "scheduled" if date else "not-started"
    detail: Data = {
        "code": {"text": _("Strength session")},
        "status": DONE[done.kind] if done else coming,
        "description": description,
    }
    if date:
        detail["scheduledPeriod"] = {"start": date, "end": date}
    note = plain(done.note) if done else ""
    return {"detail": detail} | ({"progress": [{"text": note}]} if note else {})


def _line(activity: Data) -> str:
    """Give what a person reads of one activity: what to do, then their own note."""
    notes = [note["text"] for note in activity.get("progress", ())]
    return " ".join([activity["detail"]["description"], *notes])


def _description(plan: Plan, week: WeekView, session: TableView) -> str:
    exercises = "; ".join(f"{row.name}: {sets_of(row.sets, row.count)}" for row in session.rows)
    return _(
        "%(week)s, session %(number)d. Effort %(effort)s. Rest %(rest)d seconds between sets. "
        "%(exercises)s."
    ) % {
        "week": week.title,
        "number": session.number,
        "effort": week.effort,
        "rest": plan.rest_seconds,
        "exercises": exercises,
    }


def _provenance(state: State, now: datetime) -> Data:
    """Say who made this: a person's answers and fixed rules, no health worker."""
    text = _(
        "Made by TTL from a person's own answers, by fixed rules, version %(version)s. It is "
        "information, not an order, and no health worker has checked it."
    ) % {"version": state.chapters[-1].rules_version}
    device: Data = {
        "resourceType": "Device",
        "id": "ttl",
        "deviceName": [{"name": "TTL", "type": "user-friendly-name"}],
    }
    return _resource("Provenance", _("Where this comes from"), [text], device) | {
        "recorded": now.isoformat(),
        "activity": {"text": text},
        "agent": [_agent("assembler", "#ttl"), _agent("author", "#me")],
    }


def _made_from(response: str, *made: str) -> Data:
    return {
        "target": [{"reference": url} for url in made],
        "entity": [{"role": "source", "what": {"reference": response}}],
    }


def _agent(role: str, who: str) -> Data:
    return {
        "type": {"coding": [{"system": PARTICIPANT_TYPE, "code": role}]},
        "who": {"reference": who},
    }
