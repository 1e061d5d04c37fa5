"""What pages tell programs is true, whole, of schema.org's words, and cannot break out."""

from datetime import UTC, date, datetime

import pytest

from articles.models import Article, Citation, Term
from tests.articles.builders import make_article, make_claim, make_draft, make_faq, make_source
from tests.articles.reading import text_of
from tests.ttl.vocabulary import faults, read_structured_data

pytestmark = pytest.mark.django_db

ARTICLE = "/articles/lifting-and-mood/"
SITE = "http://testserver"
TTL = {"@type": "Organization", "name": "TTL", "url": f"{SITE}/"}
REVIEW = {
    "reviewer_name": "Dr Ada Example, general practitioner",
    "reviewed_date": date(2026, 11, 1),
    "next_review_date": date(2027, 11, 1),
}


def nodes_on(client, address: str) -> dict[str, dict[str, object]]:
    """Return the nodes of a page by type, after a look for words that schema.org does not have."""
    nodes = read_structured_data(text_of(client.get(address)))
    assert [fault for node in nodes for fault in faults(node)] == []
    return {node.pop("@type"): node for node in nodes}


def test_an_article_says_what_it_is_about_what_it_rests_on_and_who_wrote_it(client, world):
    Article.objects.update(
        published_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
        updated_at=datetime(2026, 11, 21, 9, tzinfo=UTC),
    )

    assert nodes_on(client, ARTICLE)["MedicalWebPage"] == {
        "@id": f"{SITE}{ARTICLE}",
        "url": f"{SITE}{ARTICLE}",
        "headline": "Lifting and mood",
        "description": "What lifting does for mood.",
        "inLanguage": "en-GB",
        "datePublished": "2026-11-20T09:00:00+00:00",
        "dateModified": "2026-11-21T09:00:00+00:00",
        "creditText": "Written by TTL's AI panel",
        "author": TTL,
        "publisher": TTL,
        "audience": {
            "@type": "MedicalAudience",
            "audienceType": "Adults without medical training",
            "suggestedMinAge": 18,
        },
        "about": [{"@type": "Thing", "name": "Sleep"}],
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "Citation of doe-2020.",
                "url": f"{SITE}/sources/doe-2020/",
                "sameAs": "https://doi.org/10.1000/example",
                "identifier": "doi:10.1000/example",
            }
        ],
    }


def test_a_review_is_told_only_where_one_took_place(client):
    make_article()
    make_article("read-by-ada", **REVIEW)

    unread = nodes_on(client, ARTICLE)["MedicalWebPage"]
    read = nodes_on(client, "/articles/read-by-ada/")["MedicalWebPage"]

    assert {"reviewedBy", "lastReviewed"} & set(unread) == set()
    assert (read["reviewedBy"], read["lastReviewed"]) == (
        {"@type": "Person", "name": "Dr Ada Example, general practitioner"},
        "2026-11-01",
    )


def test_a_source_without_a_doi_has_none_made_up(client):
    article = make_article()
    source = make_source(doi="", url="https://a.example/guideline")
    Citation.objects.create(article=article, source=source)

    [cited] = nodes_on(client, ARTICLE)["MedicalWebPage"]["citation"]

    assert (cited["sameAs"], "identifier" in cited) == ("https://a.example/guideline", False)


def test_the_questions_of_a_page_are_told_as_readers_see_them(client):
    make_claim()
    article = make_article()
    make_faq("short", article=article, answer="It is [[doe-2020-mood]] & *more*.\n\n- One\n- Two")

    on_article = nodes_on(client, ARTICLE)["FAQPage"]
    on_site = nodes_on(client, "/questions/")["FAQPage"]

    answer = "It is -0.50 (95% confidence interval -0.70 to -0.30) & more. One Two"
    assert on_article["mainEntity"] == [
        {
            "@type": "Question",
            "name": "Question short?",
            "acceptedAnswer": {"@type": "Answer", "text": answer},
        }
    ]
    assert on_site == on_article | {
        "@id": f"{SITE}/questions/#questions",
        "url": f"{SITE}/questions/",
    }


def test_a_page_without_questions_claims_none(client):
    make_article()

    assert list(nodes_on(client, ARTICLE)) == ["BreadcrumbList", "MedicalWebPage"]
    assert list(nodes_on(client, "/questions/")) == ["BreadcrumbList"]


@pytest.mark.parametrize(
    ("address", "names", "last_item"),
    [
        (ARTICLE, ["Home", "Articles", "Lifting and mood"], f"{SITE}/articles/"),
        ("/topics/sleep/", ["Home", "Topics", "Sleep"], f"{SITE}/topics/"),
        ("/exercises/push-up/", ["Home", "Exercises", "Push-up"], f"{SITE}/exercises/"),
    ],
)
def test_the_trail_of_a_page_is_told_as_readers_see_it(client, world, address, names, last_item):
    steps = nodes_on(client, address)["BreadcrumbList"]["itemListElement"]

    assert [step["name"] for step in steps] == names
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step.get("item") for step in steps] == [f"{SITE}/", last_item, None]


def test_the_glossary_tells_every_word(client):
    Term.objects.create(name="Set", slug="set", meaning="A few in a row.")

    assert nodes_on(client, "/glossary/")["DefinedTermSet"]["hasDefinedTerm"] == [
        {
            "@type": "DefinedTerm",
            "name": "Set",
            "description": "A few in a row.",
            "url": f"{SITE}/glossary/#set",
        }
    ]


def test_the_front_page_says_whose_site_it_is(client):
    assert nodes_on(client, "/")["WebSite"] == {
        "name": "TTL",
        "url": f"{SITE}/",
        "inLanguage": "en-GB",
        "publisher": TTL,
    }


def test_no_text_of_an_editor_can_leave_the_script_it_stands_in(client):
    attack = "</script><!-- & \u2028 <script>alert(1)</script>"
    make_article(title=attack)

    page = text_of(client.get(ARTICLE))

    [data] = page.partition('<script type="application/ld+json">')[2:]
    data = data.partition("</script>")[0]
    assert [sign in data for sign in ("<", ">", "&", "\u2028")] == [False] * 4
    assert nodes_on(client, ARTICLE)["MedicalWebPage"]["headline"] == attack


def test_a_preview_for_staff_tells_programs_nothing_of_the_draft(client, editor):
    make_draft()
    client.force_login(editor)

    assert list(nodes_on(client, "/articles/not-yet/")) == ["BreadcrumbList"]


def test_the_check_of_words_finds_what_schema_org_does_not_know():
    page = {"@type": "MedicalWebPage", "headline": 5, "reviewer": "Ada", "about": {"@type": "Date"}}

    assert "MedicalWebPage has no reviewer" in list(faults(page | {"about": "mood"}))
    assert list(faults({"@type": "Answer", "text": 5})) == ["text of Answer cannot be 5"]
    with pytest.raises(AttributeError):
        list(faults({"@type": "MedicalPage", "name": "x"}))
