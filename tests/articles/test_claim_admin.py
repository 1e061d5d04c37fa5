"""Editors keep the ledger without help, and cannot break a page by it."""

import pytest
from django.contrib.auth.models import Permission, User

from articles.models import Citation, Claim
from tests.articles.builders import make_article, make_claim, make_draft, make_faq, make_source
from tests.articles.reading import text_of, values_on

pytestmark = pytest.mark.django_db

LEDGER = "/admin/articles/claim/"


@pytest.fixture
def desk(client):
    eve = User.objects.create_user("eve", is_staff=True)
    eve.user_permissions.set(Permission.objects.filter(content_type__app_label="articles"))
    client.force_login(eve)
    return client


def send(desk, address: str, changes: dict[str, object]):
    return desk.post(address, values_on(desk.get(address)) | changes)


def test_an_editor_adds_a_row_as_printed(desk):
    typed = {
        "key": "roe-2021-mood",
        "source": make_source("roe-2021").pk,
        "outcome": "Mood",
        "population": "Adults",
        "measure": "smd",
        "estimate": "-0.40",
        "low": "-0.60",
        "high": "-0.20",
        "interval": "confidence",
        "level": "95",
        "better": "lower",
        "checked_date": "2026-11-23",
    }

    wrong = send(desk, LEDGER + "add/", typed | {"low": "-0.30", "note": "Kept."})
    saved = send(desk, LEDGER + "add/", typed)

    assert "The figure must lie between low and high" in text_of(wrong)
    assert 'value="Kept."' in text_of(wrong)
    assert saved.status_code == 302
    assert Claim.objects.get().effect.benefit() == "0.40 (0.20 to 0.60)"


def test_the_ledger_shows_markers_to_copy_and_figures_at_a_glance(desk):
    make_claim()

    page = text_of(desk.get(LEDGER + "?q=mood"))

    assert "[[doe-2020-mood]]" in page
    assert "-0.50 (95% confidence interval -0.70 to -0.30)" in page


def test_a_row_says_where_it_is_shown_and_then_cannot_be_deleted(desk):
    claim = make_claim()
    article = make_article(body="[[doe-2020-mood]]")
    change, delete = (f"{LEDGER}{claim.pk}/{page}/" for page in ("change", "delete"))

    page = text_of(desk.get(change))
    refused = desk.post(delete, {"post": "yes"})
    article.delete()
    deleted = desk.post(delete, {"post": "yes"})

    assert "article lifting-and-mood" in page
    assert (refused.status_code, deleted.status_code) == (403, 302)
    assert Claim.objects.count() == 0


def test_the_key_that_texts_use_stays_as_it_was(desk):
    claim = make_claim()

    send(desk, f"{LEDGER}{claim.pk}/change/", {"key": "other", "note": "New."})

    claim.refresh_from_db()
    assert (claim.key, claim.note) == ("doe-2020-mood", "New.")


def test_the_ledger_costs_the_same_queries_at_1_and_30_rows(desk, django_assert_max_num_queries):
    for number in range(30):
        make_claim(f"row-{number}")
    desk.get("/admin/")  # the first page of a session starts its clocks

    with django_assert_max_num_queries(11):
        page = desk.get(LEDGER)

    assert page.context["cl"].result_count == 30


def test_an_unknown_marker_is_told_at_its_field_and_the_text_is_kept(desk):
    draft = make_draft()

    page = send(desk, f"/admin/articles/article/{draft.pk}/change/", {"body": "Down [[gone]]!"})

    errors = page.context["adminform"].form.errors
    assert list(errors) == ["body"]
    assert "“[[gone]]” names no row of the ledger" in errors["body"][0]
    assert "Down [[gone]]!" in text_of(page)


def test_publishing_asks_for_the_sources_of_the_figures_shown(desk):
    claim, other = make_claim(), make_source("other")
    article = make_article(body="[[doe-2020-mood]]")
    Citation.objects.create(article=article, source=other)
    change = f"/admin/articles/article/{article.pk}/change/"

    refused = send(desk, change, {})
    Citation.objects.create(article=article, source=claim.source)
    saved = send(desk, change, {})

    assert "The text shows figures of Label of source-of-doe-2020-mood" in text_of(refused)
    assert saved.status_code == 302


def test_strong_is_refused_at_the_rating_with_what_to_do(desk):
    article = make_article()
    Citation.objects.create(article=article, source=make_source())

    page = send(desk, f"/admin/articles/article/{article.pk}/change/", {"rating": "strong"})

    [error] = page.context["adminform"].form.errors["rating"]
    assert "At least 3 sources" in error
    assert "choose a lower rating" in error


@pytest.mark.parametrize(
    ("shown", "emptied"),
    [("benefit", {"better": ""}), ("studied", {"trials": ""})],
)
def test_a_row_keeps_every_form_that_a_text_shows(desk, shown, emptied):
    claim = make_claim(trials=3)
    make_faq("why", answer=f"See [[doe-2020-mood:{shown}]].")

    page = send(desk, f"{LEDGER}{claim.pk}/change/", emptied)

    assert f"The question why shows [[doe-2020-mood:{shown}]]" in text_of(page)
    assert Claim.objects.get() == claim
    assert Claim.objects.get().figure.forms == claim.figure.forms
