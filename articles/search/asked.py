"""What a visitor asked for, as groups of words of which a text should have one each; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.search.words import COMMON, stem

# Fewer letters begin too many words to say anything.
LEAST_TO_BEGIN = 3
MOST_GROUPS = 12

Phrase = tuple[str, ...]
Synonyms = Mapping[Phrase, tuple[Phrase, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Words that mean the same here: whole phrases of stems, and a word that was only begun.

    `longer` are the known stems that begin as it does; databases are asked for those.
    """

    phrases: tuple[Phrase, ...]
    begun: str = ""
    longer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A search: its groups, and the words that were typed, as stems in their order."""

    groups: tuple[Group, ...]
    typed: Phrase

    def hits(self, words: Sequence[str]) -> list[bool]:
        """Say of each folded word of a text whether it is one that was asked for."""
        stems = tuple(map(stem, words))
        phrases = {phrase for group in self.groups for phrase in group.phrases}
        begun = tuple(group.begun for group in self.groups if group.begun)
        hits = [
            word.startswith(begun) or stem.startswith(begun)
            for word, stem in zip(words, stems, strict=True)
        ]
        for phrase in phrases:
            for place in _places(phrase, stems):
                hits[place : place + len(phrase)] = [True] * len(phrase)
        return hits

    @property
    def beginnings(self) -> set[str]:
        """How every word begins that was asked for; all else need not be looked at."""
        stems = {stem for group in self.groups for phrase in group.phrases for stem in phrase}
        begun = {group.begun for group in self.groups if group.begun}
        return {_beginning(known) for known in stems | begun}


def ask(words: Sequence[str], synonyms: Synonyms, endings: Iterable[str] = ()) -> Asked:
    """Group folded words; `endings` are stems of known words that begin with the last one."""
    endings = tuple(endings)
    groups, place = [], 0
    stems = tuple(map(stem, words))
    while place < len(stems):
        length = _longest_known(stems[place:], synonyms)
        phrase = stems[place : place + length]
        place += length
        phrases = (phrase, *synonyms.get(phrase, ()))
        if place == len(words) and length == 1 and may_be_begun(words[-1]):
            longer = tuple(ending for ending in endings if ending.startswith(words[-1]))
            phrases += tuple((ending,) for ending in endings if ending not in longer)
            groups.append(
                Group(phrases=tuple(dict.fromkeys(phrases)), begun=words[-1], longer=longer)
            )
        else:
            groups.append(Group(phrases=tuple(dict.fromkeys(phrases))))
    return Asked(groups=_telling(groups)[:MOST_GROUPS], typed=stems)


def may_be_begun(word: str) -> bool:
    """Say whether a last word may stand for the longer words that begin with it."""
    return len(word) >= LEAST_TO_BEGIN and word not in COMMON


def _beginning(stem: str) -> str:
    """Return what words with this stem begin with: only its last letter may differ.

    But for "lying" and its like, whose stem is "lie".
    """
    return stem[:-2] if stem.endswith("ie") else stem[:-1]


def _longest_known(stems: Phrase, synonyms: Synonyms) -> int:
    longest = max(map(len, synonyms), default=1)
    return next((n for n in range(longest, 1, -1) if len(stems) >= n and stems[:n] in synonyms), 1)


def _telling(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Leave out words that every text has, unless nothing else was asked."""
    once = tuple(dict.fromkeys(groups))
    telling = (each for each in once if not COMMON_STEMS.issuperset(each.phrases[0]))
    return tuple(telling) or once


def _places(phrase: Phrase, stems: Phrase) -> list[int]:
    return [
        place
        for place, stem in enumerate(stems)
        if stem == phrase[0] and stems[place : place + len(phrase)] == phrase
    ]


COMMON_STEMS = frozenset(map(stem, COMMON))
