"""What differs between two states of a text, word by word; pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from enum import StrEnum
from hashlib import sha256
from typing import Any

from articles.content.values import PageText

# A word with the space behind it, so that the pieces put together are the text again.
WORD = re.compile(r"\S+\s*|\s+")


class Change(StrEnum):
    """What happened to a piece of text."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words in a row, and what happened to them."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDifference:
    """What differs in one field, or in one question."""

    field: str
    pieces: tuple[Piece, ...]


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Compare two texts word by word; all kept and added pieces together are the second text."""
    old, new = WORD.findall(before), WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        piece
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        for piece in _pieces(tag, "".join(old[i1:i2]), "".join(new[j1:j2]))
    )


def differences(before: Any, after: Any) -> tuple[FieldDifference, ...]:
    """Compare two values of a kind, such as two pages, field by field; equal fields are left out.

    Nothing at all (None) stands for a value that is not there yet, or no longer.
    """
    old, new = _flat(before), _flat(after)
    return tuple(
        FieldDifference(field=field, pieces=word_diff(old.get(field, ""), new.get(field, "")))
        for field in dict.fromkeys((*new, *old))
        if old.get(field, "") != new.get(field, "")
    )


def _pieces(tag: str, old: str, new: str) -> Iterator[Piece]:
    if tag == "equal":
        yield Piece(change=Change.KEPT, text=new)
        return
    if old:
        yield Piece(change=Change.REMOVED, text=old)
    if new:
        yield Piece(change=Change.ADDED, text=new)


def _flat(value: Any) -> dict[str, str]:
    """Return the fields of a value as text, in the order in which they are written."""
    if value is None:
        return {}
    if isinstance(value, PageText):
        questions = {
            f"question {question.slug}: {name}": text
            for question in value.questions
            for name, text in _flat(question).items()
        }
        return _flat(value.article) | questions
    return {field.name: _words(getattr(value, field.name)) for field in fields(value)}


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return "\n".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, bytes):
        return f"a file of {len(value)} bytes, {sha256(value).hexdigest()[:12]}"
    return "" if value is None else str(value)
