"""What is the same for everybody: made once in each language, and kept while the process lives."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

from django.conf import settings
from django.utils.translation import get_language, override

# More than all exercises and rules in two languages; a process never holds more of one kind.
MOST = 1024
Made = TypeVar("Made")


def once_a_language(make: Callable[..., Made]) -> Callable[..., Made]:
    """Keep what a function of codes makes; nothing that a person has told may be among them."""

    @lru_cache(maxsize=MOST)
    def kept(language: str | None, *codes: Any) -> Made:
        with override(language):
            return make(*codes)

    @wraps(make)
    def fixed(*codes: Any) -> Made:
        # While a site is being made, a changed template is seen at once.
        return make(*codes) if settings.DEBUG else kept(get_language(), *codes)

    return fixed
