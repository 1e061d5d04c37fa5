"""In Spanish numbers and days are written as one does there, and read back as what they are."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation
from django.utils.timezone import localdate

from planner.engine import WeightUnit
from planner.forms.today import FeelingForm
from planner.presenters.exercise_words import dose_words, load_words
from planner.presenters.plan import days_words
from planner.presenters.today import day_words
from tests.planner import pdf
from tests.planner.logs import as_planned, trained
from tests.planner.people import finished, typed
from tests.planner.spanish.reading import asked, english_pieces
from tests.planner.test_log import DUMBBELLS, last, next_of

pytestmark = pytest.mark.django_db

HEAVY = Decimal("12.25")
REFUSED = {"conditions": ["other_serious"]}


def in_quarters(session, day):
    """A session as planned, with a weight that has decimals wherever there is one."""
    entry = as_planned(session, day)
    return replace(
        entry,
        exercises=tuple(
            replace(done, sets=tuple(replace(each, load=HEAVY) for each in done.sets))
            if done.unit
            else done
            for done in entry.exercises
        ),
    )


def weights(visitor):
    return [each.load for done in last(visitor).exercises if done.unit for each in done.sets]


def test_weights_days_and_lists_are_written_as_in_the_language():
    def written():
        return (
            load_words("goblet_squat", Decimal("2.50"), WeightUnit.KILOGRAM),
            load_words("band_row", Decimal(2), None),
            day_words(date(2026, 11, 26)),
            days_words(("mon", "wed", "fri")),
        )

    with translation.override("es"):
        spanish = written()

    day = "jueves 26 de noviembre"
    assert spanish == ("2,5 kg", "banda elástica 2", day, "lunes, miércoles y viernes")
    day = "Thursday 26 November"
    assert written() == ("2.5 kg", "band 2", day, "Monday, Wednesday and Friday")


def test_one_is_not_many_in_either_language():
    many = replace(next_of(finished()).targets[0], sets=2, target=10)
    one = replace(many, sets=1, target=1)

    english = dose_words(one), dose_words(many)
    with translation.override("es"):
        spanish = dose_words(one), dose_words(many)

    assert english == ("1 set of 1 repetition", "2 sets of 10 repetitions")
    assert spanish == ("1 serie de 1 repetición", "2 series de 10 repeticiones")


@pytest.mark.parametrize("language", ["es", "en-gb"])
@pytest.mark.parametrize("written", ["2,5", "2.5"])
def test_a_comma_and_a_point_are_both_read(language, written):
    visitor = trained(1, **DUMBBELLS)
    number = len(visitor.state.chapters[-1].sessions) + 1
    fields = filled_in(visitor, number)
    fields |= {name: written for name in fields if name.endswith("_load")}

    asked(visitor, "log", fields, language=language, number=number)

    assert set(weights(visitor)) == {Decimal("2.5")}


@pytest.mark.parametrize("language", ["es", "en-gb"])
def test_what_stands_in_a_form_is_read_back_as_the_same(language):
    visitor = trained(2, entry=in_quarters, **DUMBBELLS)
    before = last(visitor)
    assert set(weights(visitor)) == {HEAVY}

    fields = filled_in(visitor, 2, language=language)
    shown = {value for name, value in fields.items() if name.endswith("_load")}
    asked(visitor, "log", fields, language=language, number=2)

    # A script that reads the box finds a number, whatever the language.
    assert shown == {"12.25"}
    assert last(visitor) == before


def filled_in(visitor, number, language="es"):
    """The form as it comes, with the day that it stands for."""
    page = asked(visitor, "log", language=language, number=number)
    fields = {name: values[-1] for name, values in typed(page).items()}
    return {"day": localdate().isoformat(), "stop_symptom": "none"} | fields


def test_a_form_that_is_made_once_speaks_the_language_of_each_page():
    with translation.override("es"):
        [spanish] = FeelingForm({"mood": "x"}).errors["mood"]
    [english] = FeelingForm({"mood": "x"}).errors["mood"]

    assert spanish.endswith("escribe un número entero de 0 a 10, o déjalo vacío.")
    assert english.endswith("please write a whole number from 0 to 10, or leave it empty.")


@pytest.mark.parametrize(
    ("page", "answers", "said"),
    [
        ("plan-pdf", {}, "Tu plan de fuerza"),
        ("summary-pdf", REFUSED, "una pregunta para un profesional de salud"),
    ],
)
def test_a_pdf_is_in_spanish_and_says_so(page, answers, said):
    reader = pdf.opened(asked(finished(**answers), page).content)

    words = pdf.words(reader)
    assert reader.trailer["/Root"]["/Lang"] == "es"
    assert pdf.squeezed(said) in words
    assert [piece for piece in english_pieces() if pdf.squeezed(piece) in words] == []


def test_a_health_record_names_its_language():
    visitor = finished()

    languages = [
        {each["resource"]["language"] for each in json.loads(record.content)["entry"]}
        for record in (
            asked(visitor, "health-record", language=language) for language in ("es", "en-gb")
        )
    ]

    assert languages == [{"es"}, {"en-GB"}]


def test_a_table_of_the_log_has_spanish_headings_and_numbers_for_a_program():
    visitor = trained(1, entry=in_quarters, **DUMBBELLS)

    head, *rows = asked(visitor, "log-table").content.decode("utf-8-sig").splitlines()

    assert head.startswith('"Fecha (año-mes-día)","Plan (número)"')
    assert any(",12.25," in row for row in rows)


def test_a_calendar_says_no_more_in_spanish_than_in_english():
    visitor = finished()
    asked(visitor, "calendar", {})

    lines = asked(visitor, "calendar-file").content.decode().splitlines()

    assert {line for line in lines if line.startswith("SUMMARY")} == {"SUMMARY:Sesión de fuerza"}
