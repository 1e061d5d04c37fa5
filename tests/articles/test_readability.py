"""How a text reads is measured the way it is heard, and told in plain words."""

import pytest

from articles.readability import Measure, grade, measure, sentences_of, syllables_of

EASY = "The cat sat on the mat. It was warm there."
HARD = "Heterogeneity considerably undermines the interpretability of aggregated estimations."


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


def test_a_text_is_measured_in_words_minutes_grade_and_its_longest_sentence():
    text = measure(f"{EASY} This is the one that is longest of all three.")

    assert (text.words, text.minutes, text.longest) == (
        20,
        1,
        "This is the one that is longest of all three.",
    )
    assert (text.is_easy, text.is_maze, text.is_short, text.is_long) == (True, False, True, False)


def test_a_hard_text_is_told_from_an_easy_one():
    assert (measure(EASY).is_easy, measure(HARD).is_easy) == (True, False)
    assert (measure(EASY).age, measure(HARD).age > 20) == (5, True)


@pytest.mark.parametrize("text", ["", "  ", "12 + 3", "### Only a heading"])
def test_a_text_without_a_sentence_is_easy_and_short(text):
    nothing = measure(text)

    assert (nothing.grade, nothing.is_easy, nothing.is_maze) == (0.0, True, False)


@pytest.mark.parametrize(("words", "is_maze"), [(32, False), (33, True)])
def test_a_sentence_has_at_most_32_words(words, is_maze):
    assert measure("a " * (words - 1) + "b.").is_maze is is_maze


@pytest.mark.parametrize(
    ("words", "short", "long"),
    [(599, True, False), (600, False, False), (1500, False, False), (1501, False, True)],
)
def test_an_article_has_600_to_1500_words(words, short, long):
    text = measure("word " * words)

    assert (text.is_short, text.is_long) == (short, long)


@pytest.mark.parametrize(("grade", "age"), [(-2.0, 5), (6.0, 11), (6.9, 11), (7.0, 12)])
def test_a_grade_is_told_as_the_age_of_its_readers(grade, age):
    text = Measure(words=1, minutes=1, grade=grade, longest="One.")

    assert (text.age, text.next_age) == (age, age + 1)
