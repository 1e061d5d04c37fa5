"""The pages behind a private link: each question with and without mistakes, each state."""

import json
import re

from django.http import HttpResponse
from django.utils.timezone import localdate

from planner.exports.data import plan_file
from planner.pages import BY_NUMBER
from safety.models import Pause
from tests.everyone.album import Album
from tests.planner.logs import due_today, resting_today, stopped, trained
from tests.planner.people import Visitor, finished, holding, somebody, walked
from tests.planner.test_changes import LONGER, changed
from tests.planner.test_import import send
from tests.planner.test_log import sent
from tests.planner.test_mood_checks import CALM, phq
from tests.planner.test_today import on_day
from tests.planner.test_ways_on import ALL_WEEKS, aged
from tests.planner.weeks import weeks_in

# Somebody who is asked every question that there is.
MANY = {
    "age": 31,
    "condition": "depression_peripartum",
    "peripartum": "pregnant",
    "severity_self": "moderate",
    "conditions": ["heart_disease", "high_blood_pressure", "diabetes_type2"],
    "pain_sites": ["low_back", "knee"],
    "pain_now": 4,
    "medicines": ["antidepressant", "beta_blocker", "insulin"],
}
AFTER_BIRTH = MANY | {"peripartum": "postpartum", "postpartum_week": 8}
# What no page takes: no number, out of range, "none" beside something.
WRONG = {"age": "old", "pain_now": "11", "pregnancy_week": "99", "postpartum_week": "x"}
CASE = re.compile(r"<!--case (\w+)-->.*?<!--end-->", re.DOTALL)
TRAINED = (
    *("", "plan/", "session/4/", "session/4/tiny/", "session/4/stop/", "session/3/", "sessions/"),
    *("session/3/saved/", "session/3/delete/", "progress/", "if-then/", "swap/1/", "print/"),
    *("take/", "calendar/", "share/", "erase/", "what-if/", "evidence/"),
    *("questions/1/",),
)


class Walk:
    """Adds what one visitor sees, in one language."""

    def __init__(self, album: Album, language: str) -> None:
        self.album, self.language = album, language
        self.before = "es plan" if language else "plan"

    def sees(self, name: str, visitor: Visitor, tail: str = "", fields: dict | None = None):
        """Ask for a page, or send a form to it."""
        there = Visitor(visitor.token, language=self.language)
        answer = there.get(tail) if fields is None else there.post(tail, fields)
        return self.album.add(f"{self.before} {name}".strip(), answer)


def add_plan_pages(album: Album, language: str) -> None:
    """Ask for every page of a plan, in each of its states."""
    walk = Walk(album, language)
    _add_questions(walk)
    _add_help(walk)
    _add_course(walk)
    _add_mistakes(walk)
    _add_other_plans(walk)
    _add_ends(walk)


def _add_questions(walk: Walk) -> None:
    for number in BY_NUMBER:
        pregnant = holding(**somebody(**MANY))
        walk.sees(f"question {number}", pregnant, f"questions/{number}/")
        walk.sees(f"question {number} wrong", holding(**somebody(**MANY)), *_wrong(number))
    walk.sees("question 2 after birth", holding(**somebody(**AFTER_BIRTH)), "questions/2/")
    walk.sees("check", walked(), "check/")
    walk.sees("check without consent", walked(), "check/", {})


def _wrong(number: int) -> tuple[str, dict[str, object]]:
    nothing = dict.fromkeys(BY_NUMBER[number].questions, "?")
    lists = {name: ["none", "fainting"] for name in ("symptoms", "medicines", "conditions")}
    return f"questions/{number}/", nothing | WRONG | lists


def _add_help(walk: Walk) -> None:
    for name, number, said in (
        ("too young", 1, {"age": "15"}),
        ("help now", 3, {"self_harm": "yes"}),
        ("help when unsure", 3, {"self_harm": "prefer_not_to_say"}),
        ("help for the heart", 5, {"symptoms": ["chest_pain_now"]}),
    ):
        visitor = holding(age=31, country="us", condition="depression")
        walk.sees(name, visitor, f"questions/{number}/", said)
    walk.sees("safe", visitor := _helped(), "safe/")
    walk.sees("safe of nothing", visitor, "safe/", {})
    walk.sees("safe no", visitor, "safe/", {"safe": "no"})
    refused = finished(conditions=["stroke_or_tia"])
    walk.sees("refusal", refused)
    walk.sees("summary", refused, "summary/")
    walk.sees("agreed", refused, "agreed/")
    walk.sees("agreed of nothing", refused, "agreed/", {})


def _helped() -> Visitor:
    visitor = holding(age=31, country="gb", condition="depression")
    visitor.post("questions/3/", {"self_harm": "yes"})
    return visitor


def _add_course(walk: Walk) -> None:
    walk.sees("new", finished())
    walk.sees("new with cautions", finished(**MANY | {"clearance": "yes"}))
    walk.sees("supervised", supervised := finished(age=91))
    walk.sees("helper", supervised, "helper/")
    visitor = due_today(3)
    visitor.post("share/", {})
    visitor.post("calendar/link/", {})
    for tail in TRAINED:
        walk.sees(tail.strip("/") or "today", visitor, tail)
    _add_without_signal(walk, visitor)
    shared = f"{walk.language}/shared/{visitor.state.links.share}/"
    walk.album.add(f"{walk.before} shared", visitor.client.get(shared))
    last = visitor.state.chapters[-1].sessions[-1].day
    with on_day(visitor, last + 1):
        walk.sees("resting", visitor)
    walk.sees("progress of many weeks", trained(16), "progress/")
    walk.sees("sessions of many weeks", trained(16), "sessions/")
    walk.sees("mood check", trained(7), "mood/")
    walk.sees("mood check of nothing", trained(7), "mood/", {})
    worse = weeks_in(4, phq9=[0] * 9)
    walk.sees("mood result", worse, "mood/", phq(1, 1, 1, 1, 1, 0, 0, 0) | CALM)
    walk.sees("progress after a check", worse, "progress/")
    walk.sees("mood help", trained(7), "mood/", {"self_harm": "yes"})
    walk.sees("stopped", trained(1, entry=stopped))


def _add_without_signal(walk: Walk, visitor: Visitor) -> None:
    """What a phone shows of its one page for this: a case at a time."""
    answer = Visitor(visitor.token, language=walk.language).get("offline/")
    whole = answer.content.decode()
    for case in ("missing", "saved", "chest_pain"):
        shown = CASE.sub(lambda each, case=case: each[0] * (each[1] == case), whole)
        name = f"{walk.before} without signal, {case}"
        walk.album.keep(name, answer.wsgi_request.path, HttpResponse(shown))
    walk.album.templates |= {"planner/offline.html"}


def _add_mistakes(walk: Walk) -> None:
    bad = {"e1_set_1": "many", "e1_load": "x", "e1_effort": "12", "day": "", "note": "n" * 501}
    walk.sees("session wrong", trained(3), "session/4/", bad | {"mood_before": "99"})
    walk.sees("feeling wrong", due_today(3), "feeling/", {"mood": "many"})
    walk.sees("feeling wrong while resting", resting_today(3), "feeling/", {"mood": "many"})
    walk.sees("calendar wrong", trained(3), "calendar/", {"time": "", "reminder": "on"})
    walk.sees("print wrong", trained(3), "print/?sheet=?&size=?")
    walk.sees("if-then wrong", trained(3), "if-then/", {"cue": "n" * 501, "obstacle": "n" * 501})
    sign = trained(3)
    walk.sees("session stopped", sign, "session/4/", {"stop_symptom": "chest_pain"})
    walk.sees("session sugar", trained(3), "session/4/", {"stop_symptom": "low_sugar"})
    tabs = trained(3)
    first, second = (sent(tabs, "session/4/", e1_set_1=many, note=many) for many in "79")
    tabs.post("session/4/", first)
    walk.sees("session twice", tabs, "session/4/", second)
    walk.sees("session lost", finished(conditions=["stroke_or_tia"]), "session/1/", first)
    data = json.loads(plan_file(trained(3).state, localdate()))
    if not walk.language:
        walk.album.add("plan imported", send(data))


def _add_other_plans(walk: Walk) -> None:
    walk.sees("changes", changed(trained(4), **LONGER), "changes/")
    held = trained(4)
    held.answer(6, somebody(conditions=["high_blood_pressure"]))
    walk.sees("held", held)
    walk.sees("again", aged(trained(6), 35), "again/")
    walk.sees("after weeks away", aged(trained(6), 35))
    after = trained(ALL_WEEKS)
    walk.sees("next", after, "next/")
    walk.sees("after the last week", after)


def _add_ends(walk: Walk) -> None:
    visitor = trained(3)
    pause = Pause.objects.create(reason="We check something.")
    walk.sees("paused", visitor)
    pause.delete()
    walk.sees("erased", visitor, "erase/", {})
    walk.sees("gone", visitor)
