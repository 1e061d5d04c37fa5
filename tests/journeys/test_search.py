"""A visitor looks for something, mistypes, narrows the results and reads on."""

import pytest

from tests.journeys.visitor import ARTICLE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("shipped_content"),
]


def looks_for(visitor, words):
    visitor.page.get_by_role("searchbox", name="What are you looking for?").fill(words)
    visitor.presses("Search")


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark"}], ids=["light", "dark"])
def test_a_mistyped_word_leads_to_the_article(meet, scripts, look):
    sara = meet(scripts=scripts, **look)
    sara.goes_to("/")
    with sara.page.expect_navigation():
        sara.page.get_by_role("link", name="Search", exact=True).click()
    sara.look(sara.page)

    looks_for(sara, "depresion")

    sara.sees("results for depression", "Resistance training for depression and anxiety")
    sara.page.get_by_text("Narrow the results").click()
    sara.follows("Articles (")
    sara.follows("Resistance training for depression and anxiety")
    assert sara.page.url.endswith(ARTICLE)


def test_an_answer_opens_where_it_stands(meet):
    tom = meet()
    tom.goes_to("/search/?q=endorphins")

    tom.follows("Is it just endorphins?")

    assert tom.page.locator(":target").is_visible()


def test_nothing_found_still_leads_somewhere(meet, scripts):
    tom = meet(scripts=scripts)
    tom.goes_to("/search/")

    looks_for(tom, "zzzzqq")

    tom.sees("Nothing found", "What you can try")
    tom.follows("low mood")
    tom.sees("Resistance training for depression and anxiety")


def test_somebody_in_need_meets_the_help_lines_first(meet):
    kim = meet()
    kim.goes_to("/search/")

    looks_for(kim, "I want to die")

    help_first = kim.page.get_by_role("link", name="See who you can call or text")
    searchbox = kim.page.get_by_role("searchbox")
    assert help_first.bounding_box()["y"] < searchbox.bounding_box()["y"]
    kim.follows("See who you can call or text")
    assert kim.page.url.endswith("/help/")
