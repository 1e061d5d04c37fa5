"""Two editors at once: the second is told, sees both texts and chooses."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client

from articles import history
from articles.models import Article, Faq, Source
from tests.articles.builders import fill_article, make_draft, make_faq, make_source
from tests.articles.reading import text_of, values_on

pytestmark = pytest.mark.django_db

TOLD = "Two people wrote at the same time"


def desk_of(name):
    """A browser in which an editor of this name is logged in."""
    user = User.objects.create_user(name.lower(), first_name=name, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="articles"))
    desk = Client()
    desk.force_login(user)
    return desk


@pytest.fixture
def article():
    return fill_article(make_draft(body="One two three.", how_it_works="Perhaps."), 1)


@pytest.fixture
def form(article):
    return f"/admin/articles/article/{article.pk}/change/"


@pytest.fixture
def overtaken(article, form):
    """Eve has the form open while Bob saves; what the site answers when she saves too."""
    eve, bob = desk_of("Eve"), desk_of("Bob")
    opened = values_on(eve.get(form))
    bob.post(form, values_on(bob.get(form)) | {"body": "One two four."})
    answer = eve.post(form, opened | {"body": "One two five.", "how_it_works": "So it seems."})
    return eve, answer


def differences_on(page):
    return page.content.decode().split("Two people wrote")[1].split("</section>")[0]


def test_the_second_is_told_and_nothing_is_overwritten(article, overtaken):
    _eve, answer = overtaken

    page = text_of(answer)

    article.refresh_from_db()
    assert article.body == "One two four."
    assert TOLD in page
    assert "Bob saved this on" in page
    assert "somebody else saved this page while you were writing" in page


def test_everything_that_the_second_typed_is_still_in_the_form(overtaken):
    _eve, answer = overtaken

    kept = values_on(answer)

    assert (kept["body"], kept["how_it_works"]) == (["One two five."], ["So it seems."])


def test_both_texts_are_shown_word_by_word(overtaken):
    _eve, answer = overtaken

    told = differences_on(answer)

    theirs, mine = told.split("What saving yours would do to theirs")
    assert [word in theirs for word in ("three.", "four.", "five.")] == [True, True, False]
    assert [word in mine for word in ("four.", "five.", "Perhaps.", "seems.")] == [True] * 4


def test_saving_again_puts_the_second_text_over_the_first_which_stays_in_the_history(
    article, form, overtaken
):
    eve, answer = overtaken

    saved = eve.post(form, values_on(answer))

    article.refresh_from_db()
    assert saved.status_code == 302
    assert article.body == "One two five."
    bodies = [history.value_of(each).article.body for each in history.versions_of(article)]
    assert bodies == ["One two five.", "One two four.", "One two three."]


def test_keeping_the_first_text_leaves_the_second_in_the_history(article, overtaken):
    eve, answer = overtaken
    mine = answer.context["conflict"].mine

    eve.post(f"/admin/articles/article/{article.pk}/keep/", {"mine": mine.replace("\n", "\r\n")})

    article.refresh_from_db()
    assert article.body == "One two four."
    newest, aside, *_ = history.versions_of(article)
    assert newest.text == history.text_of(article)
    assert aside.text == mine
    assert aside.note == "Set aside unsaved: somebody else had saved first"


def test_a_third_save_in_between_is_told_again(form, overtaken):
    eve, answer = overtaken
    carl = desk_of("Carl")
    carl.post(form, values_on(carl.get(form)) | {"body": "One two six."})

    again = eve.post(form, values_on(answer))

    assert "Carl saved this on" in text_of(again)


def test_a_question_changed_on_its_own_page_counts_as_a_change_of_the_article(article, form):
    eve, bob = desk_of("Eve"), desk_of("Bob")
    opened = values_on(eve.get(form))
    faq = f"/admin/articles/faq/{article.faqs.get().pk}/change/"
    bob.post(faq, values_on(bob.get(faq)) | {"answer": "A better answer."})

    answer = eve.post(form, opened | {"body": "Mine."})

    assert TOLD in text_of(answer)
    assert article.faqs.get().answer == "A better answer."


@pytest.mark.parametrize(
    ("make", "address", "field"),
    [(make_source, "source", "finding"), (make_faq, "faq", "answer")],
    ids=["source", "question"],
)
def test_every_kind_of_row_is_guarded(make, address, field):
    eve, bob = desk_of("Eve"), desk_of("Bob")
    form = f"/admin/articles/{address}/{make().pk}/change/"
    opened = values_on(eve.get(form))
    bob.post(form, values_on(bob.get(form)) | {field: "By Bob."})

    answer = eve.post(form, opened | {field: "By Eve."})

    assert TOLD in text_of(answer)
    assert {getattr(row, field) for kind in (Source, Faq) for row in kind.objects.all()} == {
        "By Bob."
    }


def test_two_who_saved_the_same_words_are_not_bothered(article, form):
    eve, bob = desk_of("Eve"), desk_of("Bob")
    opened = values_on(eve.get(form))
    bob.post(form, values_on(bob.get(form)) | {"body": "The same."})

    assert eve.post(form, opened | {"body": "The same."}).status_code == 302


def test_a_form_that_does_not_say_what_it_was_made_from_is_not_trusted(article, form):
    eve = desk_of("Eve")
    sent = values_on(eve.get(form)) | {"body": "Mine."}
    del sent["based_on"]

    assert TOLD in text_of(eve.post(form, sent))
    assert Article.objects.get().body == "One two three."


def test_of_two_who_save_in_the_same_moment_one_is_told(transactional_db):
    form = f"/admin/articles/article/{make_draft().pk}/change/"
    desks = [desk_of("Eve"), desk_of("Bob")]
    sent = [values_on(desk.get(form)) | {"body": str(place)} for place, desk in enumerate(desks)]
    barrier = Barrier(2)

    def save(place):
        barrier.wait()
        try:
            return desks[place].post(form, sent[place]).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        codes = list(pool.map(save, range(2)))

    assert sorted(codes) == [200, 302]
    assert Article.objects.get().body == str(codes.index(302))
