"""A database that fails in the middle of a request: help comes, and nothing is called a mistake."""

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpResponse
from django.urls import path

from tests.planner.people import finished
from ttl import urls

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def remember(request):
    request.session["seen"] = True
    return HttpResponse("seen")


urlpatterns = [path("remember/", remember), *urls.urlpatterns]
handler400 = "ttl.views.bad_request"
handler500 = "ttl.views.server_error"


class Fails:
    """Answers so many questions, or those without such a word, and then fails."""

    def __init__(self, *, error=OperationalError, after=0, word=""):
        self.error, self.left, self.word = error, after, word

    def __call__(self, execute, sql, *rest):
        if self.word not in sql:
            return execute(sql, *rest)
        if self.left == 0:
            raise self.error("connection already closed")
        self.left -= 1
        return execute(sql, *rest)


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
@pytest.mark.parametrize(
    ("tail", "said", "told"),
    [
        ("questions/3/", {"self_harm": "yes"}, "Please get help now"),
        ("safe/", {"safe": "no"}, "Please get help now"),
        ("mood/", {"self_harm": "yes"}, "Please get help now"),
        ("session/1/", {"stop_symptom": "chest_pain"}, "Please stop here"),
    ],
)
def test_a_call_for_help_is_answered_while_the_connection_breaks(tail, said, told, error):
    visitor = finished()

    with connection.execute_wrapper(Fails(error=error, word="planner_privateplan")):
        answer = visitor.post(tail, said)

    assert answer.status_code == 200
    assert told in answer.content.decode()


def test_a_missing_page_stays_one_when_its_neighbours_cannot_be_looked_for(client):
    # The first two ask whether it is there, and where it has gone.
    third = Fails(after=2, word="articles_article")

    with connection.execute_wrapper(third):
        answer = client.get("/articles/no-such-article/")

    assert third.left == 0
    assert answer.status_code == 404
    assert "Did you mean" not in answer.content.decode()


def test_a_session_of_staff_that_cannot_be_saved_is_a_fault_and_not_a_bad_request(admin_client):
    admin_client.raise_request_exception = False

    with connection.execute_wrapper(Fails(word="UPDATE")):
        answer = admin_client.get("/remember/")

    assert answer.status_code == 503
