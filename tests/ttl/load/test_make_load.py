"""What `make_load` fills a database with opens and is found, and never drowns what is real."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles import history
from articles.loading import load_content
from articles.models import Article, Faq, SearchEntry, Version
from planner.models import PrivatePlan
from planner.state import decode
from tests.articles.builders import make_article
from ttl.load.articles import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def shipped(db):
    """The content that ships with TTL."""
    load_content()


def make_load(**options):
    said = StringIO()
    call_command("make_load", stdout=said, **options)
    return said.getvalue()


def texts():
    return {article.slug: history.text_of(article) for article in made()}


def test_it_makes_as_many_as_it_is_told_and_says_how_fast(shipped, tmp_path):
    links = tmp_path / "links"

    said = make_load(articles=12, plans=3, links=links)

    assert [line.partition(" in ")[0] for line in said.splitlines()] == [
        "12 articles",
        "3 people",
        "3 plans",
    ]
    assert (made().count(), PrivatePlan.objects.count()) == (12, 3)
    assert Faq.objects.filter(article__in=made()).count() == 24
    assert SearchEntry.objects.filter(article__in=made()).count() == 12


def test_every_made_article_is_one_that_the_desk_would_take(shipped):
    make_load(articles=12)

    for article in made():
        article.full_clean()
        [version] = Version.objects.of("article", article.pk)
        assert version.text == history.text_of(article)


def test_a_made_article_is_read_and_found(client, shipped):
    make_load(articles=12)

    assert client.get("/articles/made-7/").status_code == 200
    assert "/articles/made-7/" in client.get("/search/?q=reading+7").content.decode()


def test_the_pages_that_list_everything_do_not_grow(client, shipped):
    before = client.get("/questions/").content

    make_load(articles=3)

    assert client.get("/questions/").content == before


def test_the_same_seed_makes_the_same_texts_and_another_makes_others(shipped):
    make_load(articles=5)
    first = texts()
    made().delete()
    make_load(articles=5)
    again = texts()
    made().delete()
    make_load(articles=5, seed=2)

    assert first == again
    assert [slug for slug, text in texts().items() if text == first[slug]] == []


def test_a_second_run_goes_on_where_the_first_ended(shipped):
    make_load(articles=2)
    make_load(articles=2, yes=True)

    assert sorted(texts()) == ["made-1", "made-2", "made-3", "made-4"]


def test_a_made_plan_opens_by_its_link_which_only_its_owner_can_read(client, tmp_path):
    links = tmp_path / "links"

    make_load(plans=4, links=links)

    opened = [client.get(link) for link in links.read_text().split()]
    assert [page.status_code for page in opened] == [200] * 4
    assert links.stat().st_mode & 0o777 == 0o600


def test_a_made_plan_is_finished_in_date_and_has_a_log(tmp_path):
    links = tmp_path / "links"

    make_load(plans=6, links=links)

    tokens = [link.split("/")[2] for link in links.read_text().split()]
    states = [decode(PrivatePlan.objects.read(token)) for token in tokens]
    assert [state.plan is not None for state in states] == [True] * 6
    assert sum(len(state.chapters[-1].sessions) for state in states) > 6
    assert all(plan.is_finished for plan in PrivatePlan.objects.all())
    assert PrivatePlan.objects.expired().count() == 0


def test_no_two_made_plans_share_a_key(monkeypatch):
    monkeypatch.setattr("ttl.load.management.commands.make_load.PEOPLE", 1)

    make_load(plans=3)

    rows = PrivatePlan.objects.values_list("lookup", "wrapped_key", "payload")
    assert [len(set(column)) for column in zip(*rows, strict=True)] == [3, 3, 3]


def test_links_never_go_over_a_file_that_is_there(tmp_path):
    links = tmp_path / "links"
    links.write_text("something else")

    with pytest.raises(CommandError, match="File exists"):
        make_load(plans=1, links=links)

    assert (links.read_text(), PrivatePlan.objects.count()) == ("something else", 0)


def a_plan():
    PrivatePlan.objects.start(b"somebody's")


def an_article():
    make_article("written-here")


def a_member_of_staff():
    User.objects.create_user("sam")


@pytest.mark.parametrize(
    ("something", "named"),
    [
        (a_plan, "1 plans"),
        (an_article, "1 articles that did not come with TTL"),
        (a_member_of_staff, "1 members of staff"),
    ],
)
def test_it_refuses_to_drown_what_somebody_made_here(something, named):
    something()
    before = (Article.objects.count(), PrivatePlan.objects.count())

    with pytest.raises(CommandError, match=f"in use: it has {named}"):
        make_load(articles=1, plans=1)

    assert (Article.objects.count(), PrivatePlan.objects.count()) == before


def test_without_the_articles_that_ship_it_says_how_to_load_them():
    with pytest.raises(CommandError, match="Load the articles that ship with TTL first"):
        make_load(articles=1)
