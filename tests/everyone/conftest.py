"""The album: every page is asked for once, whatever looks at it then."""

import pytest

from tests.everyone.album import Album
from tests.everyone.everything import every_page

KEPT: list[Album] = []


@pytest.fixture
def album(db, tmp_path):
    """Every page of the shipped site, in every state; nobody may change it."""
    if not KEPT:
        KEPT.append(every_page(tmp_path))
    return KEPT[0]
