"""Every shipped article is long enough, short enough, easy to read, and has all its parts."""

import pytest

from articles.content.files import read_content
from articles.readability import grade, sentences_of, syllables_of

CONTENT = read_content()
FEWEST_WORDS, MOST_WORDS = 600, 1500
# The formula gives an American school grade; in grade 6 readers are 11 or 12 years old.
HIGHEST_GRADE = 7.0
LONGEST_SENTENCE = 32
EASY = "The cat sat on the mat. It was warm there."
HARD = "Heterogeneity considerably undermines the interpretability of aggregated estimations."

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


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("make", 1),
        ("rules", 1),
        ("trained", 1),
        ("muscles", 2),
        ("ended", 2),
        ("classes", 2),
        ("trial", 2),
        ("being", 2),
        ("medicine", 3),
        ("anxiety", 4),
    ],
)
def test_syllables_are_counted_as_they_are_heard(word, syllables):
    assert syllables_of(word) == syllables


def test_the_measure_tells_easy_from_hard():
    assert grade(EASY) < 1
    assert grade(HARD) > 20


def test_figures_names_tables_and_headings_do_not_make_a_text_look_easier_or_harder():
    dressed = f"""### Heterogeneity

| Interpretability |
|---|

{EASY.replace("cat", "cat of Heterogeneity").replace("warm", "warm [[key:benefit]] 0.66")}"""

    assert grade(dressed) == pytest.approx(grade(EASY.replace("cat", "cat of")))


def test_each_item_of_a_list_is_a_sentence_and_a_link_is_its_words():
    assert sentences_of("Try:\n\n- one [set](/a/)\n- **two.** Rest") == [
        "Try:",
        "one set",
        "two.",
        "Rest",
    ]
