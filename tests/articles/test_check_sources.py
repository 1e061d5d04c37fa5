"""The command that holds texts against sources finds each kind of fault, and only faults."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.ledger import Kind, findings
from articles.models import Citation
from tests.articles.builders import make_article, make_claim, make_faq, make_source

pytestmark = pytest.mark.django_db


def found(kind: Kind) -> list[tuple[str, str]]:
    return [(each.where, each.words) for each in findings() if each.kind == kind]


@pytest.fixture
def source():
    source = make_source("roe-2021", figures="Two to 2.5 hours.", citation="Roe, 2021;12.3.")
    make_claim("roe-2021-mood", source=source, i_squared="93.4")
    return source


@pytest.mark.parametrize(
    ("body", "figures"),
    [
        ("It fell by 0.50 (0.30 to 0.70), [says Roe](/sources/roe-2021/).", []),
        ("I² was 93.4%, [says Roe](/sources/roe-2021/), in 2.5 hours.", []),
        ("It fell by 0.51, [says Roe](/sources/roe-2021/).", ["0.51"]),
        ("It fell by 0.51, not by [[roe-2021-mood]].", ["0.51"]),
        ("|a|b|\n|-|-|\n|0.51|x|\n|0.52|[Roe](/sources/roe-2021/)|", ["0.52"]),
        ("- 0.51 somewhere\n- [Roe](/sources/roe-2021/) says 0.53", ["0.53"]),
        ("About 0.51, says nobody.\n\n[Roe](/sources/roe-2021/) agrees.", []),
        ("[Roe](/sources/roe-2021/) found it in 33 trials, 1,877 people.", []),
    ],
)
def test_a_typed_figure_beside_a_source_must_be_one_of_its_figures(source, body, figures):
    make_article(body=body)

    assert [words.split()[0] for _where, words in found(Kind.FIGURE)] == figures


def test_a_row_that_changes_shows_where_its_old_figure_was_typed(source):
    make_faq(answer="It fell by 0.50, [says Roe](/sources/roe-2021/).")
    before = found(Kind.FIGURE)
    source.claims.update(estimate="-0.55")

    assert before == []
    assert found(Kind.FIGURE) == [("question how-often", "0.50 beside roe-2021")]


def test_markers_and_ratings_are_held_to_the_rules_of_the_desk():
    make_article("a", body="[[gone]]")
    make_article("b", rating="strong")

    assert [where for where, _words in found(Kind.MARKER)] == ["article a"]
    assert [where for where, _words in found(Kind.RATING)] == ["article b"]


def test_a_source_whose_figure_is_shown_must_be_among_the_references(source):
    article = make_article(body="[[roe-2021-mood]]")
    before = found(Kind.REFERENCE)
    Citation.objects.create(article=article, source=source)

    assert (before, found(Kind.REFERENCE)) == ([("article lifting-and-mood", "roe-2021")], [])


@pytest.mark.parametrize(
    "same",
    [
        {"doi": "10.1000/ROE"},
        {"doi": "", "pmid": "7"},
        {"doi": "10.1000/b", "citation": "Roe R, A trial; 2021"},
    ],
    ids=["DOI", "PubMed", "citation"],
)
def test_two_sources_that_are_one_publication_are_named(same):
    make_source("a", doi="10.1000/roe", pmid="7", citation="Roe R. A trial. 2021.")
    make_source("b", **same)

    assert found(Kind.DUPLICATE) == [("a", "b")]


def test_sources_without_a_number_of_their_own_are_no_duplicates():
    for key in "ab":
        make_source(key, doi="", url=f"https://{key}.example")

    assert found(Kind.DUPLICATE) == []
    assert [where for where, _words in found(Kind.NO_DOI)] == ["a", "b"]


def test_a_source_is_used_when_it_is_cited_linked_or_shown(source):
    for key in ("cited", "linked", "unused"):
        make_source(key, doi=f"10.1000/{key}")
    article = make_article(body="[[roe-2021-mood]] and [so](/sources/linked/)")
    Citation.objects.create(article=article, source=article.sources.model.objects.get(key="cited"))

    assert [where for where, _words in found(Kind.UNUSED)] == ["unused"]


def test_the_command_fails_on_errors_and_only_mentions_the_rest():
    make_source(doi="", url="https://a.example")
    quiet, loud = StringIO(), StringIO()

    call_command("check_sources", stdout=quiet)
    make_article(body="[[gone]]")
    with pytest.raises(CommandError, match="1 to mend, 2 to look at"):
        call_command("check_sources", stdout=loud)
    with pytest.raises(CommandError, match="3 to mend, 0 to look at"):
        call_command("check_sources", "--strict", stdout=StringIO())

    assert quiet.getvalue().endswith("Nothing to mend, 2 to look at.\n")
    assert "marker that shows nothing: article lifting-and-mood: “[[gone]]”" in loud.getvalue()


def test_the_shipped_content_has_nothing_to_mend():
    call_command("load_content", stdout=StringIO())

    assert [each for each in findings() if each.kind.is_error] == []
