"""What was typed becomes groups of words that mean the same."""

from articles.content.files import read_content
from articles.search.asked import MOST_GROUPS, Asked, Group, ask
from articles.search.words import stem, words

SYNONYMS = {
    ("feel", "low"): (("depress",), ("low", "mood")),
    ("low",): (("littl",),),
    ("how", "hard"): (("effort",),),
}


def phrases(*words: str, **known: object) -> list[tuple[tuple[str, ...], ...]]:
    return [group.phrases for group in ask(words, SYNONYMS, **known).groups]


def test_words_that_mean_the_same_stand_in_one_group():
    assert phrases("feeling", "low", "sleep") == [
        (("feel", "low"), ("depress",), ("low", "mood")),
        (("sleep",),),
    ]


def test_a_longer_synonym_comes_before_a_shorter_one():
    assert phrases("low", "sleep") == [(("low",), ("littl",)), (("sleep",),)]


def test_words_that_every_text_has_are_left_out():
    assert phrases("how", "do", "i", "squat") == [(("squat",),)]


def test_common_words_stay_where_they_are_part_of_a_synonym():
    assert phrases("how", "hard") == [(("how", "hard"), ("effort",))]


def test_common_words_are_all_there_is_to_ask_when_nothing_else_was_typed():
    assert phrases("who", "is") == [(("who",),), (("is",),)]


def test_only_the_last_word_may_be_a_beginning():
    asked = ask(["press", "depressi"], {}, ["depress", "depressing"])

    assert asked.groups == (
        Group(phrases=(("press",),)),
        Group(phrases=(("depressi",), ("depress",)), begun="depressi", longer=("depressing",)),
    )


def test_very_short_and_common_words_begin_nothing():
    assert [ask([word], {}).groups[0].begun for word in ("sq", "with", "squ")] == ["", "", "squ"]


def test_the_same_word_twice_counts_once():
    assert phrases("pain", "pains", "low") == [(("pain",),), (("low",), ("littl",))]


def test_a_long_question_keeps_its_first_words():
    words = [f"word{number}" for number in range(40)]

    assert len(ask(words, {}).groups) == MOST_GROUPS


def test_a_hit_is_a_whole_phrase_or_a_beginning():
    hits = ask(["feeling", "low"], SYNONYMS).hits

    assert hits(["low", "back", "low", "moods", "depressed"]) == [False, False, True, True, True]
    assert ask(["squa"], {}).hits(["squats", "a", "squash"]) == [True, False, True]


def test_every_word_begins_as_its_stem_does_but_for_the_last_letter():
    known = {*words(repr(read_content())), "lying", "dying", "tying"}

    assert [word for word in known if not word.startswith(tuple(beginnings_of(word)))] == []


def beginnings_of(word: str) -> set[str]:
    return Asked(groups=(Group(phrases=((stem(word),),)),), typed=()).beginnings
