"""What is written as a file reads back to the letter."""

from datetime import date
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from articles.content.files import (
    ArticleText,
    ClaimText,
    FaqText,
    PageText,
    SourceText,
    TermText,
    TopicText,
    parse_page,
    parse_table,
    read_content,
)
from articles.content.writing import page_text, table_text

# As the desk keeps text: trimmed, with one kind of line end, and no half of a character.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")).map(str.strip)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
QUESTIONS = st.builds(FaqText, slug=TEXT, question=TEXT, answer=TEXT, section=TEXT, article=TEXT)
ARTICLES = st.builds(
    ArticleText,
    how_it_works=TEXT,
    what_the_evidence_says=TEXT,
    clinical_context=TEXT,
    reviewer_name=TEXT,
    reviewed_date=st.none() | st.dates(),
    next_review_date=st.none() | st.dates(),
    topics=TEXTS.map(sorted).map(tuple),
    **dict.fromkeys(("applies_to", "takeaways", "citations"), TEXTS),
    **dict.fromkeys(("slug", "title", "summary", "body", "rating", "rating_reason"), TEXT),
    **dict.fromkeys(("author_line", "cta_label", "cta_target"), TEXT),
)
FACTS = dict.fromkeys(("title", "summary", "rating", "rating_reason", "author_line"), "x")
PLAIN = FACTS | dict.fromkeys(("slug", "cta_label", "cta_target"), "x")
LISTS = dict.fromkeys(("topics", "applies_to", "takeaways", "citations"), ())


def page(**texts):
    return PageText(article=ArticleText(**PLAIN, **LISTS, **texts))


@given(
    page=st.builds(PageText, article=ARTICLES, questions=st.lists(QUESTIONS, max_size=2).map(tuple))
)
@example(page(body="## How it works\n\nNot the section."))
@example(page(body="a", how_it_works="+++\nslug = 1\n+++"))
@example(page(body="## Among the facts\n+++\nand on"))
@example(page(body="", clinical_context="## Something else"))
@example(page(body='Three quotes: """ and a \\ at the end\\'))
def test_any_article_reads_back_to_the_letter(page):
    assert parse_page(page_text(page), "x.md") == page


def test_every_shipped_article_reads_back_to_the_letter():
    content = read_content()

    for article in content.articles:
        questions = tuple(faq for faq in content.faqs if faq.article == article.slug)
        whole = PageText(article=article, questions=questions)
        assert parse_page(page_text(whole), article.slug) == whole


@given(
    rows=st.one_of(
        st.lists(st.builds(kind), min_size=1, max_size=3) for kind in (TopicText, TermText)
    )
)
def test_any_row_of_text_reads_back_to_the_letter(rows):
    trimmed = tuple(
        type(row)(**{name: getattr(row, name).replace("\r", "").strip() for name in row.__slots__})
        for row in rows
    )

    assert parse_table(table_text("rows", trimmed), "rows", type(trimmed[0])) == trimmed


def test_every_shipped_table_reads_back_to_the_letter():
    content = read_content()
    tables = {
        TopicText: content.topics,
        SourceText: content.sources,
        ClaimText: content.claims,
        FaqText: content.faqs,
        TermText: content.terms,
    }

    for kind, rows in tables.items():
        assert parse_table(table_text("rows", rows), "rows", kind) == rows


def test_a_figure_keeps_its_digits_and_its_sign():
    claim = ClaimText(
        key="doe-2020-mood",
        source="doe-2020",
        outcome="Mood",
        population="Adults",
        measure="smd",
        estimate=Decimal("-0.50"),
        checked_date=date(2026, 11, 23),
    )

    text = table_text("claims", (claim,))

    assert "estimate = -0.50\n" in text
    assert parse_table(text, "claims", ClaimText) == (claim,)
