"""What is kept of pages: the same for everybody, made once in each language."""

import pytest
from django.utils.translation import get_language, override

from planner.fixed import MOST, Fixed
from tests.planner.people import finished


def counted():
    made = []

    def make(*codes):
        made.append(codes)
        return f"{get_language()}: {codes}"

    return Fixed(make), made


def test_a_piece_is_made_once_in_each_language():
    piece, made = counted()

    with override("en-gb"):
        first, again = piece("squat", 1), piece("squat", 1)
    with override("es"):
        other = piece("squat", 1)

    assert (first, again) == ("en-gb: ('squat', 1)",) * 2
    assert other == "es: ('squat', 1)"
    assert made == [("squat", 1)] * 2


def test_many_at_once_are_those_asked_for_in_their_order():
    piece, made = counted()

    with override("en-gb"):
        found = piece.each([("b",), ("a",), ("b",)])

    assert found == ["en-gb: ('b',)", "en-gb: ('a',)", "en-gb: ('b',)"]
    assert made == [("b",), ("a",)]


def test_a_process_never_keeps_more_than_so_many():
    piece, made = counted()

    piece.each([(number,) for number in range(MOST + 1)])
    piece(MOST)
    piece(0)

    assert made == [(number,) for number in range(MOST + 1)] + [(0,)]


def test_while_a_site_is_being_made_a_changed_template_is_seen_at_once(settings):
    settings.DEBUG = True
    piece, made = counted()

    piece("squat")
    piece("squat")

    assert made == [("squat",)] * 2


@pytest.mark.django_db
def test_a_page_of_kept_pieces_reads_as_if_it_were_made_for_this_person_alone(settings):
    one = finished(equipment=["dumbbell"], conditions=["osteoporosis"], pain_sites=["knee"])
    other = finished(equipment=["dumbbell"], experience="regular", session_minutes="60")
    settings.DEBUG = True
    alone = [texts(one), texts(other)]
    settings.DEBUG = False

    kept = [texts(one), texts(other), texts(one)]

    assert kept == [*alone, alone[0]]
    assert alone[0] != alone[1]


def texts(visitor):
    return [visitor.get(tail).text for tail in ("", "plan/")]
