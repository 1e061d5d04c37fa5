"""Every address of the desk, filled in with rows that are there, and what stands at each."""

import re
from http.cookies import SimpleCookie
from typing import NamedTuple

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.urls import get_resolver

from articles import history
from articles.models import Synonym, Term
from safety.models import Pause, Report
from safety.sealing import Words, seal
from tests.articles.builders import (
    fill_article,
    make_claim,
    make_draft,
    make_faq,
    make_image,
    make_source,
    make_staff,
    make_topic,
)
from ttl.staff.models import Event, Kind

METHODS = ("get", "post", "put", "patch", "delete", "options", "head")
ANY_PART = re.compile(r"<[^>]*>")


class Page(NamedTuple):
    """One page: its name, what kind of row it is about, its address and its view."""

    name: str
    model: str
    address: str


def make_rows():
    """One row of each kind that the desk shows; none of them is with readers."""
    draft = fill_article(make_draft("row"), 1)
    rows = {
        "article": draft,
        "claim": make_claim("row"),
        "faq": make_faq("row", article=draft),
        "image": make_image("row"),
        "source": make_source("row"),
        "synonym": Synonym.objects.create(typed="row", means="mood"),
        "term": Term.objects.create(name="row", slug="row", meaning="A word."),
        "topic": make_topic("row"),
        "user": make_staff("Author", "somebody"),
        "group": make_staff("Author", "another").groups.get(),
        "report": Report.objects.create(kind="page", sealed=seal(Words(message="row"))),
        "pause": Pause.objects.create(reason="row"),
        "event": Event.objects.create(kind=Kind.SIGNED_IN, who="somebody"),
    }
    return {name: row.pk for name, row in rows.items()}, {
        name: version_of(row) for name, row in rows.items() if row._meta.app_label == "articles"
    }


def version_of(row):
    subject = history.subject_of(row)
    history.record(subject, by=None)
    return history.versions_of(subject)[0].pk


def pages(rows, versions):
    """Every page of the desk, from the table by which Django itself finds them."""
    for route, name in routes(get_resolver().url_patterns):
        if not route.startswith(settings.ADMIN_PATH) or "^" in route or "(?P" in route:
            continue
        model = next((part for part in route.split("/") if part in rows), "")
        number = (
            versions.get(model, 0) if "version_id" in route else rows.get(model, rows["article"])
        )
        kind = str(ContentType.objects.get(app_label="articles", model="article").pk)
        whole = ANY_PART.sub(str(number), route.replace("<path:content_type_id>", kind))
        yield Page(name or "short", model, f"/{whole}")


def routes(patterns, before=""):
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route, pattern.name


def outcome(browser, method, address, sent=None, **headers):
    """Try one thing and undo it, the session's own end too."""
    cookies = browser.cookies.output()
    with transaction.atomic():
        response = getattr(browser, method)(address, sent or {}, headers=headers)
        transaction.set_rollback(True)
    browser.cookies = SimpleCookie(cookies.replace("Set-Cookie: ", ""))
    return response
