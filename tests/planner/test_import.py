"""A saved plan read back: the same plan and log under a new link, and no trick of a file works."""

import json
import re
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import localdate

from planner.engine import RULES_VERSION, codes, follow
from planner.exports.data import plan_file
from planner.exports.importing import read_plan_file
from planner.models import PrivatePlan
from tests.planner.logs import lived, trained
from tests.planner.people import Visitor, html, somebody, walked
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db


def saved(state, today=None):
    return json.loads(plan_file(state, today or localdate()))


def send(data, client=None):
    """Upload a file; `data` are its bytes, or what to write as JSON."""
    content = data if isinstance(data, bytes) else json.dumps(data).encode()
    file = SimpleUploadedFile("my plan.json", content, content_type="application/json")
    return (client or Client()).post("/plan/import/", {"file": file})


def said(answer):
    return text(html(answer).find("body/main"))


def brought_back(data):
    """The visitor with the new link."""
    token = re.search(r"/plan/([\w-]{43})/", send(data).content.decode())[1]
    return Visitor(token)


def reopened(visitor, raw):
    """Go on as the page says: the self-harm question again, then "Make my plan"."""
    question = visitor.client.get(visitor.get()["Location"])
    number = int(re.search(r"questions/(\d+)", question.wsgi_request.path)[1])
    answer = visitor.answer(number, raw)
    assert answer["Location"] == visitor.address("check/")
    visitor.agree()
    return visitor


def refused(data):
    """Why a file is refused; it leaves no record behind."""
    before = PrivatePlan.objects.count()
    answer = send(data)
    assert answer.status_code == 200
    assert PrivatePlan.objects.count() == before
    page = html(answer)
    [error] = [p for p in page.iter("div") if p.get("class") == "error-message"]
    return text(error)


@pytest.mark.parametrize("sessions", [0, 1, 9])
def test_the_plan_goes_on_where_it_was_under_a_new_link(sessions):
    old = trained(sessions, equipment=["dumbbell"])
    new = reopened(brought_back(old.get("data/").content), somebody(equipment=["dumbbell"]))
    today = old.state.day_of(localdate())

    assert new.token != old.token
    assert new.state.chapters == old.state.chapters
    assert follow(new.state.chapters, today=today) == follow(old.state.chapters, today=today)
    assert new.state.plan == old.state.plan
    assert saved(new.state) == saved(old.state)


def test_every_chapter_and_its_log_comes_along():
    state = lived(trained(5).state, 0)
    day = state.chapters[0].sessions[-1].day
    answers = replace(state.answers, session_minutes=codes.Minutes.TWENTY)
    state = state.with_answers(answers).with_result(state.date_of(day + 1))
    imported = read_plan_file(plan_file(state, localdate()), localdate())

    assert len(state.chapters) == 2
    assert imported.state.chapters == state.chapters
    assert imported.sessions == 5


def test_the_plan_stays_shut_until_the_question_is_asked_again_and_agreed_to():
    new = brought_back(trained(3).get("data/").content)

    assert new.state.plan is None
    assert new.get()["Location"] == new.address("questions/3/")
    for tail in ("take/", "log-table/", "health-record/", "print/", "calendar/"):
        assert new.get(tail).status_code == 404, tail
    new.answer(3, somebody())
    assert new.state.plan is None
    new.agree()
    assert new.state.plan


def test_a_call_for_help_at_that_question_closes_the_plan_for_good():
    new = brought_back(trained(3).get("data/").content)
    answer = new.answer(3, somebody(self_harm="yes"))

    assert "Please get help now" in answer.content.decode()
    assert new.state.help_shown
    assert not new.state.resumes
    assert new.state.plan is None


def test_new_answers_before_it_opens_make_a_new_plan_and_keep_the_log():
    new = brought_back(trained(3).get("data/").content)
    new.answer(10, somebody(session_minutes="20"))
    new.answer(3, somebody())
    new.agree()

    assert new.state.plan.session_minutes == 20
    assert len(new.state.chapters[0].sessions) == 3


def test_a_closed_plan_stays_closed():
    new = brought_back(trained(3).state.closed() and saved(trained(3).state.closed()))

    assert not new.state.resumes
    assert len(new.state.chapters[0].sessions) == 3


def test_answers_without_a_plan_can_be_brought_back_too():
    data = saved(walked().state)
    new = brought_back(data)

    assert saved(new.state)["record"]["answers"] == data["record"]["answers"]
    assert new.state.chapters == ()


def test_doses_in_the_file_are_never_believed():
    state = trained(2).state
    data = saved(state)
    data["plan"]["weeks"][0]["sessions"][0]["exercises"][0]["sets"] = 99
    data["record"]["chapters"][0]["rules_version"] = "9.9"

    assert read_plan_file(json.dumps(data).encode(), localdate()).state.chapters == state.chapters


def test_another_version_of_the_rules_is_told():
    data = saved(trained(2).state)
    data["record"]["chapters"][0]["rules_version"] = "0.9"

    assert "another version of our rules (0.9)" in said(send(data))
    assert brought_back(data).state.chapters[0].rules_version == RULES_VERSION


@pytest.mark.parametrize("where", ["record", "chapter"])
@pytest.mark.parametrize(
    ("name", "answer", "heading"),
    [
        ("symptoms", ["chest_pain_now"], "Please get help now"),
        ("mental_flags", ["voices_or_mania_now"], "Please get help now"),
        ("phq9", [1] * 8 + [2], "Please get help now"),
        ("age", 16, "Let's stop here for now"),
    ],
)
def test_a_file_that_calls_for_help_gets_help_and_nothing_of_it_is_kept(
    where, name, answer, heading
):
    data = saved(trained(1).state)
    record = data["record"]
    (record if where == "record" else record["chapters"][0])["answers"][name] = answer
    before = PrivatePlan.objects.count()

    assert heading in said(send(data))
    assert PrivatePlan.objects.count() == before


def test_a_mood_check_that_calls_for_help_does_so_too():
    data = saved(trained(1).state)
    data["record"]["chapters"][0]["checks"] = [{"day": 1, "week": 4, "phq": [0] * 8 + [1]}]

    assert "Please get help now" in said(send(data))


def test_screening_decides_about_a_changed_file():
    data = saved(trained(1).state)
    data["record"]["answers"]["conditions"] = ["heart_disease"]
    new = brought_back(data)
    raw = somebody(conditions=["heart_disease"])
    new.answer(3, raw)
    new.answer(9, raw)
    new.agree()

    assert new.state.plan is None
    data["record"]["chapters"][0]["answers"]["symptoms"] = ["chest_pain_effort"]
    assert "give no plan by the rules we use now" in refused(data)
