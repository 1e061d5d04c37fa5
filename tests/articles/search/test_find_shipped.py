"""What people type finds what they mean in what ships, in the same order on every database."""

import re

import pytest

from articles.models import Article, EntryKind, SearchEntry
from articles.search.excerpts import excerpt
from articles.search.query import find, hits

pytestmark = pytest.mark.django_db

# What stands first, and second where the order says something.
FIRST = {
    "squat": ["Goblet squat", "Slow-lowering squat"],
    "squa": ["Goblet squat", "Slow-lowering squat"],
    "lung": ["Reverse lunge"],
    "depressi": ["Resistance training for depression and anxiety"],
    "feeling low": ["Resistance training for depression and anxiety"],
    "Feel SAD": ["Resistance training for depression and anxiety"],
    "depresion": ["Resistance training for depression and anxiety"],
    "anxeity": ["Strength training for worry, anxiety and panic"],
    "excersize for pregnent women": ["Strength training in pregnancy and after birth"],
    "knackered": ["Starting when you have no energy"],
    "back ache": ["Strength training with long-lasting pain", "Long-lasting pain"],
    "how hard": ["Judging how hard it feels", "Effort (RPE)"],
    "new mum": ["Postnatal", "Strength training in pregnancy and after birth"],
    "tablets": ["Medicines and strength training"],
    "old age": ["Strength training in later life"],
    "panic attack": ["Strength training for worry, anxiety and panic"],
    "bones falls": ["Strength training for bones and falls"],
    "dumbell row": ["One-arm dumbbell row", "Barbell bent-over row"],
    "high blood pressure": ["Can I train with high blood pressure?"],
    "confidence interval": ["Confidence interval", "Prediction interval"],
    "noetel": ["Noetel and others, 2024"],
    "BELANGER": ["Bélanger-Gravel and others, 2013"],
    "phq-9": ["PHQ-9", "Arroll and others (PHQ-2 and PHQ-9)"],
    "is it just endorphins": ["Is it just endorphins?"],
    "can\u2019t sleep": ["I hardly sleep. Must I train anyway?"],
    "do I need a gym": ["Do I need a gym or any equipment?"],
}


def test_what_people_type_finds_what_they_mean(shipped, titles):
    assert {typed: titles(typed)[: len(first)] for typed, first in FIRST.items()} == FIRST


def test_every_kind_is_found(shipped):
    kinds = dict(find("strength").kinds)

    assert list(kinds) == list(EntryKind)


def test_every_shipped_article_is_the_first_to_be_found_by_its_title(shipped, titles):
    every = list(Article.objects.values_list("title", flat=True))

    assert [title for title in every if titles(title)[0] != title] == []


def test_a_hit_shows_its_figures_and_marks_what_was_asked_for(shipped):
    found = find("noetel 2024 depression", kind=EntryKind.SOURCE)
    first = hits(found, found.entries[:1])[0]

    assert [piece.text for piece in first.title if piece.is_match] == ["Noetel", "2024"]
    assert "depression" in [piece.text for piece in first.excerpt if piece.is_match]


@pytest.mark.parametrize(
    ("typed", "name"), [("sentadilla", "Sentadilla"), ("SENTADILLAS", "entadilla")]
)
def test_a_reader_of_spanish_finds_exercises_by_their_spanish_names(shipped, client, typed, name):
    page = client.get("/es/search/", {"q": typed}).content.decode()

    links = re.findall(r'<h3><a href="/es/exercises/[^"]+">(.*?)</a></h3>', page, re.DOTALL)
    named = [name in re.sub("<.*?>", "", link) for link in links]
    assert named == [True] * len(links)
    assert len(links) > 2


def test_what_is_at_hand_is_found_in_spanish_too(shipped):
    found = find("mancuernas").entries

    assert "Goblet squat" in {entry.title for entry in found}
    assert {entry.kind for entry in found} == {EntryKind.EXERCISE}


def test_no_shipped_text_is_shown_otherwise_for_looking_only_at_words_that_begin_so(shipped):
    articles = SearchEntry.objects.filter(kind=EntryKind.ARTICLE)
    texts = list(articles.values_list("text", flat=True))
    asked = [find(typed).asked for typed in FIRST]

    unlike = [
        (text, each)
        for each in asked
        for text in texts
        if excerpt(text, each.hits, each.beginnings) != excerpt(text, each.hits)
    ]

    assert unlike == []
