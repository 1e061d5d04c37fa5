"""The log as a table: a spreadsheet opens it, its numbers are numbers, and no text acts in it."""

import csv
import io
import re
from datetime import date

import ironcalc
import pytest
from hypothesis import given

from planner.exports.spreadsheet import COLUMNS, log_table
from tests.planner.hostile import HOSTILE, hostile_text, noted
from tests.planner.logs import kept, trained
from tests.planner.people import holding, somebody

pytestmark = pytest.mark.django_db


def table(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def in_a_spreadsheet(content):
    """Type every cell of the table into a spreadsheet and let it calculate."""
    sheet = ironcalc.create("log", "en", "UTC", "en")
    rows = table(content)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row, start=1):
            sheet.set_user_input(0, number, column, cell)
    sheet.evaluate()
    return sheet, rows


def test_the_table_has_one_row_a_set_with_units_in_the_headings():
    state = trained(3, equipment=["dumbbell"]).state
    header, *rows = table(log_table(state))
    sets = sum(len(done.sets) for s in state.chapters[0].sessions for done in s.exercises)

    assert header == [str(title) for title in COLUMNS.values()]
    assert {"Weight (kg)", "Weight (lb)", "Time (seconds)", "Effort (0 to 10)"} <= set(header)
    assert len(rows) == sets
    assert {len(row) for row in rows} == {len(header)}


def test_the_table_opens_in_a_spreadsheet_with_its_numbers_as_numbers():
    state = trained(3, equipment=["dumbbell"]).state
    content = log_table(state)
    sheet, rows = in_a_spreadsheet(content)
    weight = rows[0].index("Weight (kg)") + 1
    logged = [
        float(each.load)
        for session in state.chapters[0].sessions
        for done in session.exercises
        for each in done.sets
        if each.load is not None
    ]

    assert content.startswith(b"\xef\xbb\xbf")
    shown = [sheet.get_cell_value(0, row, weight) for row in range(2, len(rows) + 1)]
    assert [value for value in shown if value not in (None, "")] == logged


@given(text=hostile_text)
def test_no_text_becomes_a_formula_or_a_second_row(text):
    content = log_table(noted(text))
    sheet, rows = in_a_spreadsheet(content)

    assert len(content.decode("utf-8-sig").splitlines()) == len(rows)
    for row in range(1, len(rows) + 1):
        for column in range(1, len(COLUMNS) + 1):
            assert sheet.get_cell_formula(0, row, column) is None


@pytest.mark.parametrize("text", HOSTILE)
def test_a_note_that_acts_is_kept_as_words(text):
    note = table(log_table(noted(text)))[1][-1]

    assert not re.match(r"\s*[=+\-@\t\r|]", note)


def test_a_session_without_sets_has_its_row():
    [_, row] = table(log_table(noted("rain", exercises=())))

    assert row[0] == str(date(2026, 11, 23))
    assert row[-1] == "rain"


def test_the_table_is_there_for_a_plan_in_force_only():
    assert trained(1).get("log-table/").status_code == 200
    assert kept(trained(1).state.closed()).get("log-table/").status_code == 404
    assert holding(**somebody()).get("log-table/").status_code == 404
