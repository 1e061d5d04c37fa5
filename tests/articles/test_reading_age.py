"""Every shipped article is long enough, short enough, easy to read, and has all its parts."""

import pytest

from articles.content.files import read_content
from articles.readability import (
    FEWEST_WORDS,
    HIGHEST_GRADE,
    LONGEST_SENTENCE,
    MOST_WORDS,
    grade,
    sentences_of,
)

CONTENT = read_content()

every_article = pytest.mark.parametrize("article", CONTENT.articles, ids=lambda each: each.slug)


def text_of(article):
    return "\n\n".join(
        (
            article.body,
            article.how_it_works,
            article.what_the_evidence_says,
            article.clinical_context,
        )
    )


def in_short_of(article):
    return "\n\n".join((article.summary, article.rating_reason, *article.takeaways))


def questions_of(article):
    return [faq for faq in CONTENT.faqs if faq.article == article.slug]


@every_article
def test_an_article_has_600_to_1500_words(article):
    assert FEWEST_WORDS <= len(text_of(article).split()) <= MOST_WORDS


@every_article
def test_an_article_can_be_read_at_the_age_of_11_to_12(article):
    assert grade(text_of(article)) <= HIGHEST_GRADE


@every_article
def test_the_parts_that_hurried_people_read_are_as_plain(article):
    assert grade(in_short_of(article)) <= HIGHEST_GRADE


@every_article
def test_the_answers_under_an_article_are_as_plain(article):
    answers = "\n\n".join(faq.answer for faq in questions_of(article))

    assert grade(answers) <= HIGHEST_GRADE


@every_article
def test_no_sentence_of_an_article_is_a_maze(article):
    too_long = [
        sentence
        for sentence in sentences_of(text_of(article))
        if len(sentence.split()) > LONGEST_SENTENCE
    ]

    assert too_long == []


@every_article
def test_an_article_has_three_to_five_takeaways_and_three_questions_or_more(article):
    assert 3 <= len(article.takeaways) <= 5
    assert len(questions_of(article)) >= 3


@every_article
def test_an_article_has_every_section_sources_topics_and_a_reason_for_its_rating(article):
    parts = (
        article.body,
        article.how_it_works,
        article.what_the_evidence_says,
        article.clinical_context,
        article.rating_reason,
    )

    assert all(parts)
    assert article.citations
    assert article.topics
    assert article.applies_to
