"""The glossary at the editors' desk."""

import pytest
from django.contrib.auth.models import Permission, User

from articles.models import Term
from tests.articles.reading import text_of, values_on

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/term/"


@pytest.fixture
def desk(client):
    """A browser in which an editor is logged in."""
    eve = User.objects.create_user("eve", is_staff=True)
    eve.user_permissions.set(Permission.objects.filter(content_type__app_label="articles"))
    client.force_login(eve)
    return client


def add(desk, **typed: str):
    return desk.post(f"{LIST}add/", values_on(desk.get(f"{LIST}add/")) | typed)


def test_an_editor_adds_a_word_and_readers_see_it_at_once(desk, client):
    add(desk, name="Repetition", slug="repetition", words="rep", meaning="One whole movement.")

    assert "One whole movement." in text_of(client.get("/glossary/"))


def test_a_word_taken_by_another_term_is_told_at_its_field(desk):
    Term.objects.create(name="Repetition", slug="repetition", words="rep", meaning="One.")

    page = text_of(add(desk, name="Rep", slug="rep", words="Rep", meaning="Short."))

    assert "“rep” leads to “Repetition” already." in page
    assert 'value="Rep"' in page
    assert Term.objects.count() == 1


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_costs_the_same_queries_at_1_and_30_rows(desk, django_assert_num_queries, rows):
    for number in range(rows):
        Term.objects.create(name=f"T{number}", slug=f"t{number}", meaning="M.")
    desk.get("/admin/")  # the first page of a session starts its clocks

    with django_assert_num_queries(8):
        assert text_of(desk.get(LIST)).count("field-words") == rows
