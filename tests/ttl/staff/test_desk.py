"""Every page of the desk opens at a steady cost, and its front page is in order."""

import re
from datetime import timedelta

import html5lib
import pytest
import time_machine
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import history
from articles.models import Article, Claim, Faq, Image, Source, Synonym, Term, Topic
from articles.roles import ADMINISTRATOR, AUTHOR, EDITOR, REVIEWER
from safety.models import Pause, Report
from safety.sealing import Words, seal
from tests.articles.builders import (
    fill_article,
    make_article,
    make_claim,
    make_draft,
    make_faq,
    make_image,
    make_source,
    make_staff,
    make_topic,
)
from tests.ttl.pages import read, text

pytestmark = pytest.mark.django_db

INLINE_SCRIPT = r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>"
INLINE_STYLE = r"<style|\sstyle=|\son[a-z]+="


def make_term(name):
    return Term.objects.create(name=name, slug=name, meaning="A word.")


def make_user(name):
    user = User.objects.create_user(name)
    user.groups.add(Group.objects.first())
    return user


def make_pause(name):
    return Pause.objects.create(reason=name, ended_at=timezone.now() + timedelta(hours=1))


# How to make a row of each model that the desk lists.
MAKERS = {
    Article: lambda name: fill_article(make_draft(name), 1),
    Claim: make_claim,
    Faq: lambda name: make_faq(name, article=make_article(f"of-{name}")),
    Group: lambda name: Group.objects.create(name=name),
    Image: make_image,
    Pause: make_pause,
    Report: lambda name: Report.objects.create(kind="page", sealed=seal(Words(message=name))),
    Source: make_source,
    Synonym: lambda name: Synonym.objects.create(typed=name, means="mood"),
    Term: make_term,
    Topic: make_topic,
    User: make_user,
}
LISTED = sorted(admin.site._registry, key=lambda model: model._meta.label)


def desk_of(model):
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/"


def queries_for(client, address):
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address)
    assert page.status_code == 200
    return len(queries), page.context["cl"].result_count


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model._meta.label)
def test_every_list_costs_the_same_queries_at_1_and_30_rows(admin_client, model):
    MAKERS[model]("row-0")
    admin_client.get(desk_of(model))
    at_first, few = queries_for(admin_client, desk_of(model))
    for number in range(1, 31 - few + 1):
        MAKERS[model](f"row-{number}")

    at_last, many = queries_for(admin_client, desk_of(model))

    assert (at_last, many >= 30) == (at_first, True)


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model._meta.label)
def test_every_page_of_a_model_opens_without_inline_script_or_style(admin_client, model):
    row = MAKERS[model]("row")
    desk = admin.site._registry[model]
    request = admin_client.get("/admin/").wsgi_request
    closed = {"add/": not desk.has_add_permission(request)}
    closed[f"{row.pk}/delete/"] = not desk.has_delete_permission(request)

    for page in ("", "add/", f"{row.pk}/change/", f"{row.pk}/history/", f"{row.pk}/delete/"):
        if closed.get(page):
            continue
        response = admin_client.get(desk_of(model) + page)
        html = response.content.decode()
        assert response.status_code == 200, page
        assert re.findall(INLINE_SCRIPT, html) == [], page
        assert re.findall(INLINE_STYLE, html) == [], page


def groups_on(client):
    page = read_admin(client.get("/admin/").content.decode())
    tables = page.find(".//div[@id='content-main']").iter("table")
    return {
        text(table.find("caption")): [text(row) for row in table.iter("th") if row.get("id")]
        for table in tables
    }


def read_admin(html):
    # The admin's own pages are not strict HTML.
    return html5lib.parse(html, namespaceHTMLElements=False)


WRITING = {
    "Articles and questions": ["Articles", "Questions", "Images"],
    "Evidence": ["Sources", "Claims"],
    "Subjects and words": ["Topics", "Terms", "Synonyms"],
    "Reports": ["Due for review", "Links and sources"],
}
SAFETY = {"Safety": ["Reports", "Pauses"]}


@pytest.mark.parametrize(
    ("role", "groups"),
    [(AUTHOR, WRITING), (EDITOR, WRITING | SAFETY), (REVIEWER, WRITING | SAFETY)],
)
def test_the_front_page_lists_by_what_things_are_for(client, role, groups):
    client.force_login(make_staff(role))

    assert groups_on(client) == groups


def test_an_administrator_finds_people_last(client):
    client.force_login(make_staff(ADMINISTRATOR))

    assert list(groups_on(client).items()) == [
        *WRITING.items(),
        *SAFETY.items(),
        ("People", ["Users", "Groups"]),
    ]


def test_whatever_has_no_place_of_its_own_is_listed_all_the_same(admin_client):
    models = {model._meta.verbose_name_plural.capitalize() for model in LISTED}

    assert models <= {name for names in groups_on(admin_client).values() for name in names}


def test_the_desk_says_its_name(admin_client):
    page = read_admin(admin_client.get("/admin/").content.decode())

    assert page.find(".//title").text.strip() == "Your desk | TTL desk"
    assert text(page.find(".//div[@id='site-name']")) == "TTL desk"


def test_the_pages_of_the_second_step_need_no_inline_style(admin_client):
    admin_client.post("/admin/second-step/", {"wish": "begin"})

    for page in ("/admin/second-step/", "/admin/second-step/set-up/"):
        html = admin_client.get(page).content.decode()
        assert read(html).find(".//h1") is not None
        assert re.findall(INLINE_SCRIPT, html) == []
        assert re.findall(INLINE_STYLE, html) == []


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2027-01-05T09:00:00Z", "5 January 2027, 09:00"),
        ("2027-07-05T09:00:00Z", "5 July 2027, 10:00"),
    ],
    ids=["in winter", "in summer"],
)
def test_times_at_the_desk_are_on_the_clock_of_london_and_say_so(admin_client, at, shown):
    article = make_article()
    with time_machine.travel(at, tick=False):
        history.record(article, by=None)

    page = admin_client.get(f"/admin/articles/article/{article.pk}/history/").content.decode()

    assert shown in page
    assert "Times at the desk are on the clock of London." in page
