"""The entries of search stay the same as the rows that they lead to."""

from io import StringIO

import pytest
from django.contrib.auth.models import Permission, User
from django.core.management import call_command
from django.db import IntegrityError

from articles import upkeep
from articles.models import Article, Faq, SearchEntry, SearchWord, Synonym, Takeaway, Term
from articles.search import index
from articles.search.asked import ask
from articles.search.match import Matches
from tests.articles.builders import (
    fill_article,
    make_article,
    make_claim,
    make_draft,
    make_faq,
    make_source,
    make_topic,
)
from tests.articles.reading import values_on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_world")]

CHANGE = "/admin/articles/article/{}/change/"


@pytest.fixture
def desk(client):
    """A browser in which an editor with the rights to this app's models is logged in."""
    eve = User.objects.create_user("eve", is_staff=True)
    eve.user_permissions.set(Permission.objects.filter(content_type__app_label="articles"))
    client.force_login(eve)
    return client


def contents() -> list[tuple[object, ...]]:
    return list(
        SearchEntry.objects.order_by("kind", "key").values_list(
            *("kind", "key", "article", "faq", "term", "source", "title", "text", "url"),
            *("title_stems", "text_stems", "version"),
        )
    )


def in_titles(word: str) -> int:
    return SearchEntry.objects.filter(Matches(ask([word], {}), in_title=True, most=1)).count()


def is_exact() -> bool:
    """Say whether the entries are what a rebuild makes."""
    before = contents()
    index.rebuild()
    return contents() == before != []


def test_every_kind_of_row_has_its_entry():
    fill_article(make_article(), 2)
    Term.objects.create(name="Set", slug="set", words="set, round", meaning="A group.")

    added = index.complete()

    assert (added, SearchEntry.objects.count(), index.complete()) == (6, 6, 0)


def test_an_article_is_found_by_everything_that_its_page_says():
    claim = make_claim()
    article = make_article("one", title="T", summary="Aaa.", body=f"Bbb [[{claim.key}:estimate]].")
    article.how_it_works, article.rating_reason = "* Ccc\n* [Ddd](/x/)", "Eee"
    article.what_the_evidence_says = "|Fff|\n|-|\n|Ggg|"
    article.save()
    Takeaway.objects.create(article=article, text="Hhh.")

    upkeep.changed(article, by=None)

    text = SearchEntry.objects.get(article=article).text
    assert text == "Aaa.\nHhh.\nBbb -0.50.\nCcc\nDdd\nFff\nGgg\nEee"


def test_what_the_desk_changes_is_found_at_once(desk, titles):
    article = fill_article(make_article("one", title="Zebra"), 2)
    index.complete()
    change = CHANGE.format(article.pk)
    sent = {"title": "Giraffe", "slug": "two", "faqs-0-DELETE": "on", "faqs-1-question": "Okapi?"}

    saved = desk.post(change, values_on(desk.get(change)) | sent)

    assert saved.status_code == 302
    assert (titles("zebra"), titles("giraffe"), titles("okapi")) == ([], ["Giraffe"], ["Okapi?"])
    assert SearchEntry.objects.get(title="Giraffe").url == "/articles/two/"
    assert Faq.objects.count() == SearchEntry.objects.filter(kind="question").count() == 1
    assert is_exact()


def test_what_the_desk_deletes_is_gone_from_search(desk):
    article = make_draft("one", title="Zebra")
    make_faq("of-it", question="Zebra?", article=article, on_site_page=False)
    index.complete()
    before = SearchEntry.objects.count()

    desk.post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"})

    assert (before, SearchEntry.objects.count()) == (2, 0)


def test_a_changed_figure_changes_the_texts_that_show_it():
    claim = make_claim()
    article = make_article("one", body=f"It was [[{claim.key}:estimate]].")
    make_faq("two", answer=f"It was [[{claim.key}:estimate]].")
    upkeep.changed(article, by=None)
    claim.estimate = "-0.60"
    claim.save()

    upkeep.changed(claim, by=None)

    assert dict(SearchEntry.objects.exclude(kind="source").values_list("kind", "text")) == {
        "article": "What lifting does for mood.\nIt was -0.60.",
        "question": "It was -0.60.",
    }


@pytest.mark.parametrize("change", ["source", "term", "question"])
def test_a_saved_row_is_found_by_its_new_words(change, titles):
    if change == "source":
        row = make_source(label="Zebra")
    elif change == "term":
        row = Term.objects.create(name="Zebra", slug="z", meaning="M")
    else:
        row = make_faq(question="Zebra")

    upkeep.changed(row, by=None)

    assert titles("zebra") == ["Zebra"]


@pytest.mark.parametrize("make", [make_topic, lambda: Synonym.objects.create(typed="a", means="b")])
def test_rows_that_are_not_found_themselves_need_no_entry(make):
    upkeep.changed(make(), by=None)

    assert SearchEntry.objects.count() == 0


def test_other_names_of_a_term_find_it_like_its_title(titles):
    Term.objects.create(name="Repetition", slug="r", words="repetition, go", meaning="One.")
    make_article("one", title="Long", body="go " * 20)
    index.complete()

    assert titles("go") == ["Repetition", "Long"]


def test_another_name_of_a_term_may_be_only_begun(titles):
    Term.objects.create(name="Repetition", slug="r", words="zebra", meaning="One.")
    index.complete()

    assert titles("zeb") == ["Repetition"]


def test_titles_are_found_as_they_are_now():
    make_article("old", title="Okapi")
    article = make_article("one", title="Zebra")
    index.complete()
    found = [in_titles("zebra")]
    article.title = "Okapi and others"
    article.save()
    index.refresh(article)
    found += [in_titles("zebra"), in_titles("others")]

    article.delete()

    # Of one that is looked at, none is gone.
    assert [*found, in_titles("others"), in_titles("okapi")] == [1, 0, 1, 0, 1]


def test_a_release_that_makes_entries_in_another_way_makes_all_new():
    make_article("one")
    index.complete()
    SearchEntry.objects.update(version=0, text_stems="old")

    assert (index.complete(), SearchEntry.objects.get().text_stems == "old") == (1, False)


def test_a_rebuild_forgets_words_that_nothing_says_any_more():
    article = make_article("one", title="Zebra")
    index.complete()
    article.delete()
    make_article("two", title="Okapi")

    out = StringIO()
    call_command("rebuild_search", stdout=out)

    assert out.getvalue() == "Search: 1 entries made new.\n"
    assert SearchWord.objects.filter(word__in=["zebra", "okapi"]).get().stem == "okapi"


@pytest.mark.parametrize("rows", [1, 30])
def test_a_batch_of_entries_costs_the_same_queries_at_1_and_30_rows(
    django_assert_num_queries, rows
):
    claim = make_claim()
    for number in range(rows):
        make_article(f"a-{number}", body=f"[[{claim.key}]]")
    index.refresh(claim.source)

    with django_assert_num_queries(18):
        index.complete()

    assert SearchEntry.objects.filter(kind="article").count() == rows


def test_what_another_app_gives_comes_and_goes_with_a_release(settings, titles):
    settings.SEARCHED_ELSEWHERE = {"exercise": "planner.search_entries.exercises"}
    index.complete()
    found = titles("goblet")
    unchanged = index.complete()

    settings.SEARCHED_ELSEWHERE = {}
    index.complete()

    assert (found, unchanged, titles("goblet")) == (["Goblet squat"], 0, [])


def test_loading_content_leaves_nothing_to_do(folder):
    call_command("load_content", verbosity=0)

    assert index.complete() == 0
    assert is_exact()


def test_an_entry_without_its_row_is_refused():
    with pytest.raises(IntegrityError):
        SearchEntry.objects.create(kind="article", key="1", title="T", version=1)


def test_a_very_long_text_can_be_saved_and_found(titles):
    body = " ".join(f"lo\u0301ng{number}\u0915\u0916\u0917\u0918\u0919" for number in range(60_000))
    article = make_article("one", title="Zebra", body=body)

    upkeep.changed(article, by=None)

    assert titles("zebra") == ["Zebra"]
    assert Article.objects.count() == SearchEntry.objects.count()
