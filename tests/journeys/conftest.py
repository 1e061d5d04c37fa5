"""Browsers for the journeys: one Chromium a worker, and in it one fresh profile a person."""

import pytest
from django.core.management import call_command

from tests.journeys.every_page import (
    Reader,
    fits_the_smallest_phone,
    has_a_title_that_tells_nothing,
)
from tests.journeys.visitor import Visitor


@pytest.fixture(scope="session")
def reader(browser):
    """A second browser with scripts on, for the pages of those who have them off."""
    context = browser.new_context()
    yield Reader(context.new_page())
    context.close()


@pytest.fixture(params=[True, False], ids=["scripts on", "scripts off"])
def scripts(request):
    return request.param


@pytest.fixture
def shipped_content(transactional_db):
    """The articles and sources that ship with the site."""
    call_command("load_content", verbosity=0)


@pytest.fixture
def meet(browser, live_server, reader):
    """Meet people, each with a phone of their own unless said otherwise; see them off after."""
    met = []

    def meet_one(*, scripts=True, **setup):
        violations = reader.violations if scripts else reader.violations_without_scripts

        def look(page):
            if not reader.is_new(page, scripts, *map(str, setup.items())):
                return
            assert violations(page) == {}
            fits_the_smallest_phone(page)
            has_a_title_that_tells_nothing(page)

        met.append(Visitor(browser, live_server.url, look, java_script_enabled=scripts, **setup))
        return met[-1]

    yield meet_one
    for visitor in met:
        visitor.leaves()
