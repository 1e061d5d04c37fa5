"""What differs between two states of a text, word by word."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from articles.content.files import read_content
from articles.content.values import PageText, TopicText
from articles.differences import Change, Piece, differences, word_diff

KEPT, ADDED, REMOVED = Change.KEPT, Change.ADDED, Change.REMOVED
TEXTS = st.text(st.sampled_from("ab \n\té.,"), max_size=60)


def test_one_changed_word_is_one_removed_and_one_added_piece():
    pieces = word_diff("Lift twice a week.", "Lift three times a week.")

    assert pieces == (
        Piece(change=KEPT, text="Lift "),
        Piece(change=REMOVED, text="twice "),
        Piece(change=ADDED, text="three times "),
        Piece(change=KEPT, text="a week."),
    )


@given(before=TEXTS, after=TEXTS)
def test_the_pieces_put_together_are_the_two_texts(before, after):
    pieces = word_diff(before, after)

    assert "".join(p.text for p in pieces if p.change is not REMOVED) == after
    assert "".join(p.text for p in pieces if p.change is not ADDED) == before


def test_only_fields_that_differ_are_told():
    before = TopicText(slug="sleep", name="Sleep", summary="Old.")

    (found,) = differences(before, replace(before, summary="New."))

    assert found.field == "summary"
    assert found.pieces == (
        Piece(change=REMOVED, text="Old."),
        Piece(change=ADDED, text="New."),
    )


def test_a_value_that_is_not_there_yet_is_all_new():
    found = differences(None, TopicText(slug="sleep", name="Sleep", summary=""))

    assert [(each.field, each.pieces[0].change) for each in found] == [
        ("slug", ADDED),
        ("name", ADDED),
    ]


def test_questions_are_told_apart_by_their_name_in_the_address():
    content = read_content()
    slug = next(faq.article for faq in content.faqs if faq.article)
    page = PageText(
        article=next(each for each in content.articles if each.slug == slug),
        questions=tuple(each for each in content.faqs if each.article == slug),
    )
    first, *others = page.questions
    changed = replace(page, questions=(replace(first, answer="Other."), *others))

    assert [each.field for each in differences(page, changed)] == [f"question {first.slug}: answer"]
    assert {
        each.field.partition(":")[0] for each in differences(page, replace(page, questions=()))
    } == {f"question {each.slug}" for each in page.questions}
