"""What the database itself refuses."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.db.models import ProtectedError

from articles.models import AppliesTo, Article, Citation, Takeaway
from tests.articles.builders import make_article, make_draft, make_faq, make_source

pytestmark = pytest.mark.django_db

REVIEW = {
    "reviewer_name": "Dr Ada Example, general practitioner",
    "reviewed_date": date(2026, 11, 1),
    "next_review_date": date(2027, 11, 1),
}


@pytest.mark.parametrize("missing", list(REVIEW))
def test_a_review_is_recorded_whole_or_not_at_all(missing):
    half = {**REVIEW, missing: "" if missing == "reviewer_name" else None}

    with pytest.raises(IntegrityError, match="article_review_is_complete_or_absent"):
        make_article(**half)


def test_the_next_review_comes_after_the_last():
    with pytest.raises(IntegrityError, match="article_review_is_complete_or_absent"):
        make_article(**{**REVIEW, "next_review_date": REVIEW["reviewed_date"]})


def test_a_whole_review_is_kept():
    article = make_article(**REVIEW)

    assert {name: getattr(article, name) for name in REVIEW} == REVIEW


def test_a_rating_is_one_of_the_five_words():
    with pytest.raises(IntegrityError, match="article_rating_is_known"):
        make_article(rating="certain")


def test_a_button_leads_only_to_known_pages():
    with pytest.raises(IntegrityError, match="article_button_leads_to_a_known_page"):
        make_article(cta_target="https://a.example")


def test_a_question_has_a_place():
    with pytest.raises(IntegrityError, match="faq_is_shown_somewhere"):
        make_faq(article=None, on_site_page=False)


def test_a_question_stands_under_a_known_heading():
    with pytest.raises(IntegrityError, match="faq_section_is_known"):
        make_faq(section="other")


def test_a_source_says_where_it_is():
    with pytest.raises(IntegrityError, match="source_can_be_found"):
        make_source(doi="")


def test_a_source_that_studied_nobody_is_refused():
    with pytest.raises(IntegrityError, match="source_sample_size_is_positive"):
        make_source(sample_size=0)


def test_a_source_has_a_plausible_year():
    with pytest.raises(IntegrityError, match="source_year_is_plausible"):
        make_source(year=24)


def test_a_row_of_the_rulebook_becomes_one_source():
    make_source("first", rulebook_id="E-01")

    with pytest.raises(IntegrityError):
        make_source("second", rulebook_id="E-01")


def test_an_article_lists_a_source_once():
    article, source = make_article(), make_source()
    Citation.objects.create(article=article, source=source)

    with pytest.raises(IntegrityError):
        Citation.objects.create(article=article, source=source)


@pytest.mark.parametrize(("part", "field"), [(Takeaway, "text"), (AppliesTo, "label")])
def test_an_article_says_a_thing_once(part, field):
    article = make_article()
    part.objects.create(article=article, **{field: "Once"})

    with pytest.raises(IntegrityError):
        part.objects.create(article=article, **{field: "Once"})


def test_a_cited_source_cannot_be_deleted():
    source = make_source()
    Citation.objects.create(article=make_draft(), source=source)

    with pytest.raises(ProtectedError):
        source.delete()


def test_citations_keep_their_order_and_then_the_order_of_entry():
    article = make_article()
    for key, position in [("c", 2), ("a", 1), ("b", 1)]:
        Citation.objects.create(article=article, source=make_source(key), position=position)

    assert [citation.source.key for citation in article.citations.all()] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("found_by", "address"),
    [
        ({"doi": "10.1/x", "pmid": "7"}, "https://doi.org/10.1/x"),
        ({"doi": "", "pmid": "7"}, "https://pubmed.ncbi.nlm.nih.gov/7/"),
        ({"doi": "", "url": "https://a.example"}, ""),
    ],
    ids=["DOI first", "then PubMed", "no permanent address"],
)
def test_a_source_links_to_its_most_lasting_address(found_by, address):
    assert make_source(**found_by).publisher_url == address


def test_reading_time_counts_every_section_of_an_article():
    text = "word " * 100

    article = Article(
        body=text, how_it_works=text, what_the_evidence_says=text, clinical_context=text
    )

    assert article.reading_minutes == 2
