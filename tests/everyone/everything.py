"""The whole album, made once."""

import gc
from pathlib import Path

from django.core.management import call_command

from planner.fixed import Fixed
from tests.everyone.album import Album
from tests.everyone.plan_pages import add_plan_pages
from tests.everyone.public_pages import (
    add_page_of_the_proxy,
    add_public_pages,
    add_review_pages,
)
from tests.everyone.staff_pages import add_staff_pages


def every_page(folder: Path) -> Album:
    """Ask the shipped site for every page in every state, in both languages."""
    call_command("load_content", verbosity=0)
    _forget_pieces()
    album = Album()
    for language in ("", "/es"):
        add_public_pages(album, language)
        add_plan_pages(album, language)
    add_page_of_the_proxy(album, folder)
    add_review_pages(album)
    add_staff_pages(album)
    return album


def _forget_pieces() -> None:
    """Have each piece that is kept made anew, so that its template is seen at work."""
    for each in gc.get_objects():
        if isinstance(each, Fixed):
            each._kept.cache_clear()
