"""Shipped content reaches the database once, and never over the head of staff."""

from io import StringIO

import pytest
from django.core.management import call_command

from articles.content.files import ContentError
from articles.loading import Loaded, Outcome, load_content
from articles.models import (
    Article,
    ChangeNotice,
    Claim,
    Faq,
    LoadedContent,
    Source,
    Synonym,
    Takeaway,
    Term,
    Topic,
    Version,
)
from tests.articles.shipped import change

pytestmark = pytest.mark.django_db


def outcomes(loaded: tuple[Loaded, ...]) -> dict[str, Outcome]:
    return {row.kind: row.outcome for row in loaded}


KINDS = ["topic", "source", "claim", "article", "question", "term", "synonym"]


def everything(outcome: Outcome) -> dict[str, Outcome]:
    return dict.fromkeys(KINDS, outcome)


def test_a_first_load_creates_everything_and_publishes_the_article(folder):
    loaded = load_content(folder)

    article = Article.objects.published().get()
    assert outcomes(loaded) == everything(Outcome.CREATED)
    assert (article.body, article.how_it_works, article.what_the_evidence_says) == (
        "Opening.",
        "Perhaps so.",
        "",
    )
    assert [takeaway.text for takeaway in article.takeaways.all()] == ["First.", "Second."]
    assert [citation.source.key for citation in article.citations.all()] == ["doe-2020"]
    assert [faq.question for faq in article.faqs.all()] == ["How often?"]


def test_a_second_load_changes_nothing(folder):
    load_content(folder)
    before = Article.objects.values().get(), list(Takeaway.objects.values())

    loaded = load_content(folder)

    assert outcomes(loaded) == everything(Outcome.UNCHANGED)
    assert (Article.objects.values().get(), list(Takeaway.objects.values())) == before


def test_a_new_version_reaches_rows_that_staff_left_alone(folder):
    load_content(folder)
    change(folder / "articles" / "lifting.md", '"First.", ', "")
    change(folder / "faqs.toml", "Twice", "Three times")

    loaded = load_content(folder)

    assert outcomes(loaded) == {
        "topic": Outcome.UNCHANGED,
        "source": Outcome.UNCHANGED,
        "claim": Outcome.UNCHANGED,
        "article": Outcome.UPDATED,
        "question": Outcome.UPDATED,
        "term": Outcome.UNCHANGED,
        "synonym": Outcome.UNCHANGED,
    }
    assert [takeaway.text for takeaway in Takeaway.objects.all()] == ["Second."]
    assert Faq.objects.get().answer == "Three times a week."


def test_a_staff_edit_is_kept_and_told_of(folder):
    load_content(folder)
    Topic.objects.update(summary="Edited.")
    Source.objects.update(finding="Edited.")
    Claim.objects.update(note="Edited.")
    Takeaway.objects.filter(text="First.").update(text="Edited.")
    Faq.objects.update(answer="Edited.")
    Term.objects.update(meaning="Edited.")
    Synonym.objects.update(means="Edited")

    first, second = load_content(folder), load_content(folder)

    assert outcomes(first) == outcomes(second) == everything(Outcome.EDITED)
    assert Takeaway.objects.order_by("position").first().text == "Edited."


def test_overwrite_puts_the_shipped_text_back(folder):
    load_content(folder)
    Takeaway.objects.filter(text="First.").update(text="Edited.")

    loaded = load_content(folder, overwrite=True)

    assert outcomes(loaded)["article"] == Outcome.UPDATED
    assert [takeaway.text for takeaway in Takeaway.objects.all()] == ["First.", "Second."]


def test_text_that_staff_changed_to_what_now_ships_counts_as_shipped(folder):
    load_content(folder)
    Topic.objects.update(summary="New summary.")
    change(folder / "topics.toml", "Old", "New")
    agreed = load_content(folder)
    change(folder / "topics.toml", "New", "Newer")

    later = load_content(folder)

    assert (outcomes(agreed)["topic"], outcomes(later)["topic"]) == (
        Outcome.UNCHANGED,
        Outcome.UPDATED,
    )


def test_a_row_that_staff_removed_stays_away_until_asked_for(folder):
    load_content(folder)
    Article.objects.all().delete()

    kept = load_content(folder)
    forced = load_content(folder, overwrite=True)

    assert (outcomes(kept)["article"], outcomes(kept)["question"]) == (
        Outcome.REMOVED,
        Outcome.REMOVED,
    )
    assert (outcomes(forced)["article"], Article.objects.count()) == (Outcome.UPDATED, 1)


def test_a_new_question_of_an_article_that_staff_removed_is_left_out(folder):
    load_content(folder)
    Article.objects.all().delete()
    LoadedContent.objects.filter(kind="question").delete()

    assert outcomes(load_content(folder))["question"] == Outcome.REMOVED


def test_an_article_that_staff_took_down_is_updated_but_stays_down(folder):
    load_content(folder)
    Article.objects.update(published_at=None)
    change(folder / "articles" / "lifting.md", "Opening.", "Better opening.")

    load_content(folder)

    assert Article.objects.values_list("body", "published_at").get() == ("Better opening.", None)


def test_text_that_a_clinician_reviewed_is_never_replaced_silently(folder):
    load_content(folder)
    Article.objects.update(
        reviewer_name="Dr Ada", reviewed_date="2026-11-01", next_review_date="2027-11-01"
    )
    change(folder / "articles" / "lifting.md", "Opening.", "Unread opening.")

    loaded = load_content(folder)

    assert outcomes(loaded)["article"] == Outcome.EDITED
    assert Article.objects.get().body == "Opening."


def test_line_ends_from_a_browser_are_no_edit(folder):
    change(folder / "articles" / "lifting.md", "Opening.", "Opening.\n\nMore.")
    load_content(folder)
    Article.objects.update(body="Opening.\r\n\r\nMore.")
    change(folder / "articles" / "lifting.md", "More.", "Much more.")

    assert outcomes(load_content(folder))["article"] == Outcome.UPDATED


def test_a_row_that_staff_made_first_is_theirs(folder):
    Topic.objects.create(slug="sleep", name="Our own")

    assert outcomes(load_content(folder))["topic"] == Outcome.EDITED


def test_one_bad_file_leaves_the_database_as_it_was(folder):
    change(folder / "articles" / "lifting.md", '["doe-2020"]', '["nobody-1900"]')

    with pytest.raises(ContentError, match=r"lifting cites nobody-1900"):
        load_content(folder)

    assert (Topic.objects.count(), Source.objects.count(), Article.objects.count()) == (0, 0, 0)


def test_the_command_reports_what_it_did():
    first, second, third = StringIO(), StringIO(), StringIO()

    call_command("load_content", stdout=first)
    call_command("load_content", stdout=second)
    Topic.objects.filter(slug="anxiety").update(name="Worry")
    call_command("load_content", stdout=third)

    count = LoadedContent.objects.count()
    assert first.getvalue() == f"Content: {count} created.\n"
    assert second.getvalue() == f"Content: {count} unchanged.\n"
    assert third.getvalue() == (
        "topic anxiety: kept as staff edited it\n"
        f"Content: {count - 1} unchanged, 1 kept as staff edited it.\n"
    )


def test_readers_are_told_what_a_new_version_changes_but_not_what_is_new_to_the_site(folder):
    load_content(folder)
    first = ChangeNotice.objects.count()
    change(folder / "faqs.toml", "Twice", "Three times")

    load_content(folder)

    notice = ChangeNotice.objects.get()
    assert (first, notice.about, notice.summary) == (0, "dose", "Changed: question “How often?”.")
    assert notice.reason == "Came with TTL"


def test_each_loaded_row_gets_one_entry_in_its_history(folder):
    load_content(folder)
    load_content(folder)

    told = Version.objects.values_list("kind", "title", "note").order_by("kind")
    assert list(told) == [
        ("article", "Lifting", "Came with TTL"),
        ("claim", "doe-2020-sleep", "Came with TTL"),
        ("source", "Doe, 2020", "Came with TTL"),
        ("synonym", "feeling low", "Came with TTL"),
        ("term", "Repetition", "Came with TTL"),
        ("topic", "Sleep", "Came with TTL"),
    ]
    assert "How often?" in Version.objects.get(kind="article").text
