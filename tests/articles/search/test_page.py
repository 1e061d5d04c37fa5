"""The page of search: results with reasons, filters, and help where nothing is found."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article
from articles.search import index
from tests.articles.builders import make_article, make_draft, make_faq, make_topic
from tests.articles.reading import in_order, text_of
from tests.ttl.pages import dangling_references, ids, read, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_world")]

NOINDEX = '<meta name="robots" content="noindex">'


@pytest.fixture
def look(client):
    """Search as a visitor does, and read the page."""

    def look_for(typed: str, **narrowed: object) -> str:
        return text_of(client.get("/search/", {"q": typed, **narrowed}))

    return look_for


@pytest.fixture
def zebras():
    """Two articles, one of them on sleep, and a question."""
    sleep = make_topic("sleep")
    one = make_article("one", title="Zebra one", summary="On zebras & <more>.")
    one.topics.add(sleep)
    make_article("two", title="Zebra two")
    make_faq("three", question="Zebra three?")
    index.complete()


def results_on(page: str) -> list[str]:
    return [text(heading) for heading in read(page).findall(".//ol/li/h3")]


def test_a_result_says_what_it_is_and_shows_where_the_words_stand(look, zebras):
    page = look("zebra", topic="sleep")

    assert in_order(
        page,
        '<a href="/articles/one/">',
        "<mark>Zebra</mark> one",
        "Article",
        "On <mark>zebras</mark> &amp; &lt;more&gt;.",
    )
    assert "1 result for “zebra”" in page


def test_results_narrow_by_kind_and_topic_with_counts(look, zebras):
    page = look("zebra")

    links = {text(link): link.get("href") for link in read(page).iter("a")}
    assert links["Articles (2)"] == "?q=zebra&kind=article"
    assert links["Questions (1)"] == "?q=zebra&kind=question"
    assert links["Sleep (1)"] == "?q=zebra&topic=sleep"
    assert results_on(look("zebra", kind="question")) == ["Zebra three?"]
    assert results_on(look("zebra", topic="sleep")) == ["Zebra one"]


@pytest.mark.parametrize("narrowed", [{"kind": "nonsense"}, {"topic": "nonsense"}, {"page": "x"}])
def test_a_filter_that_does_not_exist_is_no_filter(look, zebras, narrowed):
    assert len(results_on(look("zebra", **narrowed))) == 3


def test_filters_that_leave_nothing_can_be_taken_back(look, zebras):
    page = look("zebra", kind="source")

    assert "Nothing found" in page
    assert '<a href="?q=zebra">All kinds</a>' in page


def test_a_mistyped_word_is_told_of_with_a_way_to_search_for_it_all_the_same(look):
    make_article("one", title="Depression")
    index.complete()

    page = look("depresion")

    assert "results for <strong>depression</strong>" in page
    assert results_on(page) == ["Depression"]
    assert 'href="?q=depresion&amp;exact=1"' in page
    assert results_on(look("depresion", exact="1")) == []


def test_a_draft_is_never_shown(look):
    make_draft("draft", title="Zebra", summary="Secret stripes.")
    index.complete()

    assert "Nothing found" in look("zebra")
    assert "stripes" not in look("strip")


def test_without_a_query_the_page_has_ideas_and_may_be_listed(look, zebras):
    page = look("")

    assert "Some ideas" in page
    assert '<a href="/topics/sleep/">Sleep</a>' in page
    assert '<a href="/help/">' in page
    assert NOINDEX not in page


def test_where_nothing_is_found_the_page_helps_on_and_keeps_what_was_typed(look, zebras):
    page = look("okapi <b>")

    assert "Nothing found for “okapi &lt;b&gt;”" in page
    assert 'value="okapi &lt;b&gt;"' in page
    assert '<a href="?q=low+mood">low mood</a>' in page
    assert NOINDEX in page


@pytest.mark.parametrize(("typed", "comes_first"), [("want to die", True), ("zebra", False)])
def test_help_lines_come_before_results_for_somebody_in_need(look, zebras, typed, comes_first):
    page = look(typed).partition("<main")[2]

    assert in_order(page, "/help/", 'role="search"') is comes_first


def test_help_comes_first_for_a_long_message_too(look):
    page = look("I do not know where to turn and I want to die. " * 10)

    assert in_order(page.partition("<main")[2], "/help/", 'role="search"')


def test_too_long_a_query_is_told_of_and_kept(look):
    page = look("zebra " * 40)

    assert "That is too long to search for. Use a few words." in page
    assert 'value="zebra zebra' in page
    assert "<title>Error: Search" in page


def test_results_come_ten_at_a_time(look):
    for number in range(25):
        make_article(f"a-{number}", title=f"Zebra {number}")
    index.complete()

    first, last = look("zebra"), look("zebra", page="3")

    assert (len(results_on(first)), len(results_on(last))) == (10, 5)
    assert "Page 1 of 3" in first
    assert 'rel="next" href="?q=zebra&amp;page=2"' in first
    assert '<ol class="results" start="21">' in last


@pytest.mark.parametrize("articles", [1, 30])
def test_the_page_asks_the_database_the_same_number_of_times_for_1_and_30_results(
    look, django_assert_num_queries, articles
):
    for number in range(articles):
        make_article(f"a-{number}", title=f"Zebra {number}").topics.add(make_topic(f"t-{number}"))
    index.complete()

    with django_assert_num_queries(7):
        look("zebra")


def test_no_cache_keeps_what_people_look_for(client):
    response = client.get("/search/", {"q": "low mood"})

    assert (response["Cache-Control"], response.cookies) == ("no-store", {})


@pytest.mark.parametrize("typed", ["", "zebra", "depresion", "want to die", "nothing at all"])
def test_every_state_of_the_page_is_whole(look, zebras, typed):
    page = read(look(typed))

    assert len(ids(page)) == len(set(ids(page)))
    assert dangling_references(page) == []
    assert len(list(page.iter("h1"))) == 1


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onfocus='a"]
)
def test_neither_a_query_nor_a_title_can_write_markup(look, typed):
    make_article("one", title=typed, summary=f"{typed} zebra")
    index.complete()

    page = look(f"{typed} zebra")

    main = read(page).find(".//main")
    assert results_on(page) == [typed]
    assert {element.tag for element in main.iter()} & {"script", "img"} == set()
    assert [key for each in main.iter() for key in each.attrib if key.startswith("on")] == []


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=400), topic=st.text(max_size=9), kind=st.text(max_size=9))
def test_whatever_is_asked_the_page_answers(client, typed, topic, kind):
    asked = {"q": typed, "topic": topic, "kind": kind}
    # No browser sends a null character, and the site refuses it everywhere.
    asked = {name: value.replace("\0", "") for name, value in asked.items()}

    assert client.get("/search/", asked).status_code == 200


@pytest.mark.parametrize(
    "typed",
    [
        *("'; DROP TABLE articles_article; --", "%' OR '1'='1", 'NEAR(" *', "a:b AND (NOT"),
        *("مرحبا بالعالم", "\u202eabc", "\N{THINKING FACE}" * 100, "日本語", "\ud800"),
    ],
)
def test_odd_queries_do_no_harm(client, zebras, typed):
    query = quote(typed, errors="surrogatepass")

    response = client.get("/search/", QUERY_STRING=f"q={query}")

    assert response.status_code == 200
    assert Article.objects.count() == 2
