"""Phones for tests of what scripts add; each has a fresh browser profile."""

import pytest

from tests.browser.phones import Phone
from tests.planner.logs import due_today


@pytest.fixture
def visitor(transactional_db):
    """Somebody with three sessions behind them, whose fourth is today."""
    return due_today(3)


@pytest.fixture
def phone(browser, live_server):
    """A phone whose browser has nothing to complain of in the end."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="en-GB")
    phone = Phone(context, live_server.url)
    yield phone
    context.close()
    assert phone.complaints == []
