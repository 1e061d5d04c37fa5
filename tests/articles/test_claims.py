"""One row of the ledger stands behind every figure on every page."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError

from articles.models import Article, Claim, Faq
from articles.rendering import Figure, to_html
from tests.articles.builders import fill_article, make_article, make_claim, make_faq, make_source
from tests.articles.reading import text_of

ARTICLE = "/articles/lifting-and-mood/"
FIGURES = {
    "doe": Figure(url="/sources/doe/", forms={"": "-0.5 (-0.7 to -0.3)", "estimate": "-0.5"})
}
FULL = "-0.50 (95% confidence interval -0.70 to -0.30)"


def test_a_marker_becomes_its_figure_with_a_link_to_the_source():
    html = to_html("A drop of **[[doe]]**.", figures=FIGURES)

    assert html == (
        '<p>A drop of <strong><a href="/sources/doe/">-0.5 (-0.7 to -0.3)</a></strong>.</p>\n'
    )


def test_a_marker_in_a_table_or_a_heading_is_shown_too():
    html = to_html("# [[doe:estimate]]\n\n|a|\n|-|\n|[[doe:estimate]]|", figures=FIGURES)

    assert html.count('<a href="/sources/doe/">-0.5</a>') == 2


def test_a_marker_inside_a_link_makes_no_second_link():
    html = to_html("[see [[doe:estimate]]](/articles/)", figures=FIGURES)

    assert html == '<p><a href="/articles/">see -0.5</a></p>\n'


@pytest.mark.parametrize("typed", ["[[roe]]", "[[doe:size]]", "[[]]", "[[doe", "\\[[doe]]"])
def test_what_is_no_marker_stays_as_typed(typed):
    assert to_html(typed, figures=FIGURES) == f"<p>{typed.removeprefix(chr(92))}</p>\n"


def test_words_of_a_figure_are_never_read_as_html():
    attack = Figure(url='/"onclick="x', forms={"": "<script>"})

    html = to_html("[[x]]", figures={"x": attack})

    assert html == '<p><a href="/&quot;onclick=&quot;x">&lt;script&gt;</a></p>\n'


@pytest.mark.django_db
def test_changing_a_row_changes_every_page_that_shows_it(client):
    claim = make_claim()
    for slug in ("lifting-and-mood", "other"):
        make_article(slug, body="[[doe-2020-mood]]")
    make_faq(answer="About [[doe-2020-mood:estimate]].")
    pages = [ARTICLE, "/articles/other/", "/questions/", claim.source.get_absolute_url()]
    before = [text_of(client.get(page)) for page in pages]
    Claim.objects.update(estimate=Decimal("-0.61"))

    after = [text_of(client.get(page)) for page in pages]

    assert [("-0.50" in page, "-0.61" in page) for page in before] == [(True, False)] * 4
    assert [("-0.50" in page, "-0.61" in page) for page in after] == [(False, True)] * 4


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"estimate": None, "low": None, "high": None, "interval": "", "level": None}, "figure"),
        ({"low": None}, "whole"),
        ({"level": None}, "whole"),
        ({"interval": ""}, "whole"),
        ({"interval": "range"}, "whole"),
        ({"low": Decimal("-0.40")}, "order"),
        ({"high": Decimal("-0.60")}, "order"),
        ({"level": 100}, "level"),
        ({"i_squared": Decimal("100.1")}, "i_squared"),
        ({"i_squared": Decimal("-1")}, "i_squared"),
        ({"trials": 0}, "counts"),
        ({"participants": 0}, "counts"),
        ({"measure": "odds-ratio"}, "ratio"),
        ({"measure": "weight"}, "words"),
        ({"better": "left"}, "words"),
        ({"certainty": "great"}, "words"),
    ],
)
def test_the_database_refuses_a_row_that_cannot_be(changes, constraint):
    with pytest.raises(IntegrityError, match=f"claim_.*{constraint}"):
        make_claim(**changes)


@pytest.mark.django_db
def test_a_plain_range_stands_without_a_figure():
    claim = make_claim(estimate=None, interval="range", level=None)

    assert Claim.objects.get().effect.printed() == "-0.70 to -0.30"
    assert claim.full_clean() is None


@pytest.mark.django_db
def test_a_source_with_a_figure_cannot_be_deleted():
    source = make_source()
    make_claim(source=source)

    with pytest.raises(ProtectedError):
        source.delete()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("body", "[[nobody]]", "“[[nobody]]” names no row"),
        ("how_it_works", "[[doe-2020-mood|estimate]]", "names no row"),
        ("clinical_context", "[[doe-2020-mood:size]]", "Write [[doe-2020-mood]] or [[doe-"),
        ("what_the_evidence_says", "[[doe-2020-mood:studied]]", "form that this row does not"),
        ("summary", "[[doe-2020-mood]]", "work only in the long texts"),
    ],
)
def test_a_marker_that_shows_nothing_is_refused_at_its_field(field, text, told):
    make_claim()
    article = Article(title="T", slug="t", **({"summary": "S", "rating": "early"} | {field: text}))

    with pytest.raises(ValidationError) as refusal:
        article.full_clean()

    assert list(refusal.value.message_dict) == [field]
    assert told in refusal.value.message_dict[field][0]


@pytest.mark.django_db
def test_an_answer_with_an_unknown_marker_is_refused():
    with pytest.raises(ValidationError, match="names no row"):
        Faq(question="Q?", slug="q", answer="[[nobody]]", on_site_page=True).full_clean()


@pytest.mark.django_db
def test_strong_without_enough_sources_cannot_be_published_but_can_be_drafted():
    make_claim()
    article = make_article(rating="strong", body="[[doe-2020-mood]]")

    with pytest.raises(ValidationError) as refusal:
        article.full_clean()
    article.published_at = None

    assert article.full_clean() is None
    assert list(refusal.value.message_dict) == ["rating"]
    assert "At least 3 sources" in refusal.value.message_dict["rating"][0]
    assert "choose a lower rating" in refusal.value.message_dict["rating"][0]


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(
    ("address", "queries"),
    [(ARTICLE, 10), ("/questions/", 3), ("/sources/lifting-and-mood-1/", 3)],
)
def test_figures_cost_one_query_however_many_they_are(
    client, django_assert_num_queries, address, queries, rows
):
    article = fill_article(make_article(), rows)
    source = article.citations.first().source
    keys = [make_claim(f"c-{number}", source=source).key for number in range(rows)]
    article.body = " ".join(f"[[{key}]]" for key in keys)
    article.save()
    article.faqs.update(answer=article.body)

    with django_assert_num_queries(queries):
        page = text_of(client.get(address))

    assert page.count(FULL) >= rows


@pytest.mark.django_db
@pytest.mark.parametrize("address", [ARTICLE, "/sources/source-of-c-1/"])
def test_a_corrected_figure_is_shown_and_drawn_at_once(client, address):
    keys = [make_claim(key).key for key in ("c-1", "c-2")]
    make_article(body=" ".join(f"[[{key}]]" for key in keys))
    before = text_of(client.get(address))

    Claim.objects.filter(key="c-1").update(estimate=Decimal("-0.6"))
    after = text_of(client.get(address))

    assert ("-0.60" in before, "-0.60" in after) == (False, True)
    assert drawn(before) != drawn(after)


def drawn(page: str) -> str:
    return page.partition('<svg class="chart')[2].partition("</svg>")[0]
