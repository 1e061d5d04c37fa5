"""Pieces of private pages that are the same for everybody, each made once in each language."""

from collections.abc import Iterable
from functools import reduce
from operator import add

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from planner.engine import EXERCISES
from planner.fixed import Fixed
from planner.presenters.drawing import drawing
from planner.presenters.sessions import DoseRow
from planner.presenters.why import Why

register = template.Library()


@register.simple_tag
def fixed(name: str, **given: object) -> SafeString:
    """Include a template that shows nothing of the page it stands on but what is given."""
    return _fixed(name, *given.items())


@Fixed
def _fixed(name: str, *given: tuple[str, object]) -> SafeString:
    return render_to_string(name, dict(given))


@register.simple_tag
@Fixed
def how_to(code: str, place: int | str = "") -> SafeString:
    """Draw an exercise and lead to its page; `place` sets its ids apart where it comes again."""
    exercise = EXERCISES[code]
    context = {"exercise": exercise, "drawing": drawing(exercise), "place": place}
    return render_to_string("planner/_how_to.html", context)


@register.simple_tag
@Fixed
def ways(start: str, easier: str, harder: str) -> SafeString:
    """Say how to begin with an exercise, and which others are easier and harder."""
    context = {"start": start, "easier": easier, "harder": harder}
    return render_to_string("planner/_ways.html", context)


@register.simple_tag
@Fixed
def easier_and_harder(name: str, easier: str, harder: str) -> SafeString:
    """Say which other exercises are easier and harder than one of today's."""
    context = {"name": name, "easier": easier, "harder": harder}
    return render_to_string("planner/_easier_and_harder.html", context)


@register.simple_tag
def reasons(rules: Iterable[Why]) -> SafeString:
    """List rules in the reader's words."""
    return format_html("<ul>{}</ul>", _joined(_reason.each((rule,) for rule in rules)))


@Fixed
def _reason(rule: Why) -> SafeString:
    return render_to_string("planner/_reason.html", {"why": rule})


@register.simple_tag
def dose_rows(rows: Iterable[DoseRow]) -> SafeString:
    """Give the lines of a table, one an exercise."""
    return _joined(_dose_row.each((row,) for row in rows))


@Fixed
def _dose_row(row: DoseRow) -> SafeString:
    return render_to_string("planner/_dose_row.html", {"row": row})


def _joined(pieces: Iterable[SafeString]) -> SafeString:
    # A sum, unlike a join, stays markup only where every piece of it is.
    return reduce(add, pieces, SafeString())
