"""Anybody can say that something is wrong; their words are sealed and reach the desk."""

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client

from safety.models import Report
from tests.articles.builders import make_staff
from tests.ttl.pages import read, text

pytestmark = pytest.mark.django_db
TOLD = {
    "kind": "harm",
    "message": "I fell off the step.",
    "place": "Step-up",
    "contact": "me@example.org",
}


def send(client, **changes):
    return client.post("/report/", TOLD | changes)


def test_a_report_is_kept_sealed_and_opens_for_staff(client):
    page = send(client)

    report = Report.objects.get()
    assert (page.status_code, page["Location"]) == (302, "/report/sent/")
    assert (report.kind, report.words.message, report.words.contact) == (
        "harm",
        TOLD["message"],
        TOLD["contact"],
    )
    assert b"fell" not in bytes(report.sealed)
    assert not page.cookies


def test_two_answers_are_enough(client):
    assert send(client, place="", contact="").status_code == 302


def test_a_private_link_that_was_pasted_is_not_kept(client):
    token = "a" * 43

    send(client, message=f"It is https://ttl.example/plan/{token}/ here", place=f"/plan/{token}/")

    words = Report.objects.get().words
    assert (words.message, words.place) == (
        "It is https://ttl.example/plan/[…]/ here",
        "/plan/[…]/",
    )


def test_what_is_missing_is_asked_for_and_what_was_typed_is_still_there(client):
    page = read(send(client, kind="").content.decode())

    assert text(page.find("body/main//*[@class='error-summary']//li")) == "Choose what it is about."
    assert page.find("body/main//textarea").text.strip() == TOLD["message"]
    assert Report.objects.count() == 0


def test_another_site_cannot_send_a_report_through_a_visitor(client):
    page = client.post("/report/", TOLD, headers={"sec-fetch-site": "cross-site"})

    assert (page.status_code, Report.objects.count()) == (403, 0)


def test_the_form_needs_no_token():
    assert send(Client(enforce_csrf_checks=True)).status_code == 302


@pytest.mark.parametrize("role", ["Editor", "Clinical reviewer", "Administrator"])
def test_staff_read_a_report_and_close_it_by_saying_what_was_done(client, role):
    send(client)
    report = Report.objects.get()
    address = f"/admin/safety/report/{report.pk}/change/"
    client.force_login(make_staff(role, "sam"))

    assert TOLD["message"] in client.get(address).content.decode()
    client.post(address, {"outcome": "Step-ups now say which height."})

    report.refresh_from_db()
    assert report.closed_on is not None


def test_an_author_reads_no_report(client):
    send(client)
    client.force_login(make_staff("Author", "sam"))

    assert client.get("/admin/safety/report/").status_code == 403


def test_a_report_whose_secret_is_gone_says_so_at_the_desk(client, settings):
    send(client)
    settings.PLAN_SECRETS = {"2": "another-secret"}
    client.force_login(make_staff("Editor", "sam"))

    page = client.get(f"/admin/safety/report/{Report.objects.get().pk}/change/")

    assert "no longer in use" in page.content.decode()


def test_a_report_of_an_older_secret_is_read_while_it_is_kept(client, settings):
    send(client)
    settings.PLAN_SECRETS = {"2": "another-secret", **settings.PLAN_SECRETS}

    assert Report.objects.get().words.message == TOLD["message"]


def test_reports_move_to_the_newest_secret_and_a_lost_one_is_counted(client, settings):
    send(client)
    old = settings.PLAN_SECRETS
    settings.PLAN_SECRETS = {"2": "another-secret", **old}
    assert len(Report.objects.all().behind()) == 1

    assert Report.objects.all().reseal() == 0

    assert Report.objects.all().behind() == []
    settings.PLAN_SECRETS = {"2": "another-secret"}
    assert Report.objects.get().words.message == TOLD["message"]
    settings.PLAN_SECRETS = old
    assert Report.objects.all().reseal() == 1


def test_the_command_fails_while_a_report_of_harm_waits(client, capsys):
    call_command("open_reports")
    assert capsys.readouterr().out == "Reports waiting: 0.\n"

    send(client, kind="wrong")
    call_command("open_reports")
    assert capsys.readouterr().out == "Reports waiting: 1.\n"

    send(client)
    with pytest.raises(CommandError, match="May be about harm: 1"):
        call_command("open_reports")


def test_a_report_is_erased_a_year_after_it_was_dealt_with(client):
    with time_machine.travel("2026-01-10"):
        send(client)
        Report.objects.update(closed_on="2026-01-10", outcome="Mended.")
    with time_machine.travel("2027-01-10"):
        call_command("open_reports", verbosity=0)
        assert Report.objects.count() == 1
    with time_machine.travel("2027-01-11"):
        call_command("open_reports", verbosity=0)
        assert Report.objects.count() == 0
