"""Texts become the same words whatever their case, accents, apostrophes and endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.words import (
    LONGEST_TEXT,
    LONGEST_WORD,
    fold,
    places,
    stemmed,
    stems,
    unified,
    words,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Low MOOD", ["low", "mood"]),
        ("Bélanger-Gravel", ["belanger", "gravel"]),
        ("be\u0301langer", ["belanger"]),
        ("can't, can\u2019t", ["cant", "cant"]),
        ("GLP-1 (1RM)", ["glp", "1", "1rm"]),
        ("snake_case", ["snake", "case"]),
        ("I² of 50%", ["i2", "of", "50"]),
        ("Straße β", ["strasse", "β"]),
        ("  \0 \N{THINKING FACE} — ! ", []),
    ],
)
def test_a_text_is_cut_into_plain_words(text, folded):
    assert words(text) == folded


def test_words_of_one_family_share_a_stem():
    assert stems("squats squatting Squat") == ["squat"] * 3


def test_a_text_is_stored_as_its_stems():
    assert stemmed("Worried, anxious: worries!") == "worri anxious worri"


def test_what_a_database_would_refuse_is_cut_off():
    assert words("a" * 1_000) == ["a" * LONGEST_WORD]
    assert len(stemmed("word " * (LONGEST_TEXT + 5)).split()) == LONGEST_TEXT


@given(st.text())
def test_whatever_is_typed_every_word_is_letters_and_digits(text):
    for word in words(text):
        assert word.isalnum()
        assert len(word) <= LONGEST_WORD
        assert fold(word) == word


@given(st.text())
def test_a_word_is_found_where_it_stands(text):
    text = unified(text)

    for start, end, word in places(text):
        assert fold(text[start:end]) == word
