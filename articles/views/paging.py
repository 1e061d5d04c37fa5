"""Long lists, one page at a time."""

from collections.abc import Iterable

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest

from articles.models.published import MOST_LISTED

ROWS = 24


class ListPage(Page):
    """One page of a list that knows the numbers to offer, with gaps where there are many."""

    @property
    def numbers(self) -> Iterable[int | str]:
        return self.paginator.get_elided_page_range(self.number, on_each_side=1, on_ends=1)

    @property
    def is_the_last_of_more(self) -> bool:
        """Say whether the list may end here only because it would grow too long."""
        return self.end_index() == MOST_LISTED


class Pages(Paginator):
    """A list in pages."""

    def _get_page(self, *args: object, **kwargs: object) -> ListPage:
        return ListPage(*args, **kwargs)


def page_of(request: HttpRequest, rows: object) -> ListPage:
    """Return the page that the address asks for; a page that is not there is not found."""
    try:
        return Pages(rows[:MOST_LISTED], ROWS).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error
