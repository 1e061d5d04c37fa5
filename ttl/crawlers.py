"""What programs ask for first: robots.txt, llms.txt, security.txt and the map of the site."""

from datetime import timedelta
from functools import partial

from django.conf import settings
from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.addresses import ENGLISH, OTHERS, absolute, in_language
from ttl.middleware import KEYED_ADDRESSES
from ttl.sitemap import Entries

# How many addresses one file of a map holds: few enough to be written at once.
ADDRESSES = 2_000
# How long a program may trust the contact, by RFC 9116 less than a year.
CONTACT_DAYS = 180
XML = "application/xml"
PLAIN = "text/plain; charset=utf-8"
TO_READ = (
    ("Articles", "articles:list", "the evidence, newest first"),
    ("Topics", "articles:topics", "the same by subject"),
    ("Questions", "articles:faq", "short answers"),
    ("Sources", "articles:sources", "every study and guideline, with its figures as printed"),
    ("How we rate evidence", "articles:rating", "what the five words mean"),
    ("Glossary", "articles:glossary", "what the words mean"),
    ("Exercises", "planner:exercises", "how to do each one, and who should leave it out"),
    ("Help lines", "planner:help", "who to call or text, by country"),
    ("Feed", "articles:feed", "new articles (Atom)"),
    ("Map", "sitemap", "every public page"),
)


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Keep programs away from private plans, and lead them to the map."""
    private = [
        in_language(address, language)
        for language in (ENGLISH, *OTHERS)
        for address in KEYED_ADDRESSES
    ]
    context = {"sitemap": absolute(request, reverse("sitemap")), "private": private}
    return render(request, "robots.txt", context, content_type=PLAIN)


@require_safe
@cache_control(public=True, max_age=3600)
def llms(request: HttpRequest) -> HttpResponse:
    """Tell language models what TTL is, and what must not be lost when they repeat it."""
    pages = [(name, absolute(request, reverse(place)), about) for name, place, about in TO_READ]
    return render(request, "llms.txt", {"pages": pages}, content_type=PLAIN)


@require_safe
@cache_control(public=True, max_age=86_400)
def security(request: HttpRequest) -> HttpResponse:
    """Say who hears of a weakness (RFC 9116), where somebody does."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    context = {
        "contact": settings.SECURITY_CONTACT,
        "expires": f"{timezone.now() + timedelta(days=CONTACT_DAYS):%Y-%m-%dT00:00:00Z}",
        "canonical": absolute(request, reverse("security")),
    }
    return render(request, "security.txt", context, content_type=PLAIN)


@require_safe
def sitemap(request: HttpRequest, size: int = ADDRESSES) -> HttpResponse:
    """Map every public page; where they are too many for one file, map the files first."""
    whole = partial(absolute, request)
    parts = Paginator(Entries(), size)
    if parts.num_pages > 1 and "part" not in request.GET:
        files = [f"{whole(request.path)}?part={number}" for number in parts.page_range]
        return render(request, "sitemap_index.xml", {"parts": files}, content_type=XML)
    try:
        part = parts.page(request.GET.get("part", 1))
    except InvalidPage as error:
        raise Http404 from error
    pages = [
        (whole(entry.address), entry.changed_at and entry.changed_at.isoformat(timespec="seconds"))
        for entry in part
    ]
    return render(request, "sitemap.xml", {"pages": pages}, content_type=XML)
