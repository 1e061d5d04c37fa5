"""Formatting of one text for the pages of articles."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from articles.rendering import Figures, to_html

register = template.Library()


@register.simple_tag
def markdown(text: str, top_heading: int = 2, figures: Figures | None = None) -> SafeString:
    """Render Markdown whose first headings take the given level, with figures for its markers."""
    return mark_safe(to_html(text, top_heading, figures))  # noqa: S308 - to_html has cleaned it
