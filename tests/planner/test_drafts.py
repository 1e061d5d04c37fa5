"""A plan for use with a trained person can be read and printed; nothing is started (INV-08)."""

import pytest

from tests.planner.engine.golden_cases import CASES
from tests.planner.people import finished, html, somebody
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db

every_draft = pytest.mark.parametrize("name", ["GT-03", "GT-10", "GT-21"])


@pytest.fixture
def draft(name):
    visitor = finished(**CASES[name][0])
    assert visitor.state.plan.access == "draft_for_supervisor"
    return visitor


@every_draft
def test_its_first_page_says_with_whom_and_offers_nothing_to_start_or_note(draft):
    page = html(draft.get())

    said = text(page.find("body/main"))
    assert "For use with a qualified person present" in said
    assert "Read the plan" in said
    assert [*page.find("body/main").iter("form")] == []
    assert "/session/" not in draft.get().content.decode()


@every_draft
def test_no_typed_address_notes_a_session(draft):
    before = draft.sealed
    fields = {"press": "full", "e1_exercise": "mini_squat", "e1_set_1": "10"}

    for tail in ("session/1/", "session/1/press/", "session/1/tiny/", "session/1/stop/"):
        draft.get(tail)
        assert draft.post(tail, fields).status_code in {302, 404, 409}, tail
    for tail in ("swap/1/", "lighter/", "feeling/", "well/"):
        draft.post(tail, {"mood": "5"})

    assert draft.state.chapters[0].sessions == ()
    assert draft.state.chapters[0].swaps == ()
    assert draft.sealed == before


@every_draft
def test_it_can_be_read_printed_and_stood_by(draft):
    assert {draft.get(tail).status_code for tail in ("plan/", "print/", "helper/")} == {200}


def test_company_of_the_right_kind_opens_the_log():
    visitor = finished(**CASES["GT-03"][0])

    visitor.answer(10, somebody(**CASES["GT-04"][0]))
    assert visitor.state.has_changes
    visitor.takes("take")

    assert visitor.state.plan.access == "active"
    assert "How did it go?" in visitor.get("session/1/").content.decode()
