"""An excerpt shows the part that answers, from word to word, and marks what was asked for."""

import sys

from hypothesis import example, given
from hypothesis import strategies as st

from articles.search.asked import ask
from articles.search.excerpts import LENGTH, Piece, excerpt, marked, matches
from articles.search.words import places, words

FILLING = "Nothing to see in this sentence at all. " * 20
# Words that fold and stem in odd ways, and what may stand around them.
PIECES = [
    *("lie", "lying", "Run", "running", "happy", "HAPPIER", "skies", "o'clock", "oclock", "low"),
    *(
        "caf\u00e9",
        "cafe",
        "\u0130zmir",
        "izmir",
        "o\ufb03ce",
        "office",
        "it\u2019s",
        "\u212aelvin",
    ),
    *(" ", " ", " ", "\n", "\u00a0", ". ", "-", "_", "'", "\u2013", "\u037a", FILLING),
]


def hits_of(*asked: str):
    return lambda words: [word in asked for word in words]


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{piece.text}]" if piece.is_match else piece.text for piece in pieces)


def test_every_word_that_was_asked_for_is_marked_as_it_is_written():
    assert shown(marked("Squat, then SQUAT\u2014slowly.", hits_of("squat"))) == (
        "[Squat], then [SQUAT]\u2014slowly."
    )


def test_a_short_text_is_shown_whole():
    assert shown(excerpt("Sit down. Stand up.", hits_of("stand"))) == "Sit down. [Stand] up."


def test_a_long_text_begins_with_the_sentence_of_the_match():
    text = f"{FILLING}Lift twice a week. {FILLING}"

    piece = shown(excerpt(text, hits_of("twice", "week")))

    assert piece.startswith("\u2026Nothing to see in this sentence at all. Lift [twice] a [week].")
    assert piece.endswith("\u2026")


def test_the_part_with_the_most_different_words_is_shown():
    text = f"Mood, mood, mood. {FILLING}Sleep and mood. {FILLING}Sleep."

    assert "[Sleep] and [mood]." in shown(excerpt(text, hits_of("mood", "sleep")))


def test_a_text_without_a_match_is_shown_from_its_beginning():
    assert shown(excerpt(FILLING, hits_of())).startswith("Nothing to see")


def test_a_match_at_the_end_is_shown_with_what_comes_before_it():
    piece = shown(excerpt(f"{FILLING}The end.", hits_of("end")))

    assert piece.endswith("Nothing to see in this sentence at all. The [end].")


def test_an_excerpt_is_cut_between_words():
    inside = shown(excerpt("wonderful " * 100, hits_of("nothing"))).rstrip("\u2026").split()

    assert set(inside) == {"wonderful"}


@given(st.text())
def test_marking_changes_no_letter(text):
    assert "".join(piece.text for piece in marked(text, hits_of("a", "1"))) == text


@given(st.text(alphabet="ab .\n\u2026<", max_size=1_000))
def test_an_excerpt_is_short_and_a_part_of_its_text(text):
    piece = "".join(piece.text for piece in excerpt(text, hits_of("a", "ab")))

    assert piece.removeprefix("\u2026").removesuffix("\u2026") in text
    assert len(piece) <= LENGTH + 2


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join),
)
@example("low - run", "low run")
@example("run all happy", "low")
@example("run - happy", "low")
@example("\u0130\u0130\u0130 low", "low")
@example("o\u2019clock o'clock caf\u00e9", "oclock cafe")
@example("lying", "lie")
def test_looking_only_at_words_that_begin_as_was_asked_finds_the_same(text, typed):
    asked = ask(words(typed), {("low",): (("run", "happi"),)})
    every = list(places(text))
    hits = asked.hits([word for _start, _end, word in every])

    found = matches(text, asked.hits, asked.beginnings)

    assert found == [(each[0], each[2]) for each, hit in zip(every, hits, strict=True) if hit]


def test_only_one_letter_becomes_longer_when_it_is_made_small():
    every = map(chr, range(sys.maxunicode + 1))

    assert [letter for letter in every if len(letter.lower()) > 1] == ["\u0130"]
