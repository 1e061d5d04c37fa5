"""The better answer stands first."""

import pytest

from articles.search.asked import ask
from articles.search.ranking import Text, shares, standing
from articles.search.words import stemmed

LONG = "other words " * 300


def text(title: str, body: str, weight: float = 1.0) -> Text:
    return Text(name=stemmed(title), title=stemmed(title), body=stemmed(body), weight=weight)


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("bone pain", text("Other", "Bones. Pain."), text("Bones and bones", "Bones.")),
        ("set", text("Set", "Once."), text("Set and rep", "Set, set, set.")),
        ("bone", text("Bones", "Other."), text("Other", "Bones, bones, bones.")),
        ("low mood", text("A", f"Low mood. {LONG}"), text("A", f"Low back, good mood. {LONG}")),
        ("bone", text("A", f"Bone, bone. {LONG}"), text("A", f"Bone. {LONG}")),
        ("bone", text("A", "A bone."), text("A", f"A bone. {LONG}")),
        ("bone", text("A", "A bone."), text("A", "A bone.", weight=0.5)),
        ("squat", text("Squat hold", "Other."), text("Squatter hold", "Other.")),
    ],
    ids=[
        "all words before the title",
        "a title that is just the word",
        "the title before the text",
        "neighbours that stay neighbours",
        "more often",
        "a shorter text",
        "a kind that weighs more",
        "a whole word before a beginning",
    ],
)
def test_the_better_answer_stands_first(typed, better, worse):
    asked = ask(typed.split(), {})

    assert standing(asked, better) > standing(asked, worse)


def test_a_name_counts_as_a_title_without_the_other_names():
    term = Text(name="repetit", title="repetit rep", body="", weight=1)

    assert standing(ask(["repetition"], {}), term)[1] is True
    assert standing(ask(["rep"], {}), term)[1:3] == (False, 1)


def test_a_word_that_is_only_begun_counts_for_less_than_a_whole_one():
    assert shares(ask(["bone", "squat"], {}), "bone squatter") == [1, 0.5]
