"""How hard a text is to read, by the grade formula of Flesch and Kincaid."""

import re

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


def grade(markdown: str) -> float:
    """Return the American school grade of a text; a reader of grade 6 is 11 or 12 years old.

    Figures, and names inside a sentence, are left out: they cannot be put more simply.
    """
    sentences = [words for words in map(_plain_words, sentences_of(markdown)) if words]
    words = [word for sentence in sentences for word in sentence]
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
