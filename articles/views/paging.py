"""Long lists, one page at a time."""

from collections.abc import Iterable

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest

ROWS = 24


class ListPage(Page):
    """One page of a list that knows the numbers to offer, with gaps where there are many."""

    @property
    def numbers(self) -> Iterable[int | str]:
        return self.paginator.get_elided_page_range(self.number, on_each_side=1, on_ends=1)


class Pages(Paginator):
    """A list in pages."""

    def _get_page(self, *args: object, **kwargs: object) -> ListPage:
        return ListPage(*args, **kwargs)


def page_of(request: HttpRequest, rows: object) -> ListPage:
    """Return the page that the address asks for; a page that is not there is not found."""
    try:
        return Pages(rows, ROWS).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error
