"""Pieces of private pages that are the same for everybody, each made once in each language."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from planner.engine import EXERCISES
from planner.fixed import once_a_language
from planner.presenters.drawing import drawing
from planner.presenters.why import why

register = template.Library()


@register.simple_tag
@once_a_language
def how_to(code: str, place: int | str = "") -> SafeString:
    """Draw an exercise and lead to its page; `place` sets its ids apart where it comes again."""
    exercise = EXERCISES[code]
    context = {"exercise": exercise, "drawing": drawing(exercise), "place": place}
    return render_to_string("planner/_how_to.html", context)


@register.simple_tag
@once_a_language
def reason(rule: str) -> SafeString:
    """Say one rule in the reader's words, with its sources."""
    [found] = why(rule)
    return render_to_string("planner/_reason.html", {"why": found})
