"""A change of dose, safety or medicines on a published page is asked about and told to readers."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from articles import publishing, upkeep
from articles.models import Article, ChangeNotice, Faq, ReviewDecision
from tests.articles.builders import make_faq
from tests.articles.reading import in_order, text_of
from tests.articles.staff import (
    EDITOR,
    WHY,
    desk_of,
    errors_of,
    form_of,
    make_person,
    make_ready,
    send,
)

pytestmark = pytest.mark.django_db

PAGE = "/articles/walking-and-sleep/"
CHANGES = "/articles/changes/"
BEFORE = "Walk for ten minutes. It is quite plesant."
LONGER = "Walk for forty minutes. It is quite plesant."
CHECKED = {"change_summary": "Forty minutes, no longer ten.", "change_reviewer": "Dr Ada, GP"}


@pytest.fixture
def article():
    return make_ready(body=BEFORE, published_at=timezone.now())


def reviewed(article):
    """Let a clinician have approved the text."""
    article.reviewer_name, article.reviewed_date = "Dr Kim, GP", date(2026, 11, 1)
    article.next_review_date = date(2027, 11, 1)
    article.reviewed_fingerprint = article.fingerprint
    article.save()
    upkeep.changed(article, by=None)


def test_a_mended_slip_is_saved_at_once_and_not_listed(eve, article):
    saved = send(desk_of(eve), form_of(article), {"body": BEFORE.replace("plesant", "pleasant")})

    assert saved.status_code == 302
    assert ChangeNotice.objects.count() == 0
    assert "Changes to this page" not in text_of(Client().get(PAGE))


def test_a_change_of_dose_is_asked_about_with_everything_typed_still_there(eve, article):
    asked = send(desk_of(eve), form_of(article), {"body": LONGER, "title": "Walking longer"})

    assert list(errors_of(asked)) == ["change_summary", "change_reason"]
    assert "This change touches dose on a page that readers have." in text_of(asked)
    assert (LONGER in text_of(asked), "Walking longer" in text_of(asked)) == (True, True)
    article.refresh_from_db()
    assert (article.body, article.title) == (BEFORE, "Walking and sleep")
    assert ChangeNotice.objects.count() == 0


@pytest.mark.parametrize(
    "answer",
    [
        {"change_summary": "Longer", "change_reason": "Because"},
        {"change_summary": WHY["change_summary"], "change_reason": "  "},
        {"change_reason": WHY["change_reason"]},
        CHECKED,
    ],
    ids=["one word each", "no reason", "no summary", "an editor who calls the change checked"],
)
def test_an_answer_that_says_too_little_is_asked_for_again(eve, article, answer):
    asked = send(desk_of(eve), form_of(article), {"body": LONGER} | answer)

    assert asked.status_code == 200
    assert ChangeNotice.objects.count() == 0


def test_a_stated_reason_is_listed_for_readers_and_ends_the_review(eve, article):
    reviewed(article)

    saved = send(desk_of(eve), form_of(article), {"body": LONGER} | WHY)

    assert saved.status_code == 302
    page, changes = text_of(Client().get(PAGE)), text_of(Client().get(CHANGES))
    told = [
        "Forty minutes, no longer ten.",
        "Not checked by a clinician. Reason:",
        "We misread the source.",
    ]
    assert in_order(page, "Not yet reviewed by a clinician", "Changes to this page", *told)
    assert in_order(changes, "Walking and sleep", "about dose", *told)
    assert "eve" not in page.lower().replace("evening", "").split()


def test_the_change_of_an_editor_who_is_a_clinician_keeps_the_review_and_names_them(article):
    ada = make_person("ada", *EDITOR, "approve_article")
    reviewed(article)

    send(desk_of(ada), form_of(article), {"body": LONGER} | CHECKED)

    page = text_of(Client().get(PAGE))
    assert in_order(page, "Reviewed by Dr Kim, GP", "Its wording was changed since")
    assert "Checked by Dr Ada, GP." in page


def test_a_review_stands_unmarked_until_a_word_changes(eve, article):
    reviewed(article)

    send(desk_of(eve), form_of(article), {})

    page = text_of(Client().get(PAGE))
    assert ("Reviewed by Dr Kim, GP" in page, "changed since" in page) == (True, False)


def test_a_draft_is_changed_without_a_question(eve):
    draft = make_ready("draft", body=BEFORE)

    saved = send(desk_of(eve), form_of(draft), {"body": LONGER})

    assert (saved.status_code, ChangeNotice.objects.count()) == (302, 0)


def test_a_scheduled_page_is_asked_about_but_readers_never_had_the_old_text(eve):
    article = make_ready(body=BEFORE, published_at=timezone.now() + timezone.timedelta(days=1))

    asked = send(desk_of(eve), form_of(article), {"body": LONGER})
    send(desk_of(eve), form_of(article), {"body": LONGER} | WHY)
    Article.objects.update(published_at=timezone.now())

    assert asked.status_code == 200
    assert ChangeNotice.objects.count() == 1
    assert "Changes to this page" not in text_of(Client().get(PAGE))


def test_what_no_form_asked_about_is_listed_by_its_places(article):
    upkeep.will_change(article)
    article.body = LONGER
    article.save()

    upkeep.changed(article, by=None, note="Brought back an earlier text")

    notice = ChangeNotice.objects.get()
    assert (notice.summary, notice.reason) == (
        "Changed: opening text.",
        "Brought back an earlier text",
    )


def test_a_question_that_is_taken_away_is_listed(article):
    faq = make_faq(article=article, answer="Stop when it hurts.")
    upkeep.changed(article, by=None)
    ChangeNotice.objects.all().delete()

    upkeep.will_be_removed(faq, by=None)
    Faq.objects.all().delete()
    upkeep.was_removed(faq, by=None)

    assert ChangeNotice.objects.get().about == "safety"


def test_taking_a_page_back_is_no_way_round_the_notice(eve, article):
    publishing.take_back(article, by=eve)
    send(desk_of(eve), form_of(article), {"body": LONGER})

    publishing.publish(article, by=eve)

    notice = ChangeNotice.objects.get()
    assert (notice.about, notice.reason) == ("dose", publishing.AGAIN)
    assert "Changes to this page" in text_of(Client().get(PAGE))


def test_an_approval_of_the_very_text_speaks_for_the_change(eve, article):
    publishing.take_back(article, by=eve)
    send(desk_of(eve), form_of(article), {"body": LONGER})
    link = publishing.offer_to_expert(article, by=eve, name="Dr Kim", profession="GP", days=1)
    verdict = publishing.Verdict(
        outcome="approve", name="Dr Kim", profession="GP", fingerprint=link.fingerprint
    )
    publishing.decide(article, verdict, link=link)

    publishing.publish(article, by=eve)

    assert ChangeNotice.objects.get().reviewer == "Dr Kim, GP"
    assert "Reviewed by Dr Kim, GP" in text_of(Client().get(PAGE))
    assert ReviewDecision.objects.count() == 1


def test_notices_of_a_page_that_was_taken_back_are_told_to_nobody(eve, article):
    send(desk_of(eve), form_of(article), {"body": LONGER} | WHY)

    publishing.take_back(article, by=eve)

    assert "Forty minutes" not in text_of(Client().get(CHANGES))


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_of_changes_costs_one_query(client, article, rows, django_assert_num_queries):
    for number in range(rows):
        ChangeNotice.objects.create(
            article=article, about="dose", summary=f"Change {number}", reason="-", was_public=True
        )

    with django_assert_num_queries(1):
        page = text_of(client.get(CHANGES))

    assert page.count("Change ") == rows
