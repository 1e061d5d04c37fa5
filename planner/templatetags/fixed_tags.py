"""Pieces of private pages that are the same for everybody, each made once in each language."""

from collections.abc import Iterable

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from planner.engine import EXERCISES, words
from planner.fixed import Fixed
from planner.presenters.drawing import drawing
from planner.presenters.sessions import DoseRow
from planner.presenters.why import Why

register = template.Library()


@register.simple_tag
@Fixed
def fixed(name: str) -> SafeString:
    """Include a template that shows nothing of the page it stands on."""
    return render_to_string(name)


@register.simple_tag
@Fixed
def how_to(code: str, place: int | str = "") -> SafeString:
    """Draw an exercise and lead to its page; `place` sets its ids apart where it comes again."""
    exercise = EXERCISES[code]
    context = {"exercise": exercise, "drawing": drawing(exercise), "place": place}
    return render_to_string("planner/_how_to.html", context)


@register.simple_tag
@Fixed
def ways(code: str, easier: str, harder: str) -> SafeString:
    """Say how to begin with an exercise, and which others are easier and harder."""
    start = words.STARTING_LOADS[EXERCISES[code].equipment]
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
    lines = "".join(_reason.each((rule,) for rule in rules))
    return mark_safe(f"<ul>{lines}</ul>")  # noqa: S308 - each line is a template


@Fixed
def _reason(rule: Why) -> SafeString:
    return render_to_string("planner/_reason.html", {"why": rule})


@register.simple_tag
def dose_rows(rows: Iterable[DoseRow]) -> SafeString:
    """Give the lines of a table, one an exercise."""
    return mark_safe("".join(_dose_row.each((row,) for row in rows)))  # noqa: S308 - each line is a template


@Fixed
def _dose_row(row: DoseRow) -> SafeString:
    return render_to_string("planner/_dose_row.html", {"row": row})
