"""The date of an article moves with everything that it shows, and with nothing else."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Permission, User

from articles import upkeep
from articles.loading import load_content
from articles.models import Article, Citation, Source, Term
from tests.articles.builders import make_article, make_claim, make_faq, make_scheduled, make_source
from tests.articles.reading import values_on
from tests.articles.shipped import change

pytestmark = pytest.mark.django_db

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def all_untouched() -> None:
    Article.objects.update(updated_at=LONG_AGO)


def touched() -> list[str]:
    fresh = Article.objects.filter(updated_at__gt=LONG_AGO)
    return list(fresh.order_by("slug").values_list("slug", flat=True))


@pytest.fixture
def library():
    """Articles that show different things; `other` shows none of them."""
    source = make_source()
    make_claim(source=source)
    make_claim("doe-2020-mood-2", source=source)
    make_article("shows-row", body="It fell by [[doe-2020-mood:estimate]].")
    make_faq("asks", article=make_article("shows-row-in-answer"), answer="[[doe-2020-mood]]")
    Citation.objects.create(article=make_article("cites"), source=source)
    make_article("other", body="[[doe-2020-mood-2]]")
    all_untouched()
    return source


@pytest.mark.parametrize("follow_up", [upkeep.changed, upkeep.will_be_removed])
def test_an_article_moves_with_its_questions_its_sources_and_the_rows_it_shows(library, follow_up):
    article = Article.objects.get(slug="shows-row-in-answer")
    rows = (article.faqs.get(), library, library.claims.get(key="doe-2020-mood"), article)
    moved = []
    for row in rows:
        follow_up(row, by=None)
        moved.append(touched())
        all_untouched()

    assert moved == [
        ["shows-row-in-answer"],
        ["cites"],
        ["shows-row", "shows-row-in-answer"],
        ["shows-row-in-answer"],
    ]


def test_an_article_stays_with_rows_that_it_does_not_show(library):
    for row in (
        make_source("roe-2021"),
        make_faq("of-the-site"),
        Term.objects.create(name="Set", slug="set", meaning="A few in a row."),
    ):
        upkeep.changed(row, by=None)

    assert touched() == []


@pytest.fixture
def desk(client):
    eve = User.objects.create_user("eve", is_staff=True)
    eve.user_permissions.set(Permission.objects.filter(content_type__app_label="articles"))
    client.force_login(eve)
    return client


def save_at(desk, address: str, **changes: object) -> None:
    page = desk.get(address)
    assert desk.post(address, values_on(page) | changes).status_code == 302


def test_a_source_corrected_at_the_desk_moves_the_articles_that_cite_it(desk, library):
    save_at(desk, f"/admin/articles/source/{library.pk}/change/", citation="Corrected.")

    assert (touched(), Source.objects.get().citation) == (["cites"], "Corrected.")


def test_a_question_that_moves_house_moves_both_articles(desk, library):
    faq, other = Article.objects.get(slug="shows-row-in-answer").faqs.get(), "other"
    new_home = Article.objects.get(slug=other)

    save_at(desk, f"/admin/articles/faq/{faq.pk}/change/", article=new_home.pk)

    assert touched() == ["other", "shows-row-in-answer"]


def test_a_question_deleted_at_the_desk_moves_its_article(desk, library):
    faq = Article.objects.get(slug="shows-row-in-answer").faqs.get()

    desk.post(f"/admin/articles/faq/{faq.pk}/delete/", {"post": "yes"})

    assert touched() == ["shows-row-in-answer"]


@pytest.mark.parametrize(
    ("file", "old", "new", "moves"),
    [
        ("faqs.toml", "Twice", "Three times", True),
        ("sources.toml", "A trial.", "One trial.", True),
        ("glossary.toml", "whole", "full", False),
        ("topics.toml", "Old", "New", False),
    ],
)
def test_a_new_release_moves_what_it_changes_and_nothing_else(folder, file, old, new, moves):
    load_content(folder)
    all_untouched()
    load_content(folder)
    unchanged = touched()
    change(folder / file, old, new)

    load_content(folder)

    assert (unchanged, touched()) == ([], ["lifting"] if moves else [])


def test_a_question_that_a_new_release_takes_elsewhere_moves_the_article_it_leaves(folder):
    load_content(folder)
    make_article("new-home")
    all_untouched()
    change(folder / "faqs.toml", '"lifting"', '"new-home"')

    load_content(folder)

    assert touched() == ["lifting", "new-home"]


def test_readers_see_a_scheduled_article_change_when_it_appears():
    early = make_scheduled("soon")
    late = make_article("corrected")

    assert early.changed_at == early.published_at
    assert late.changed_at == late.updated_at
