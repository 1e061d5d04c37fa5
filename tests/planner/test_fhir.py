"""The health record: valid by the models of R4B and by its closed lists, and never an order."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given

from planner.engine import Kind, StopSymptom, codes
from planner.exports.fhir import bundle
from tests.planner.engine.golden_cases import CASES
from tests.planner.engine.strategies import answer_sets
from tests.planner.hostile import hostile_text, in_force, noted
from tests.planner.logs import as_planned, kept, lived, stopped, trained
from tests.planner.people import finished, holding, somebody

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
XHTML = "{http://www.w3.org/1999/xhtml}"
SHOWN = [n for n, case in CASES.items() if case[1][1].endswith(("active", "supervisor"))]

# The codes of R4 with a required binding, for what we write: fhir.resources does not check them.
CLOSED = {
    ("Bundle", "type"): {
        "document", "message", "transaction", "transaction-response", "batch", "batch-response",
        "history", "searchset", "collection",
    },
    ("QuestionnaireResponse", "status"): {
        "in-progress", "completed", "amended", "entered-in-error", "stopped",
    },
    ("Goal", "lifecycleStatus"): {
        "proposed", "planned", "accepted", "active", "on-hold", "completed", "cancelled",
        "entered-in-error", "rejected",
    },
    ("CarePlan", "status"): {
        "draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown",
    },
    ("CarePlan", "intent"): {"proposal", "plan", "order", "option"},
    ("detail", "status"): {
        "not-started", "scheduled", "in-progress", "on-hold", "completed", "cancelled", "stopped",
        "unknown", "entered-in-error",
    },
    ("text", "status"): {"generated", "extensions", "additional", "empty"},
    ("entity", "role"): {"derivation", "revision", "quotation", "source", "removal"},
    ("deviceName", "type"): {
        "udi-label-name", "user-friendly-name", "patient-reported-name", "manufacturer-name",
        "model-name", "other",
    },
}  # fmt: skip
AGENT_ROLES = {
    "enterer", "performer", "author", "verifier", "legal", "attester", "informant", "custodian",
    "assembler", "composer",
}  # fmt: skip


def written(state):
    return json.loads(json.dumps(bundle(state, state.chapters[-1].plan, NOW)))


def resources(data):
    return {entry["resource"]["resourceType"]: entry["resource"] for entry in data["entry"]}


def nodes(value, name="Bundle"):
    """Every object with the name of its type or of its place."""
    if isinstance(value, dict):
        yield value.get("resourceType", name), value
        for key, each in value.items():
            yield from nodes(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each, name)


def check(data):
    """Hold a bundle against the models, the closed lists and its own references."""
    Bundle.model_validate(data)
    for name, node in nodes(data):
        for (kind, field), allowed in CLOSED.items():
            if name == kind and field in node:
                assert node[field] in allowed, (name, field, node[field])
    urls = [entry["fullUrl"] for entry in data["entry"]]
    assert len(set(urls)) == len(urls)
    for entry in data["entry"]:
        resource = entry["resource"]
        inside = {f"#{each['id']}" for each in resource["contained"]}
        used = {node["reference"] for _, node in nodes(resource) if "reference" in node}
        assert used <= inside | set(urls)
        assert inside <= used
        ElementTree.fromstring(resource["text"]["div"])  # noqa: S314 - our own text


@pytest.mark.parametrize("name", SHOWN)
def test_the_record_of_everybody_with_a_plan_is_valid(name):
    check(json.loads(finished(**CASES[name][0]).get("health-record/").content))


@given(raw=answer_sets)
def test_the_record_of_anybody_is_valid(raw):
    visitor_plan = in_force_or_none(raw)
    if visitor_plan:
        check(written(visitor_plan))


def in_force_or_none(raw):
    if raw.get("self_harm") != "no" or raw.get("phq9", [0])[-1]:
        return None
    state = in_force(**raw)
    return state if state.plan else None


def test_it_holds_answers_goal_plan_and_origin_of_a_person_without_a_name():
    found = resources(written(in_force()))

    assert set(found) == {"QuestionnaireResponse", "Goal", "CarePlan", "Provenance"}
    assert {tuple(node) for kind, node in nodes(found) if kind == "Patient"} == {
        ("resourceType", "id")
    }
    assert [ref["reference"] for ref in found["Provenance"]["target"]] != []
    assert found["CarePlan"]["subject"] == {"reference": "#me"}


@pytest.mark.parametrize("name", SHOWN)
def test_it_is_never_an_order(name):
    data = written(in_force(**CASES[name][0]))
    plan = resources(data)["CarePlan"]
    supervised = CASES[name][1][1].endswith("supervisor")

    assert (plan["intent"], plan["status"]) == (
        ("proposal", "draft") if supervised else ("plan", "active")
    )
    assert not re.search('ServiceRequest|MedicationRequest|"order"', json.dumps(data))
    assert {role["code"] for kind, role in nodes(data) if kind == "coding"} <= AGENT_ROLES


def test_each_session_is_one_activity_to_be_read():
    state = in_force()
    plan = resources(written(state))["CarePlan"]
    sessions = [s for week in state.plan.weeks for s in week.sessions]

    assert len(plan["activity"]) == len(sessions)
    first = plan["activity"][0]["detail"]
    assert first["status"] == "scheduled"
    assert first["scheduledPeriod"] == {"start": "2026-11-23", "end": "2026-11-23"}
    assert "Bodyweight squat: 1 set of 8 to 12 repetitions" in first["description"]
    assert "Rest 60 seconds" in first["description"]
    for activity in plan["activity"]:
        assert activity["detail"]["description"] in narrative(plan)


def narrative(resource):
    div = ElementTree.fromstring(resource["text"]["div"])  # noqa: S314 - our own text
    return [item.text for item in div.iter(f"{XHTML}li")]


def test_what_was_done_skipped_or_broken_off_is_said():
    state = lived(in_force(), 1, lambda s, day: as_planned(s, day, note="good"))
    state = lived(state, 1, lambda s, day: as_planned(s, day, kind=Kind.TINY))
    state = lived(state, 1, lambda s, day: as_planned(s, day, kind=Kind.SKIPPED))
    state = lived(state, 1, lambda s, day: stopped(s, day, StopSymptom.OTHER))
    plan = resources(written(state))["CarePlan"]
    activities = plan["activity"]

    assert [each["detail"]["status"] for each in activities[:5]] == [
        "completed", "completed", "cancelled", "stopped", "scheduled",
    ]  # fmt: skip
    assert activities[0]["progress"] == [{"text": "good"}]
    assert any(line.endswith(". good") for line in narrative(plan))


def test_a_plan_that_goes_on_from_another_holds_only_its_own_sessions():
    state = lived(in_force(days_per_week="3"), 6)
    answers = {"session_minutes": codes.Minutes.TWENTY}
    changed = state.with_answers(replace(state.answers, **answers))
    later = changed.with_result(state.date_of(state.chapters[0].sessions[-1].day))
    [_, chapter] = later.chapters
    activities = resources(written(later))["CarePlan"]["activity"]

    sessions = len(chapter.plan.weeks) * chapter.plan.sessions_per_week
    assert len(activities) == sessions - chapter.first_session + 1


def test_the_self_harm_answer_is_not_in_it_anywhere():
    data = written(in_force(phq9=[1] * 8 + [0], gad7=[1] * 7))
    links = {node["linkId"] for _, node in nodes(data) if "linkId" in node}

    assert {"phq9", "phq9.1", "phq9.8", "gad7.7"} <= links
    assert not {"self_harm", "phq9.9"} & links
    assert "hurting" not in json.dumps(data)


@given(text=hostile_text)
def test_no_note_acts_in_the_readable_part(text):
    data = written(noted(text))
    plan = resources(data)["CarePlan"]

    check(data)
    tags = {item.tag for item in ElementTree.fromstring(plan["text"]["div"]).iter()}  # noqa: S314
    assert tags == {f"{XHTML}{name}" for name in ("div", "h2", "ul", "li")}


def test_two_records_never_claim_to_be_one():
    first, second = (written(in_force()) for _ in range(2))

    assert not {e["fullUrl"] for e in first["entry"]} & {e["fullUrl"] for e in second["entry"]}


def test_the_download_says_what_it_is_and_no_more():
    visitor = trained(2)
    answer = visitor.get("health-record/")

    assert answer["Content-Type"] == "application/fhir+json"
    assert answer["Content-Disposition"] == 'attachment; filename="strength-plan.fhir.json"'
    assert visitor.token not in answer.content.decode()


def test_the_record_is_there_for_a_plan_in_force_only():
    assert kept(trained(1).state.closed()).get("health-record/").status_code == 404
    assert finished(**CASES["GT-06"][0]).get("health-record/").status_code == 404
    assert holding(**somebody()).get("health-record/").status_code == 404
