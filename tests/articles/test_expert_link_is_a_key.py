"""A link for an expert opens for nobody who does not hold it, and leaks nowhere."""

import io
import logging

import pytest
from django.test import Client

from articles import publishing
from articles.models import ReviewDecision
from articles.models.review import SIGNER
from tests.articles.staff import make_ready

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(eve):
    return publishing.offer_to_expert(
        make_ready(by=eve), by=eve, name="Dr Kim", profession="GP", days=14
    )


@pytest.mark.parametrize(
    "spoil",
    [
        lambda link: f"{link.pk + 1}.{link.token.partition('.')[2]}",
        lambda link: link.token[:-1],
        lambda link: str(link.pk),
        lambda link: SIGNER.sign(link.pk + 1),
    ],
    ids=["the signature of another", "a cut signature", "no signature", "of no link"],
)
def test_an_address_that_we_did_not_sign_leads_nowhere(link, spoil):
    assert Client().get(f"/review/{spoil(link)}/").status_code == 404


def test_a_signature_of_another_use_opens_nothing(link):
    other = type(SIGNER)(sep=".", salt="something.else").sign(link.pk)

    assert Client().get(f"/review/{other}/").status_code == 404


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}],
    ids=["as the browser says", "by its origin"],
)
def test_another_site_cannot_send_the_form(link, headers):
    sent = {
        "outcome": "approve",
        "name": "Dr Kim",
        "profession": "GP",
        "is_true": "on",
        "fingerprint": link.fingerprint,
    }

    refused = Client().post(link.get_absolute_url(), sent, headers=headers)

    assert refused.status_code == 403
    assert ReviewDecision.objects.count() == 0


def test_no_log_line_holds_a_link(link, monkeypatch):
    console = logging.getLogger("django").handlers[0]
    monkeypatch.setattr(console, "stream", io.StringIO())

    Client().get(f"/review/{link.token}x/")

    assert "articles:review 404" in console.stream.getvalue()
    assert link.token not in console.stream.getvalue()
