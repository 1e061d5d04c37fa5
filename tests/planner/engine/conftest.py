"""One walk through thousands of generated people, shared by all tests that ask about it."""

import pytest

from tests.planner.engine.search import walk


@pytest.fixture(scope="session")
def verdicts():
    """What every check says of every generated answer set."""
    return walk()
