"""What is the same for everybody: made once in each language, and kept while the process lives."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.utils.translation import get_language

# More than all exercises and rules in two languages; a process never holds more of one kind.
MOST = 2048
Made = TypeVar("Made")


class Fixed(Generic[Made]):
    """A function of codes and of our own words, whose results are kept.

    Nothing that a person has told may be among what it is given.
    """

    def __init__(self, make: Callable[..., Made]) -> None:
        self.make = make
        self.__doc__, self.__name__ = make.__doc__, make.__name__
        self._kept = lru_cache(maxsize=MOST)(self._made)

    def __call__(self, *codes: Any) -> Made:
        return self.each([codes])[0]

    def each(self, all_codes: Iterable[tuple[Any, ...]]) -> list[Made]:
        """Give one result for each; asking for the language takes as long as finding one."""
        if settings.DEBUG:
            # While a site is being made, a changed template is seen at once.
            return [self.make(*codes) for codes in all_codes]
        language = get_language()
        return [self._kept(language, *codes) for codes in all_codes]

    def _made(self, _language: str | None, *codes: Any) -> Made:
        return self.make(*codes)
