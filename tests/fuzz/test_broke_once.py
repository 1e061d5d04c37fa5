"""What once broke something, each by itself: the answer to it now."""

import io
import logging

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.urls import reverse

from articles.models import Claim
from tests.articles.builders import make_claim, make_faq
from tests.articles.reading import values_on
from tests.articles.staff import form_of
from ttl.logs import RedactPlanLinks
from ttl.patience import patient

HUGE = "9" * 30
# The form is read, for its CSRF token, which is not there.
REFUSED = "403 Forbidden"


@pytest.fixture
def as_served():
    """A request as the server hands it over, which leaves the connection of the tests alone."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    yield status_of
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


def status_of(**environ):
    said = {}
    request = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/livez",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "wsgi.input": io.BytesIO(b"age=40"),
        "wsgi.url_scheme": "http",
        "wsgi.errors": io.StringIO(),
        "CONTENT_LENGTH": "6",
    }
    serve = patient(get_wsgi_application())
    serve(request | environ, lambda status, _headers: said.update(status=status))
    return said["status"]


@pytest.mark.parametrize("charset", ["hex", "zip", "rot13", "klingon", "\u0130", '"', "\0"])
@pytest.mark.parametrize("query", ["", "q=%C3%A9"])
def test_an_encoding_that_is_none_of_text_is_no_crash(as_served, charset, query):
    kind = f"application/x-www-form-urlencoded; charset={charset}"

    assert as_served(CONTENT_TYPE=kind, QUERY_STRING=query) == REFUSED


def test_a_body_in_utf8_is_taken_as_ever(as_served):
    kind = 'application/x-www-form-urlencoded; charset="UTF-8"'

    assert as_served(CONTENT_TYPE=kind) == REFUSED


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["javascript:zq9", "9" * 30, "\u0663", "1.5", "-1", "\0", ""])
def test_a_box_that_finds_rows_shows_the_form_again_whatever_was_sent(admin_client, typed):
    claim, faq = make_claim(), make_faq()

    for row, box in ((claim, "source"), (faq, "article")):
        sent = values_on(admin_client.get(form_of(row))) | {box: typed, "position": "x"}
        page = admin_client.post(form_of(row), sent | {"outcome": ""})

        assert page.status_code == 200
        assert 'class="errorlist"' in page.content.decode()


@pytest.mark.django_db
def test_a_reference_or_a_topic_that_is_no_row_is_asked_for_again(admin_client):
    add = reverse("admin:articles_article_add")
    sent = values_on(admin_client.get(add))

    page = admin_client.post(add, sent | {"topics": ["zq9"], "citations-0-source": "zq9"})

    assert page.status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("articles_article_add", {"topics": [HUGE]}),
        ("auth_group_add", {"name": "x", "permissions": [HUGE]}),
        ("articles_topic_changelist", {"action": "delete_selected", "_selected_action": [HUGE]}),
    ],
)
def test_a_number_that_no_row_can_have_is_no_crash_in_a_list(admin_client, address, sent):
    admin_client.raise_request_exception = False

    page = admin_client.post(reverse(f"admin:{address}"), sent)

    # PostgreSQL finds nothing under it, and Django says so.
    assert page.status_code in {200, 302, 400}


@pytest.mark.django_db
def test_half_a_range_in_the_ledger_is_refused_at_the_form(admin_client):
    claim = make_claim()
    sent = values_on(admin_client.get(form_of(claim))) | {"high": ""}

    page = admin_client.post(form_of(claim), sent)

    assert page.status_code == 200
    assert "An interval needs its kind, both ends and its level" in page.content.decode()
    assert Claim.objects.get(pk=claim.pk).high == claim.high


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a\r\nERROR forged", "a\\r\\nERROR forged"),
        ("\x1b[2J\x07\x85\u2028", "\\x1b[2J\\x07\\x85\\u2028"),
        ("half \ud83d", "half \\ud83d"),
        ("naïve \U0001f4aa", "naïve \U0001f4aa"),
    ],
)
def test_a_log_record_stays_on_its_line_and_moves_no_cursor(typed, written):
    record = logging.LogRecord("x", logging.ERROR, "", 0, "The field %s", (typed,), None)

    RedactPlanLinks().filter(record)

    assert record.getMessage() == f"The field {written}"
