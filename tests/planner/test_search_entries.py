"""What the planner gives to search is its public pages, in the words that stand on them."""

import pytest

from planner.engine import EXERCISES
from planner.search_entries import exercises
from tests.ttl.pages import read, text


def test_every_exercise_is_given_once_with_its_address():
    given = {entry.key: (entry.title, entry.url) for entry in exercises()}

    assert given == {
        code: (exercise.name, f"/exercises/{code.replace('_', '-')}/")
        for code, exercise in EXERCISES.items()
    }


@pytest.mark.django_db
def test_what_search_shows_of_an_exercise_stands_on_its_page_or_in_the_list(client):
    entry = next(entry for entry in exercises() if entry.key == "goblet_squat")

    pages = [read(client.get(url).content.decode()) for url in (entry.url, "/exercises/")]
    shown = " ".join(map(text, pages))

    assert [line for line in entry.text.splitlines() if line not in shown] == []


def test_an_exercise_is_found_by_its_spanish_name_and_what_it_takes_and_shows_english_alone():
    entry = next(entry for entry in exercises() if entry.key == "goblet_squat")

    assert entry.other_words == "Sentadilla con peso al pecho Mancuernas o una pesa rusa"
    assert "entadilla" not in entry.title + entry.text
