"""Who may see a preview and send a paste, and where a preview may stand."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from tests.articles.builders import make_draft

pytestmark = pytest.mark.django_db

NEW = "/admin/articles/article/preview/"


def addresses_of(article):
    desk = f"/admin/articles/article/{article.pk}"
    return f"{desk}/change/", f"{desk}/preview/"


@pytest.mark.parametrize("sent", ["get", "post"])
def test_only_the_preview_may_stand_in_a_frame_and_only_in_ours(eves_desk, sent):
    article = make_draft()
    change, preview = addresses_of(article)

    framed = getattr(eves_desk, sent)(preview)
    form = eves_desk.get(change)

    policies = [page["Content-Security-Policy"] for page in (framed, form)]
    assert [re.findall(r"frame-\w+ '\w+'", policy) for policy in policies] == [
        ["frame-ancestors 'self'", "frame-src 'self'"],
        ["frame-ancestors 'none'", "frame-src 'self'"],
    ]
    assert [page["X-Frame-Options"] for page in (framed, form)] == ["SAMEORIGIN", "DENY"]
    assert "no-store" in framed["Cache-Control"]


@pytest.mark.parametrize(
    ("rights", "answers"),
    [
        ([], [403, 403, 403]),
        (["view_article"], [403, 403, 403]),
        (["add_article"], [200, 403, 403]),
        (["change_article"], [403, 200, 200]),
    ],
    ids=["nobody", "a reader", "somebody who adds", "somebody who changes"],
)
def test_a_preview_asks_for_the_right_to_write(client, rights, answers):
    person = User.objects.create_user("sam", is_staff=True)
    person.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(person)
    _change, preview = addresses_of(make_draft())

    got = [client.post(NEW, {}), client.post(preview, {}), client.get(preview)]

    assert [answer.status_code for answer in got] == answers


def test_a_visitor_is_sent_to_log_in(client):
    _change, preview = addresses_of(make_draft())

    answers = [client.get(preview), client.post(preview), client.post(NEW)]

    assert [answer["Location"].partition("?")[0] for answer in answers] == ["/admin/login/"] * 3


def test_nobody_else_can_send_a_form_to_the_preview_or_the_paste(eve):
    stranger = Client(enforce_csrf_checks=True)
    stranger.force_login(eve)

    answers = [stranger.post(NEW, {}), stranger.post("/admin/articles/article/paste/", {})]

    assert [answer.status_code for answer in answers] == [403, 403]


def test_a_preview_of_what_is_not_there_is_not_there(eves_desk):
    assert eves_desk.post("/admin/articles/article/999/preview/").status_code == 404
