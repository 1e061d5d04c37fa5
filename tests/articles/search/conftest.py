"""How the tests of search look at what it finds."""

import pytest
from django.core.management import call_command

from articles.search.query import find


@pytest.fixture
def shipped(db):
    """Everything that ships, indexed."""
    call_command("load_content", verbosity=0)


@pytest.fixture
def titles(db):
    """The titles of what is found, the best first."""

    def titles_of(typed: str, **narrowed: object) -> list[str]:
        return [entry.title for entry in find(typed, **narrowed).entries]

    return titles_of


@pytest.fixture
def small_world(db, settings):
    """Nothing but what the test makes."""
    settings.SEARCHED_ELSEWHERE = {}
