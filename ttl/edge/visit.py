"""One making of a page: what the edge and the code inside Django tell each other about it."""

from dataclasses import dataclass

from django.http import HttpRequest

from ttl.edge.models import Edition

# Where it stands among what the server tells of a request.
VISIT = "ttl.visit"


@dataclass(slots=True)
class Visit:
    """A page under way that may be kept; `edition` is None for one that no database is read for."""

    edition: str | None
    accepts: str = ""


def note_edition(request: HttpRequest) -> None:
    """Note what the content is called before the page is made of it, and where it is read from.

    So what a page is kept under is never newer than what it shows, however far a copy is behind.
    """
    visit = request.META.get(VISIT)
    if visit and visit.edition is not None:
        visit.edition = Edition.objects.now()
