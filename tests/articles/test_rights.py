"""Each role of the desk may do its work, and only its work."""

import pytest

from articles.admin.rights import LEAVE_IT
from articles.models import Article, Faq, Source, Term, Topic
from articles.roles import AUTHOR, EDITOR, REVIEWER
from tests.articles.builders import (
    make_article,
    make_claim,
    make_draft,
    make_faq,
    make_scheduled,
    make_source,
    make_staff,
    make_topic,
)
from tests.articles.reading import text_of, values_on

pytestmark = pytest.mark.django_db

NEW = {"title": "New", "slug": "new", "summary": "What is new?", "rating": "early"}
QUESTION = {"question": "Why?", "slug": "why", "answer": "Because.", "section": "start"}


@pytest.fixture
def desk(client):
    """Open the desk in a role."""

    def sign_in(role):
        client.force_login(make_staff(role))
        return client

    return sign_in


def address(row, page="change"):
    return f"/admin/articles/{row._meta.model_name}/{row.pk}/{page}/"


def send(client, place, changes):
    return client.post(place, values_on(client.get(place)) | changes)


def test_an_author_writes_a_draft_with_a_question_and_its_source(desk):
    author = desk(AUTHOR)
    source = make_source()
    cited = {"citations-0-source": source.pk, "citations-0-position": "1"}

    saved = send(author, "/admin/articles/article/add/", NEW | cited)
    article = Article.objects.get()
    asked = send(author, "/admin/articles/faq/add/", QUESTION | {"article": article.pk})

    assert (saved.status_code, asked.status_code) == (302, 302)
    assert [faq.article for faq in Faq.objects.all()] == [article]
    assert list(article.citations.values_list("source", flat=True)) == [source.pk]


def test_an_author_cannot_publish_nor_say_who_reviewed(desk):
    author = desk(AUTHOR)
    draft = make_draft()
    sneaked = {
        "published_at_0": "2026-11-01",
        "published_at_1": "09:00:00",
        "reviewer_name": "Dr Ada",
        "reviewed_date": "2026-11-01",
        "next_review_date": "2027-11-01",
        "title": "Better",
    }

    saved = send(author, address(draft), sneaked)

    draft.refresh_from_db()
    assert saved.status_code == 302
    assert (draft.title, draft.published_at, draft.reviewer_name) == ("Better", None, "")


def with_readers():
    """Rows that readers can see, or soon will, by name."""
    live, source = make_article(), make_source()
    live.citations.create(source=source)
    shown, linked = make_claim("shown-mood"), make_source("linked-2020")
    return {
        "a published article": live,
        "a scheduled article": make_scheduled(),
        "a question of a published article": make_faq("on-article", article=live),
        "a question of the site": make_faq(
            "on-site", answer="See [[shown-mood]] and [more](/sources/linked-2020/)."
        ),
        "a source of a published article": source,
        "a source behind a shown figure": shown.source,
        "a source that an answer links to": linked,
        "a source of the rulebook": make_source("rulebook-2020", rulebook_id="E-01"),
        "a shown claim": shown,
        "a claim of a cited source": make_claim("doe-2020-sleep", source=source),
    }


def waiting():
    """Rows that no reader can see yet, but for the source's own page, by name."""
    draft = make_draft(body="See [[quiet-mood]].")
    quiet = make_claim("quiet-mood")
    draft.citations.create(source=quiet.source)
    question = make_faq("later", article=draft, on_site_page=True, answer="[[quiet-mood]]")
    return {
        "a draft": draft,
        "its question": question,
        "its claim": quiet,
        "its source": quiet.source,
    }


def test_an_author_reads_what_readers_see_with_the_reason_why_it_is_closed(desk):
    author = desk(AUTHOR)
    rows = with_readers()

    read = {name: author.get(address(row)) for name, row in rows.items()}
    sent = {name: author.post(address(row), {"title": "x"}) for name, row in rows.items()}
    deleted = {
        name: author.post(address(row, "delete"), {"post": "yes"}) for name, row in rows.items()
    }

    assert {name: LEAVE_IT in text_of(page) for name, page in read.items()} == dict.fromkeys(
        rows, True
    )
    assert {answer.status_code for answer in (*sent.values(), *deleted.values())} == {403}


def test_an_author_changes_what_waits(desk):
    author = desk(AUTHOR)
    rows = waiting()

    saved = {name: send(author, address(row), {}).status_code for name, row in rows.items()}

    assert saved == dict.fromkeys(rows, 302)


def test_an_author_deletes_a_draft_with_all_its_parts(desk):
    author = desk(AUTHOR)
    draft = waiting()["a draft"]

    author.post(address(draft, "delete"), {"post": "yes"})

    assert (Article.objects.count(), Faq.objects.count(), Source.objects.count()) == (0, 0, 1)


def test_an_author_cannot_delete_published_articles_by_ticking_them_in_the_list(desk):
    author = desk(AUTHOR)
    live, draft = make_article(), make_draft()
    ticked = {"action": "delete_selected", "_selected_action": [live.pk, draft.pk], "post": "yes"}

    refused = author.post("/admin/articles/article/", ticked)

    assert (refused.status_code, Article.objects.count()) == (403, 2)


@pytest.mark.parametrize("place", ["the site's page", "a published article"])
def test_an_author_cannot_put_a_question_before_readers(desk, place):
    author = desk(AUTHOR)
    live = make_article()
    where = {"on_site_page": "on"} if place == "the site's page" else {"article": live.pk}

    page = send(author, "/admin/articles/faq/add/", QUESTION | where)

    assert "Choose an article that is still a draft" in text_of(page)
    assert Faq.objects.count() == 0


def test_an_author_adds_a_figure_only_to_a_source_that_readers_do_not_meet(desk):
    author = desk(AUTHOR)
    live, quiet = with_readers()["a source of a published article"], make_source("quiet-2020")
    row = {"outcome": "Mood", "population": "Adults", "measure": "smd", "estimate": "0.5"}
    row |= {"decimals": "2", "checked_date": "2026-11-01"}
    add = "/admin/articles/claim/add/"

    refused = send(author, add, row | {"key": "doe-2020-joy", "source": live.pk})
    saved = send(author, add, row | {"key": "quiet-2020-joy", "source": quiet.pk})

    moved = send(author, address(quiet.claims.get()), {"source": live.pk})

    assert ["would see this row at once" in text_of(page) for page in (refused, moved)] == [
        True
    ] * 2
    assert saved.status_code == 302
    assert [claim.key for claim in quiet.claims.all()] == ["quiet-2020-joy"]
    assert live.claims.filter(key="doe-2020-joy").count() == 0


def test_subjects_and_glossary_are_for_an_author_to_read(desk):
    author = desk(AUTHOR)
    topic = make_topic()
    term = Term.objects.create(name="Rep", slug="rep", meaning="One lift.")

    answers = [
        (author.get(address(row)).status_code, author.post(address(row), {}).status_code)
        for row in (topic, term)
    ]

    assert answers == [(200, 403), (200, 403)]


def test_an_editor_publishes_changes_and_deletes(desk):
    editor = desk(EDITOR)
    draft = make_draft()
    draft.citations.create(source=make_source())
    when = {"published_at_0": "2026-11-01", "published_at_1": "09:00:00"}

    published = send(editor, address(draft), when)
    changed = send(editor, address(draft), {"title": "Better"})

    draft.refresh_from_db()
    assert (published.status_code, changed.status_code, draft.title) == (302, 302, "Better")
    editor.post(address(draft, "delete"), {"post": "yes"})
    assert Article.objects.count() == 0


@pytest.mark.parametrize("role", [AUTHOR, EDITOR, REVIEWER])
def test_only_an_administrator_sees_accounts(desk, role):
    assert desk(role).get("/admin/auth/user/").status_code == 403


def test_a_clinical_reviewer_reads_drafts_and_changes_nothing(desk):
    reviewer = desk(REVIEWER)
    rows = [*waiting().values(), make_topic()]

    answers = {
        (
            reviewer.get(address(row)).status_code,
            reviewer.post(address(row), {"title": "x"}).status_code,
            reviewer.post(address(row, "delete"), {"post": "yes"}).status_code,
        )
        for row in rows
    }

    assert answers == {(200, 403, 403)}
    assert reviewer.get(rows[0].get_absolute_url()).status_code == 200
    assert Topic.objects.count() == 1
