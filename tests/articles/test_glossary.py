"""The glossary: plain words, and links to it that stay out of the way."""

import re
from itertools import pairwise

import html5lib
import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from hypothesis import example, given
from hypothesis import strategies as st

from articles.content.files import read_content
from articles.models import Term
from articles.readability import grade
from articles.rendering import to_html
from articles.term_links import TermLinks
from tests.articles.builders import make_article, make_faq
from tests.articles.reading import text_of
from tests.articles.test_rendering import unsafe_parts

WORDS = {
    "rep": "/glossary/#repetition",
    "repetition": "/glossary/#repetition",
    "meta-analysis": "/glossary/#meta",
    "network meta-analysis": "/glossary/#network",
    "beta blocker": "/glossary/#beta",
    "I²": "/glossary/#i",
    "study": "/glossary/#study",
}
TERMS = read_content().terms


def rendered(markdown: str) -> str:
    return to_html(markdown, terms=TermLinks(tuple(WORDS.items())))


def make_term(slug: str = "repetition", **fields: object) -> Term:
    defaults = {"name": slug.capitalize(), "words": slug, "meaning": "One whole movement."}
    return Term.objects.create(slug=slug, **(defaults | fields))


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("One rep.", '<p>One <a href="/glossary/#repetition">rep</a>.</p>'),
        ("Reps!", '<p><a href="/glossary/#repetition">Reps</a>!</p>'),
        ("META-ANALYSES", '<p><a href="/glossary/#meta">META-ANALYSES</a></p>'),
        ("Two studies", '<p>Two <a href="/glossary/#study">studies</a></p>'),
        ("an I² of", '<p>an <a href="/glossary/#i">I²</a> of</p>'),
        (
            "*beta blockers*",
            '<p><em><a href="/glossary/#beta">beta blockers</a></em></p>',
        ),
        (
            "network meta-analysis, meta-analysis",
            '<p><a href="/glossary/#network">network meta-analysis</a>, '
            '<a href="/glossary/#meta">meta-analysis</a></p>',
        ),
        ("a rep, repetitions", '<p>a <a href="/glossary/#repetition">rep</a>, repetitions</p>'),
        ("reptile, rep-like, prep", "<p>reptile, rep-like, prep</p>"),
        ("# A rep", "<h2>A rep</h2>"),
        ("`rep`", "<p><code>rep</code></p>"),
        ("    rep", "<pre><code>rep\n</code></pre>"),
        ("[my rep](/x/)", '<p><a href="/x/">my rep</a></p>'),
        ("[*my* rep](/x/)", '<p><a href="/x/"><em>my</em> rep</a></p>'),
    ],
)
def test_a_term_links_where_a_reader_meets_it(markdown, html):
    assert rendered(markdown).strip() == html


def test_names_of_columns_stay_plain():
    assert "<a" not in rendered("|rep|\n|-|\n|1|")
    assert "<a" in rendered("|1|\n|-|\n|rep|")


WORD = st.sampled_from([*WORDS, "reps", "REPETITIONS", "Meta-analyses", "lift", "\u0131²", "a"])
TEXT = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
BLOCK = st.one_of(
    TEXT,
    TEXT.map(lambda text: f"## {text}"),
    TEXT.map(lambda text: f"[{text}](/elsewhere/)"),
    TEXT.map(lambda text: f"before [**{text}**](/elsewhere/) after"),
    TEXT.map(lambda text: f"`{text}` {text}"),
    TEXT.map(lambda text: f"```\n{text}\n```"),
    TEXT.map(lambda text: f"- *{text}*\n- **{text}**"),
    TEXT.map(lambda text: f"|{text}|\n|-|\n|{text}|"),
    TEXT.map(lambda text: f"> {text} https://a.example/{text}"),
)


def tree(html: str):
    return html5lib.parseFragment(html, namespaceHTMLElements=False)


@given(st.lists(BLOCK, max_size=6))
@example(["rep", "reps", "[rep](/elsewhere/)"])
def test_on_a_page_each_term_links_once_and_never_in_a_heading_a_link_or_code(blocks):
    terms = TermLinks(tuple(WORDS.items()))
    parts = [tree(to_html(block, terms=terms)) for block in blocks]

    linked = [a.get("href") for part in parts for a in part.iter("a") if "#" in a.get("href")]
    assert len(linked) == len(set(linked))
    for part in parts:
        for outer in part.iter():
            if outer.tag in {"a", "code", "th", "h2", "h3"}:
                assert [a for a in outer.iter("a") if a is not outer] == []


@given(st.lists(BLOCK, max_size=6).map("\n\n".join))
def test_linking_changes_no_word_of_a_text(markdown):
    with_links, without = tree(rendered(markdown)), tree(to_html(markdown))

    assert "".join(with_links.itertext()) == "".join(without.itertext())


@given(st.text(alphabet=st.sampled_from("<>[]()!#*_`|-:\"'=&;/\\ \nrepscript1"), max_size=200))
def test_no_text_with_terms_becomes_unsafe_html(text):
    assert unsafe_parts(to_html(text, terms=TermLinks((("rep", "/a"), ("s", "/b"))))) == []


def test_what_a_link_adds_is_cleaned_like_everything_else():
    html = to_html("a rep", terms=TermLinks((("rep", "javascript:alert(1)"),)))

    assert "javascript" not in html
    assert "rep" in html


def test_without_any_term_nothing_changes():
    assert to_html("a rep", terms=TermLinks(())) == "<p>a rep</p>\n"


@pytest.mark.django_db
def test_a_page_links_a_term_once_over_all_its_parts(client):
    make_term()
    article = make_article(body="Do it.", how_it_works="A repetition.", clinical_context="One rep.")
    article.what_the_evidence_says = "More repetitions."
    article.save()
    make_faq(article=article, answer="Repetitions.", on_site_page=True)

    page = text_of(client.get("/articles/lifting-and-mood/"))

    assert page.count('href="/glossary/#repetition"') == 1
    assert '<a href="/glossary/#repetition">repetition</a>' in page
    assert text_of(client.get("/questions/")).count('href="/glossary/#repetition"') == 1


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 30])
def test_terms_cost_one_query_however_many_they_are(client, django_assert_num_queries, rows):
    make_article(body=" ".join(f"term-{number}" for number in range(rows)))
    for number in range(rows):
        make_term(f"term-{number}")

    with django_assert_num_queries(8):
        page = text_of(client.get("/articles/lifting-and-mood/"))

    assert page.count('href="/glossary/#') == rows


@pytest.mark.django_db
def test_the_glossary_lists_every_term_from_a_to_z(client):
    for slug in ("zeal", "Ache", "middle"):
        make_term(slug, meaning=f"About {slug} & <more>.")

    page = text_of(client.get("/glossary/"))

    assert re.findall(r'<div id="(\w+)"><dt>', page) == ["Ache", "middle", "zeal"]
    assert re.findall(r'<li><a href="#(\w+)">(\w)</a></li>', page) == [
        ("Ache", "A"),
        ("middle", "M"),
        ("zeal", "Z"),
    ]
    assert "About Ache &amp; &lt;more&gt;." in page


@pytest.mark.django_db
def test_an_empty_glossary_says_so(client):
    assert "No word is explained here yet." in text_of(client.get("/glossary/"))


@pytest.mark.django_db
def test_a_word_leads_to_one_term_only():
    make_term("repetition", words="repetition, rep")

    with pytest.raises(ValidationError) as refusal:
        Term(name="Rep", slug="rep", words="REP", meaning="Short.").full_clean()

    assert refusal.value.message_dict == {
        "words": ["“rep” leads to “Repetition” already. Take it out of one of them."]
    }


@pytest.mark.django_db
def test_a_meaning_never_tells_to_give_up_a_medicine():
    with pytest.raises(ValidationError, match="give up a medicine"):
        Term(name="A", slug="a", meaning="Lift instead of your medicine.").full_clean()


@pytest.mark.django_db
def test_shipped_terms_are_found_on_the_shipped_pages(client):
    call_command("load_content", verbosity=0)

    article = "/articles/resistance-training-for-depression-and-anxiety/"
    assert 'href="/glossary/#' in text_of(client.get(article))
    assert text_of(client.get("/glossary/")).count("<dt>") == len(TERMS) >= 40


def test_shipped_meanings_are_short_and_plain():
    assert [t.slug for t in TERMS if len(re.findall(r"[.!?](?:\s|$)", t.meaning)) > 2] == []
    assert grade(" ".join(term.meaning for term in TERMS)) <= 8
    assert {t.slug: round(grade(t.meaning)) for t in TERMS if grade(t.meaning) > 11} == {}


def test_shipped_terms_stand_apart():
    names = [term.name for term in TERMS]
    words = sorted(
        word.strip().casefold() for term in TERMS for word in term.words.split(",") if word
    )

    assert len(set(names)) == len(names)
    assert [one for one, next_one in pairwise(words) if one == next_one] == []
