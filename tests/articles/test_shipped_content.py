"""The content that ships is whole, honest, and leads nowhere that is not there."""

import re

import pytest

from articles.content.files import FOLDER, read_content
from articles.loading import load_content
from articles.models import Article, Faq, Source
from articles.rendering import markers

CONTENT = read_content()
ARTICLE = next(text for text in CONTENT.articles if text.slug.startswith("resistance-training-for"))
SOURCES = {source.key: source for source in CONTENT.sources}
CLAIMS = {claim.key: claim for claim in CONTENT.claims}
# Two rows of the rulebook rest on memory alone, so they cannot become a page.
REMEMBERED_ONLY = {"G-22", "G-35"}
LINK = re.compile(r"\]\((/[^)\s]*)\)")


def sections_of(article):
    return (
        article.body,
        article.how_it_works,
        article.what_the_evidence_says,
        article.clinical_context,
    )


def markdown_of(article):
    return "\n\n".join(sections_of(article))


def every_text():
    """Return all that a reader can read, each text with a name for the test's message."""
    for article in CONTENT.articles:
        parts = (article.title, article.summary, article.rating_reason, *article.takeaways)
        yield article.slug, "\n\n".join((*parts, markdown_of(article)))
    for faq in CONTENT.faqs:
        yield faq.slug, f"{faq.question}\n\n{faq.answer}"
    for source in CONTENT.sources:
        yield source.key, f"{source.finding}\n\n{source.figures}\n\n{source.certainty}"


TEXTS = dict(every_text())


def test_every_verified_row_of_the_rulebook_has_its_source():
    rows = {f"E-{number:02}" for number in range(1, 26)} | {
        f"G-{number:02}" for number in range(1, 37)
    }

    assert sorted(source.rulebook_id for source in CONTENT.sources) == sorted(
        rows - REMEMBERED_ONLY
    )


def test_no_two_sources_share_a_key():
    assert len(SOURCES) == len(CONTENT.sources)


@pytest.mark.parametrize("article", CONTENT.articles, ids=lambda article: article.slug)
def test_an_article_cites_exactly_the_sources_that_its_text_shows_or_links_to(article):
    text = markdown_of(article)
    linked = set(re.findall(r"/sources/([a-z0-9-]+)/", text))
    shown = {CLAIMS[key].source for key, _form in markers(text)}

    assert linked | shown == set(article.citations)


def test_the_head_of_the_ledger_lists_its_keys():
    head = (
        (FOLDER / "claims.toml").read_text().partition("[[claims]]\n")[0].partition("# Depression:")
    )
    listed = re.findall(r"[a-z-]+-20\d\d-[a-z-]+", head[2])

    assert sorted(listed) == sorted(claim.key for claim in CONTENT.claims)
    assert len(CLAIMS) == len(CONTENT.claims)


@pytest.mark.parametrize("claim", CONTENT.claims, ids=lambda claim: claim.key)
def test_a_row_of_the_ledger_rests_on_a_source_of_the_rulebook(claim):
    assert SOURCES[claim.source].rulebook_id.startswith("E-")
    assert claim.key.startswith(claim.source)


def test_every_source_with_an_effect_size_has_its_rows():
    # Nothing to print: results not seen, a trial not reported, and two without an effect size.
    without = {"etxaniz-oses-2023", "lean-prep-2025", "strickland-2014", "broman-fulks-2004"}
    outcomes = {key for key, source in SOURCES.items() if source.rulebook_id.startswith("E-")}

    assert {claim.source for claim in CONTENT.claims} == outcomes - without


@pytest.mark.django_db
def test_every_link_in_shipped_text_opens(client):
    load_content()
    links = {link for text in TEXTS.values() for link in LINK.findall(text)}

    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


@pytest.mark.django_db
def test_every_shipped_page_opens(client):
    load_content()
    pages = [
        *(row.get_absolute_url() for row in (*Article.objects.all(), *Source.objects.all())),
        *(topic.get_absolute_url() for topic in Article.objects.published().topics()),
    ]

    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 200)


@pytest.mark.django_db
def test_every_shipped_question_finds_its_place():
    load_content()

    assert Faq.objects.on_site_page().count() >= 8
    assert Article.objects.get(slug=ARTICLE.slug).faqs.count() >= 4


@pytest.mark.parametrize("name", TEXTS)
def test_the_largest_figure_never_stands_without_its_range(name):
    for paragraph in re.split(r"\n\s*\n|\n- ", TEXTS[name]):
        assert ("2.15" in paragraph) <= ("3.01" in paragraph and "1.29" in paragraph)


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_shows_the_largest_figure_by_its_number_alone(name):
    assert "[[cunha-2024-with-disorder:estimate]]" not in TEXTS[name]


@pytest.mark.parametrize("name", TEXTS)
def test_the_figure_for_depression_is_never_given_for_anxiety(name):
    for paragraph in re.split(r"\n\s*\n|\n[-|] ", TEXTS[name]):
        assert not ("0.66" in paragraph and re.search("anxiety|worry", paragraph, re.IGNORECASE))


def test_possible_mechanisms_are_called_possible_and_carry_no_effect_size():
    assert "possible reasons" in ARTICLE.how_it_works
    assert re.findall(r"\d\.\d", ARTICLE.how_it_works) == []


def test_no_effect_size_of_the_first_article_is_typed():
    # "About 0.3 to 1.3" rounds the range across three sources.
    assert set(re.findall(r"\d+\.\d+", markdown_of(ARTICLE))) == {"0.3", "1.3"}


def test_the_article_is_neither_thin_nor_long():
    assert 600 <= len(markdown_of(ARTICLE).split()) <= 1500
    assert 3 <= len(ARTICLE.takeaways) <= 5
    assert min(len(section) for section in sections_of(ARTICLE)) > 0


def test_the_article_says_who_wrote_it_and_claims_no_review():
    assert (ARTICLE.author_line, ARTICLE.reviewer_name) == ("Written by TTL's AI panel", "")


@pytest.mark.django_db
def test_a_reader_who_takes_no_such_medicine_is_promised_no_plan_for_it(client):
    load_content()

    page = client.get(f"/articles/{ARTICLE.slug}/").content.decode()

    assert "GLP" not in page
    assert '<a class="button" href="/plan/">Build my free plan</a>' in page
