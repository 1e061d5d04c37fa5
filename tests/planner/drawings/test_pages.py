"""The pages that show drawings: one exercise, and the plan."""

import gzip

import pytest

from planner.engine import EXERCISES
from tests.planner.engine.golden_cases import CASES
from tests.planner.people import finished, html
from tests.ttl.pages import dangling_references, ids, read, text

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("code", ["push_up", "sit_to_stand", "single_leg_glute_bridge"])
def test_the_page_of_an_exercise_shows_its_drawing_and_can_move_it(client, code):
    page = read(client.get(f"/exercises/{code.replace('_', '-')}/").content.decode())

    title = page.find(f".//figure/{SVG}svg/{SVG}title")
    targets = [use.get("href")[1:] for use in page.iter(f"{SVG}use")]
    assert text(title) == EXERCISES[code].name
    assert targets == [f"{title.get('id').removesuffix('-title')}-{frame}" for frame in (1, 2)]
    assert set(targets) < set(ids(page))
    assert len(ids(page)) == len(set(ids(page)))


def test_a_plan_shows_a_drawing_for_each_exercise_of_its_first_week_and_stays_light():
    visitor = finished(**CASES["GT-01"][0])
    answer = visitor.get("plan/")

    page = html(answer)

    planned = [
        EXERCISES[each.exercise].name
        for session in visitor.state.plan.weeks[0].sessions
        for each in session.prescriptions
    ]
    assert [text(title) for title in page.findall(f".//figure/{SVG}svg/{SVG}title")] == planned
    assert len(ids(page)) == len(set(ids(page)))
    assert dangling_references(page) == []
    assert len(gzip.compress(answer.content)) < 80_000
