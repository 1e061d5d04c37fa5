"""How long and how hard a text is to read, by the grade formula of Flesch and Kincaid; pure."""

import math
import re
from dataclasses import dataclass

from articles.rendering import reading_minutes

# What is asked of every article; the shipped ones are held to it in the tests.
FEWEST_WORDS, MOST_WORDS = 600, 1500
# The formula gives an American school grade; in grade 6 readers are 11 or 12 years old.
HIGHEST_GRADE = 7.0
LONGEST_SENTENCE = 32
AGE_AT_GRADE_0 = 5

# What is not a sentence of ours: headings, tables, and the places where the ledger puts figures.
NO_PROSE = re.compile(r"^(?:#+ .*|\|.*)$|\[\[[^\]\n]*\]\]", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
BLOCK = re.compile(r"\n\s*\n|\n\s*(?:-|\d+\.) ")
SENTENCE_END = re.compile(r"(?<=[.!?])[”)*]*\s+")
WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*")
# Written but not heard: "make", "rules", "trained"; heard in "able", "muscles", "classes", "ended".
SILENT_END = re.compile(r"(?<=[^aeiouy])(?<![^aeiouy]l)(?:e|(?<![cgsxz])(?<![cs]h)es|(?<![td])ed)$")
# Two vowels side by side that are heard apart: "trial", "science", "doing".
APART = re.compile(r"(?<![cstgx])i[aou]|(?<![rt])ie[nt]|[eouy]ing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How a text reads: its size, the age it asks of readers, and its longest sentence."""

    words: int
    minutes: int
    grade: float
    longest: str

    fewest, most, most_in_a_sentence = FEWEST_WORDS, MOST_WORDS, LONGEST_SENTENCE

    @property
    def age(self) -> int:
        """The age from which a reader follows, in whole years."""
        return AGE_AT_GRADE_0 + max(0, math.floor(self.grade))

    @property
    def next_age(self) -> int:
        return self.age + 1

    @property
    def longest_words(self) -> int:
        return len(self.longest.split())

    @property
    def is_easy(self) -> bool:
        return self.grade <= HIGHEST_GRADE

    @property
    def is_maze(self) -> bool:
        return self.longest_words > LONGEST_SENTENCE

    @property
    def is_short(self) -> bool:
        return self.words < FEWEST_WORDS

    @property
    def is_long(self) -> bool:
        return self.words > MOST_WORDS


def measure(markdown: str) -> Measure:
    """Measure a text, also one that has no words yet."""
    return Measure(
        words=len(markdown.split()),
        minutes=reading_minutes(markdown),
        grade=grade(markdown),
        longest=max(sentences_of(markdown), key=lambda each: len(each.split()), default=""),
    )


def grade(markdown: str) -> float:
    """Return the American school grade of a text; a reader of grade 6 is 11 or 12 years old.

    Figures, and names inside a sentence, are left out: they cannot be put more simply.
    """
    sentences = [words for words in map(_plain_words, sentences_of(markdown)) if words]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    syllables = sum(map(syllables_of, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def sentences_of(markdown: str) -> list[str]:
    """Cut a text into sentences; an item of a list begins a new one."""
    prose = LINK.sub(r"\1", NO_PROSE.sub("", markdown))
    return [
        sentence.strip(" -*\n")
        for block in BLOCK.split(f"\n{prose}")
        for sentence in SENTENCE_END.split(block)
        if sentence.strip(" -*\n")
    ]


def syllables_of(word: str) -> int:
    """Count the vowel sounds of a word, near enough for an average."""
    heard = SILENT_END.sub("", word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", heard)) + len(APART.findall(heard)))


def _plain_words(sentence: str) -> list[str]:
    first, *rest = WORD.findall(sentence) or [""]
    words = [first, *(word for word in rest if word[0].islower() or word == "I")]
    return [word for word in words if word]
