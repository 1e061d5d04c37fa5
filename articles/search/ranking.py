"""Which of two texts answers a search better; pure, so that every database agrees."""

from dataclasses import dataclass

from articles.search.asked import Asked, Group

# How soon more of the same words stop counting, and how much a long text must have more of them.
SATURATION = 1.5
USUAL_LENGTH = 300
LENGTH_COUNTS = 0.6
BEGUN_COUNTS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An entry as it is ranked: stems with spaces between, and what its kind weighs.

    `title` has other names too where an entry goes by them.
    """

    name: str
    title: str
    body: str
    weight: float


def standing(asked: Asked, text: Text) -> tuple[float, ...]:
    """Return what to sort by, the largest first.

    In order: how many words stand anywhere, whether the title is just what was asked, how many
    stand in the title, how many stand side by side as typed, and how much the text is about them.
    """
    title, body = _apart(text.title), _apart(text.body)
    in_title = shares(asked, text.title)
    in_body = [_amount(group, body) for group in asked.groups]
    long = len(text.name.split()) or 1
    length = text.body.count(" ")
    about = sum(in_title) / long + sum(_saturated(amount, length) for amount in in_body)
    return (
        sum(max(both) > 0 for both in zip(in_title, in_body, strict=True)),
        text.name == " ".join(asked.typed),
        sum(in_title),
        _pairs(asked, title) + _pairs(asked, body),
        about * text.weight,
    )


def shares(asked: Asked, stems: str) -> list[float]:
    """Say of each group how much of it is there: 1 for a whole word, less for one only begun."""
    text = _apart(stems)
    return [min(1, _amount(group, text)) for group in asked.groups]


def _apart(stems: str) -> str:
    """Put a space on each side of every word, so that neighbours do not share one."""
    return f" {stems.replace(' ', '  ')} "


def _amount(group: Group, text: str) -> float:
    """Count a group's words and phrases in a text."""
    whole = sum(text.count(f" {'  '.join(phrase)} ") for phrase in group.phrases)
    if whole or not group.begun:
        return whole
    return BEGUN_COUNTS * text.count(f" {group.begun}")


def _saturated(amount: float, length: int) -> float:
    usual = 1 - LENGTH_COUNTS + LENGTH_COUNTS * length / USUAL_LENGTH
    return amount / (amount + SATURATION * usual) if amount else 0


def _pairs(asked: Asked, text: str) -> int:
    """Count the neighbours among the typed words that are neighbours in the text."""
    pairs = zip(asked.typed, asked.typed[1:], strict=False)
    return sum(f" {one}  {other} " in text for one, other in pairs)
