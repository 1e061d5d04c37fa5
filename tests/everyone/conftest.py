"""The album: every page is asked for once, whatever looks at it then."""

import pytest
from django.core.management import call_command

from tests.everyone.album import Album
from tests.everyone.plan_pages import add_plan_pages
from tests.everyone.public_pages import (
    add_page_of_the_proxy,
    add_public_pages,
    add_review_pages,
)
from tests.everyone.staff_pages import add_staff_pages

KEPT: list[Album] = []


@pytest.fixture
def album(db, tmp_path):
    """Every page of the shipped site, in every state; nobody may change it."""
    if not KEPT:
        KEPT.append(every_page(tmp_path))
    return KEPT[0]


def every_page(folder) -> Album:
    """Ask for every page there is."""
    call_command("load_content", verbosity=0)
    album = Album()
    for language in ("", "/es"):
        add_public_pages(album, language)
        add_plan_pages(album, language)
    add_page_of_the_proxy(album, folder)
    add_review_pages(album)
    add_staff_pages(album)
    return album
