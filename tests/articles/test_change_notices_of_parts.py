"""A question or a figure on a published page is asked about and told to readers like its text."""

import pytest
from django.test import Client
from django.utils import timezone

from articles import upkeep
from articles.models import ChangeNotice, Claim
from tests.articles.builders import make_article, make_claim, make_draft, make_faq
from tests.articles.reading import in_order, text_of
from tests.articles.staff import WHY, desk_of, errors_of, form_of, make_ready, send

pytestmark = pytest.mark.django_db

CHANGES = "/articles/changes/"


@pytest.fixture
def article():
    return make_ready(published_at=timezone.now())


def test_a_question_on_the_page_is_asked_about_too(eve, article):
    faq = make_faq(article=article, answer="Yes, it is.")
    upkeep.changed(faq, by=None)
    changed = {"faqs-0-answer": "Stop when it hurts."}

    asked = send(desk_of(eve), form_of(article), changed)
    send(desk_of(eve), form_of(article), changed | WHY)

    assert list(errors_of(asked)) == ["change_summary", "change_reason"]
    assert ChangeNotice.objects.values_list("article", "about").get() == (article.pk, "safety")


def test_a_question_of_a_page_is_asked_about_on_its_own_form_as_well(eve, article):
    faq = make_faq(article=article, answer="Yes, it is.")
    upkeep.changed(faq, by=None)

    asked = send(desk_of(eve), form_of(faq), {"answer": "Stop when it hurts."})

    assert list(errors_of(asked)) == ["change_summary", "change_reason"]


def test_a_question_that_stands_alone_is_told_on_the_page_of_changes(eve):
    faq = make_faq(answer="Yes, it is.")
    upkeep.changed(faq, by=None)

    asked = send(desk_of(eve), form_of(faq), {"answer": "Ask your doctor first."})
    send(desk_of(eve), form_of(faq), {"answer": "Ask your doctor first."} | WHY)

    assert asked.status_code == 200
    assert in_order(text_of(Client().get(CHANGES)), "Questions and answers", "about safety")


def test_a_changed_figure_is_told_on_every_published_page_that_shows_it(eve):
    claim = make_claim()
    shown = {"body": f"It helped: [[{claim.key}]]."}
    first, second = make_article("first", **shown), make_article("second", **shown)
    make_draft(**shown), make_article("without")

    asked = send(desk_of(eve), form_of(claim), {"estimate": "-0.40"})
    send(desk_of(eve), form_of(claim), {"estimate": "-0.40"} | WHY)

    assert list(errors_of(asked)) == ["change_summary", "change_reason"]
    assert Claim.objects.get().estimate == claim.estimate.from_float(-0.40).quantize(claim.estimate)
    told = ChangeNotice.objects.order_by("article").values_list("article", "about")
    assert list(told) == [(first.pk, "figures"), (second.pk, "figures")]
