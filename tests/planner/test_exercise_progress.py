"""How each exercise went over time, in charts, sentences and tables."""

import re
from decimal import Decimal

import pytest

from planner.engine import EXERCISES, WeightUnit
from tests.planner.people import html
from tests.planner.test_mood_checks import words
from tests.planner.test_progress import dates, figures, progress
from tests.planner.weeks import did, session, weeks_in

pytestmark = pytest.mark.django_db

KILOS, POUNDS = WeightUnit.KILOGRAM, WeightUnit.POUND


def squats(*done):
    return [session(n, day, exercises=[each]) for n, (day, each) in enumerate(done, 1)]


def goblet(*counts, load=None, unit=KILOS):
    return did("goblet_squat", *counts, load=None if load is None else Decimal(load), unit=unit)


def test_one_entry_is_told_in_a_sentence_without_a_chart():
    page = progress(*squats((2, goblet(10, 9, load="8"))))

    assert re.search(r"Last time, on \d+ \w+: 10, 9 repetitions, load 8 kg\.", words(page))
    assert figures(page) == {}


def test_loads_and_repetitions_over_time_have_a_sentence_and_a_table():
    visitor = weeks_in(
        8, sessions=squats((2, goblet(10, 9, load="8")), (23, goblet(12, 8, load="9.5")))
    )
    first, last = dates(visitor, 2, 23)

    found = figures(visitor.get("progress/"))

    assert found == {
        "Goblet squat: load": (
            f"Load: 8 kg on {first}, 9.5 kg on {last}.",
            [[first, "8 kg"], [last, "9.5 kg"]],
        ),
        "Goblet squat: repetitions": (
            f"Most repetitions in one set: 10 on {first}, 12 on {last}.",
            [[first, "10, 9"], [last, "12, 8"]],
        ),
    }


def test_seconds_are_called_seconds_and_bands_have_a_number():
    band = did("band_squat", 10, load=Decimal(1))
    plank = next(e.code for e in EXERCISES.values() if e.unit.is_timed)
    page = progress(
        session(1, 2, exercises=[band, did(plank, 20)]),
        session(2, 4, exercises=[did("band_squat", 10, load=Decimal(2)), did(plank, 25)]),
    )

    found = figures(page)
    assert found["Band squat: band number"][0].startswith("Band number: 1 on")
    assert found[f"{EXERCISES[plank].name}: seconds"][0].startswith("Most seconds in one set: 20")
    assert f"{EXERCISES[plank].name}: load" not in found


def test_a_load_that_was_not_noted_is_a_gap_and_says_so():
    page = progress(
        *squats(
            (2, goblet(10, load="8")),
            (4, goblet(10, load="8")),
            (9, goblet(10)),
            (11, goblet(10, load="9")),
            (16, goblet(10, load="9")),
        )
    )

    _sentence, rows = figures(page)["Goblet squat: load"]
    assert [row[1] for row in rows] == ["8 kg", "8 kg", "not noted", "9 kg", "9 kg"]
    svg = html(page).find(".//figure/{*}svg")
    assert len(svg.findall("{*}polyline")) == 2
    assert len(svg.findall("{*}circle")) == 4


@pytest.mark.parametrize(
    ("loads", "shown"),
    [
        ([("20", POUNDS), ("10", KILOS)], ["9.1 kg", "10 kg"]),
        ([("10", KILOS), ("25", POUNDS)], ["22 lb", "25 lb"]),
    ],
)
def test_kilograms_and_pounds_stand_in_the_unit_used_last(loads, shown):
    done = [(2 + n, goblet(10, load=load, unit=unit)) for n, (load, unit) in enumerate(loads)]

    page = progress(*squats(*done))

    assert [row[1] for row in figures(page)["Goblet squat: load"][1]] == shown
    assert "Some loads were noted in another unit." in words(page)


@pytest.mark.parametrize(
    ("loads", "is_told"), [(["8", "8", "9"], True), (["8", "7", "8"], False), (["8"], False)]
)
def test_the_first_time_with_more_load_is_told_once(loads, is_told):
    done = [(2 + n, goblet(10, load=load)) for n, load in enumerate(loads)]

    assert ("First time with more" in words(progress(*squats(*done)))) is is_told


def test_another_unit_is_no_rise():
    page = progress(*squats((2, goblet(10, load="10")), (4, goblet(10, load="20", unit=POUNDS))))

    assert "First time with more" not in words(page)


def test_with_an_eating_disorder_loads_have_no_kilos_and_nothing_speaks_of_the_body():
    """INV-41."""
    done = [*squats((2, goblet(10, load="8")), (4, goblet(10, load="20", unit=POUNDS)))]
    guided = {"clearance": "yes", "supervision": "clinician_programme", "under_care": "yes"}

    for flag in ("eating_disorder_now", "underweight"):
        said = words(progress(*done, mental_flags=[flag], **guided))

        assert "Load: 17.6 on" in said
        body = r"calori|kcal|body|weight|\bkg\b|\blb\b|kilo|pound|slim|\bfat\b|\bthin\b|diet"
        assert re.findall(body, said, re.IGNORECASE) == []
