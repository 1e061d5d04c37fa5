"""Words that people type and our pages do not use lead to the pages all the same."""

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import ValidationError

from articles.content.files import read_content
from articles.models import Synonym
from articles.search import index
from articles.search.query import find
from articles.search.words import stemmed
from tests.articles.builders import make_article
from tests.articles.reading import values_on

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/synonym/add/"


def test_an_editor_adds_a_synonym_and_search_understands_it_at_once(client, small_world, titles):
    eve = User.objects.create_user("eve", is_staff=True)
    eve.user_permissions.set(Permission.objects.filter(content_type__app_label="articles"))
    client.force_login(eve)
    make_article("one", title="No energy")
    index.complete()
    before = titles("running on empty")

    typed = {"typed": "Running on empty", "means": "no energy, tired"}
    saved = client.post(ADD, values_on(client.get(ADD)) | typed)

    assert saved.status_code == 302
    assert (before, titles("running on empty")) == ([], ["No energy"])


@pytest.mark.usefixtures("small_world")
def test_rows_that_say_the_same_are_one_and_odd_ones_do_no_harm(titles):
    make_article("one", title="Zebra")
    make_article("two", title="Okapi")
    for typed, means in (("Stripe", "zebra, !"), ("stripes", "okapi"), ("?", "zebra")):
        Synonym.objects.create(typed=typed, means=means)
    index.complete()

    assert titles("stripes") == ["Okapi", "Zebra"]


def test_a_synonym_says_something():
    with pytest.raises(ValidationError, match="Write at least one word"):
        Synonym(typed="a", means=" , ").full_clean()


def test_every_shipped_synonym_finds_something(shipped):
    assert [each.typed for each in Synonym.objects.all() if not find(each.typed).total] == []


def test_shipped_synonyms_stand_once_and_add_something():
    rows = read_content().synonyms
    typed = [stemmed(row.typed) for row in rows]

    assert sorted({each for each in typed if typed.count(each) > 1}) == []
    assert [row.typed for row in rows if stemmed(row.typed) == stemmed(row.means)] == []
