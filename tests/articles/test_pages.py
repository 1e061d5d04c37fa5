"""What the public pages show, what they cost, and what they leave on a visitor's device."""

from datetime import date

import pytest

from articles.models import AppliesTo, CallToAction, Citation, Rating, Takeaway
from tests.articles.builders import (
    make_article,
    make_faq,
    make_source,
)
from tests.articles.reading import in_order, text_of

pytestmark = pytest.mark.django_db

ARTICLE = "/articles/lifting-and-mood/"


def test_an_article_reads_in_the_order_of_its_sections(client, world):
    page = text_of(client.get(ARTICLE))

    assert in_order(
        page,
        "<h1>Lifting and mood</h1>",
        "Moderate evidence",
        "1 min read",
        "Written by TTL&#x27;s AI panel",
        "Low mood",
        "Opening words.",
        "<h2>How it works</h2>",
        "<h3>Inner heading</h3>",
        "<h2>What the evidence says</h2>",
        "Trials differ.",
        "<h2>Clinical context</h2>",
        "Do not stop, skip or change any medicine",
        "<h2>Key takeaways</h2>",
        "Remember this.",
        "<h2>Questions people ask</h2>",
        "<h3>Question how-often?</h3>",
        "<h2>References</h2>",
        "Citation of doe-2020.",
        "<h2>Your next step</h2>",
        "Build my free plan</a>",
    )


def test_an_empty_section_leaves_no_heading(client):
    make_article(how_it_works="")

    assert "How it works" not in text_of(client.get(ARTICLE))


def test_the_button_leads_to_the_start_of_a_plan(client, world):
    assert '<a class="button" href="/plan/">Build my free plan</a>' in text_of(client.get(ARTICLE))


def test_a_button_to_another_page_promises_no_plan(client):
    make_article(cta_label="Read the questions", cta_target=CallToAction.QUESTIONS)

    page = text_of(client.get(ARTICLE))

    assert '<a class="button" href="/questions/">Read the questions</a>' in page
    assert "general strength plan" not in page


@pytest.mark.parametrize("address", [ARTICLE, "/questions/"])
def test_pages_about_health_say_not_to_stop_a_medicine(client, world, address):
    assert "Do not stop, skip or change any medicine" in text_of(client.get(address))


def test_an_article_that_no_clinician_reviewed_says_so(client, world):
    assert "Not yet reviewed by a clinician" in text_of(client.get(ARTICLE))


def test_a_recorded_review_names_the_reviewer_and_both_dates(client):
    make_article(
        reviewer_name="Dr Ada Example",
        reviewed_date=date(2026, 11, 1),
        next_review_date=date(2027, 11, 1),
    )

    page = text_of(client.get(ARTICLE))

    assert in_order(page, "Reviewed by Dr Ada Example on", "1 November 2026", "1 November 2027")
    assert "Not yet reviewed" not in page


def test_text_of_editors_is_escaped_everywhere(client):
    attack = "<script>alert(1)</script>"
    article = make_article(title=attack, summary=attack, body=attack, author_line=attack)
    Takeaway.objects.create(article=article, text=attack)
    AppliesTo.objects.create(article=article, label=attack)
    source = make_source(citation=attack, finding=attack, figures=attack, label=attack)
    Citation.objects.create(article=article, source=source)
    make_faq(article=article, question=attack, answer=attack)

    pages = [text_of(client.get(a)) for a in (ARTICLE, "/sources/doe-2020/", "/questions/")]

    assert [attack in page for page in pages] == [False, False, False]


def test_a_source_page_tells_who_was_studied_what_was_found_and_how_sure(client, world):
    make_source(
        "roe-2021",
        population="Adults in Spain.",
        sample_size=1234,
        finding="They felt better.",
        figures="-0.5 (-0.7 to -0.3)",
        certainty="Small trials.",
        doi="10.1000/roe",
    )

    page = text_of(client.get("/sources/roe-2021/"))

    assert in_order(
        page,
        "They felt better.",
        "Adults in Spain.",
        "How many people: 1234.",
        "Small trials.",
        "-0.5 (-0.7 to -0.3)",
        "Citation of roe-2021.",
        'href="https://doi.org/10.1000/roe"',
        "No article cites it yet",
    )


def test_a_source_page_lists_the_articles_that_cite_it(client, world):
    assert f'<a href="{ARTICLE}">Lifting and mood</a>' in text_of(client.get("/sources/doe-2020/"))


def test_questions_stand_under_their_headings_in_reading_order(client):
    for section in ("safety", "plan", "start", "evidence"):
        make_faq(f"about-{section}", section=section)

    page = text_of(client.get("/questions/"))

    assert in_order(
        page,
        'id="start"',
        'id="about-start"',
        'id="evidence"',
        'id="about-evidence"',
        'id="safety"',
        'id="about-safety"',
        'id="plan"',
        'id="about-plan"',
    )


def test_a_question_of_an_article_stays_off_the_page_of_questions_unless_asked_for(client, world):
    make_faq("only-here", article=world, on_site_page=False)

    assert "only-here" not in text_of(client.get("/questions/"))
    assert 'id="only-here"' in text_of(client.get(ARTICLE))


def test_the_method_explains_every_rating(client):
    page = text_of(client.get("/how-we-rate-evidence/"))

    assert [str(label) in page for label in Rating.labels] == [True] * 5
