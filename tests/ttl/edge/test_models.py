"""Whatever changes the content gives it another name, in the same moment, on either database."""

from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.models import Article, FormerAddress, LoadedContent, SearchWord, Topic
from safety.models import Pause
from tests.articles.builders import make_article, make_draft, make_topic
from tests.fuzz.world import make_world
from tests.ttl.edge.test_which import is_watched
from ttl.edge.models import Edition

# No public page that is kept shows these: what is found, what staff do, what was before.
NOT_SHOWN = {
    *("linkcheck", "loadedcontent", "reviewdecision", "reviewlink", "reviewrequest"),
    *("searchentry", "searchword", "synonym", "version"),
}


def settled():
    """The edition, after what PostgreSQL does as a transaction ends."""
    connection.check_constraints()
    return Edition.objects.now()


def test_every_table_of_the_library_is_watched_or_known_not_to_be_shown(edition):
    library = apps.get_app_config("articles").get_models(include_auto_created=True)
    shown = {each._meta.db_table for each in library if each._meta.model_name not in NOT_SHOWN}

    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        watched = {table for table in tables if is_watched(cursor, table)}

    assert watched == shown | {Pause._meta.db_table}


@pytest.mark.django_db(transaction=True)
def test_each_change_of_each_watched_row_is_another_edition(edition):
    make_world()
    Pause.objects.create(reason="We look at one exercise.")
    FormerAddress.objects.create(slug="before", topic=Topic.objects.get())
    seen, rows = [Edition.objects.now()], 0
    with connection.cursor() as cursor:
        watched = [
            table
            for table in connection.introspection.table_names(cursor)
            if is_watched(cursor, table)
        ]
        for table in watched:
            first = f"(SELECT min(id) FROM {table})"  # noqa: S608 - a name of our own
            cursor.execute(f"UPDATE {table} SET id = id WHERE id = {first}")  # noqa: S608
            rows += cursor.rowcount
            seen.append(Edition.objects.now())

    assert rows == len(watched) == 15
    assert len(set(seen)) == len(seen)


@pytest.mark.django_db(transaction=True)
def test_making_changing_in_bulk_and_deleting_are_other_editions(edition):
    seen = [Edition.objects.now()]
    for change in (
        lambda: Topic.objects.bulk_create([Topic(slug="a", name="A"), Topic(slug="b", name="B")]),
        lambda: Topic.objects.update(summary="Short."),
        lambda: Topic.objects.filter(slug="a").delete(),
        lambda: make_draft().topics.add(Topic.objects.get()),
        lambda: Article.objects.get().topics.set([]),
        lambda: Article.objects.all()._raw_delete("default"),
    ):
        change()
        seen.append(Edition.objects.now())

    assert len(set(seen)) == 7


@pytest.mark.django_db(transaction=True)
def test_what_is_taken_back_leaves_the_edition_as_it_was(edition):
    before = Edition.objects.now()

    with transaction.atomic():
        make_topic()
        transaction.set_rollback(True)

    assert Edition.objects.now() == before


@pytest.mark.django_db(transaction=True)
def test_one_transaction_is_one_edition_however_much_it_changes(edition):
    with transaction.atomic():
        for number in range(5):
            make_topic(f"topic-{number}")
        settled()
        inside = Edition.objects.now()

    after = Edition.objects.now()
    assert inside == after


def test_what_no_page_shows_leaves_the_edition_as_it_was(edition):
    before = settled()

    SearchWord.objects.create(word="mood", initial="m", stem="mood")
    LoadedContent.objects.create(kind="article", key="a", fingerprint="b")

    assert settled() == before


def test_an_article_that_is_due_is_another_edition_and_so_is_the_next(edition):
    make_article()
    make_article("first", published_at=timezone.now() + timedelta(hours=1))
    make_article("second", published_at=timezone.now() + timedelta(hours=2))

    seen = []
    for minutes in (0, 59, 61, 119, 121):
        with time_machine.travel(timezone.now() + timedelta(minutes=minutes), tick=False):
            seen.append(settled())

    assert [seen[0] == seen[1], seen[1] == seen[2], seen[2] == seen[3], seen[3] == seen[4]] == [
        True,
        False,
        True,
        False,
    ]


def test_content_without_a_name_has_no_edition(edition):
    Edition.objects.all().delete()

    assert Edition.objects.now() == ""


def test_there_is_one_name_and_no_second(edition):
    with pytest.raises(IntegrityError):
        Edition.objects.create(pk=2, token="second")
