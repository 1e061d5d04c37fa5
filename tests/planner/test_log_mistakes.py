"""What cannot be is refused at its field, what is unlikely asked about; nothing typed is lost."""

import pytest

from tests.planner.logs import trained
from tests.planner.people import typed
from tests.planner.test_log import DUMBBELLS, last, main, sent

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("e1_set_1", "ten"),
        ("e1_set_1", "0"),
        ("e1_load", "heavy"),
        ("e1_load", "-2"),
        ("e1_effort", "11"),
        ("e1_pain", "x"),
        ("mood_before", "12"),
        ("day", "2099-01-01"),
        ("day", "2001-01-01"),
        ("day", "soon"),
        ("note", "x" * 501),
        ("stop_symptom", "hiccups"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_stays_there(field, value):
    visitor = trained(4, **DUMBBELLS)
    before = visitor.state

    response = visitor.post("session/5/", sent(visitor, "session/5/", **{field: value}))

    assert response.status_code == 200
    assert "There is a problem" in main(response)
    assert visitor.state == before
    if field not in {"note", "stop_symptom"}:
        assert typed(response)[field] == [value]


@pytest.mark.parametrize(("field", "value"), [("e1_set_1", "100"), ("e1_load", "80")])
def test_an_unlikely_number_is_asked_about_once_and_then_kept(field, value):
    visitor = trained(4, **DUMBBELLS)

    asked = visitor.post("session/5/", sent(visitor, "session/5/", **{field: value}))
    assert "Is this right?" in main(asked)
    assert len(visitor.state.chapters[-1].sessions) == 4
    again = sent(visitor, "session/5/", **{k: v[-1] for k, v in typed(asked).items()})
    visitor.post("session/5/", again)

    done = last(visitor).exercises[0].sets[0]
    assert str(done.count if field == "e1_set_1" else done.load) == value


def test_a_day_beside_another_session_is_asked_about():
    visitor = trained(3)
    day = visitor.state.date_of(last(visitor).day + 1).isoformat()

    response = visitor.post("session/4/", sent(visitor, "session/4/", day=day))

    assert "the day beside it" in main(response)


def test_an_empty_form_asks_for_one_set():
    visitor = trained(3)
    empty = {name: "" for name in sent(visitor, "session/4/") if "_set_" in name}

    response = visitor.post("session/4/", sent(visitor, "session/4/", **empty))

    assert "at least one set" in main(response)
