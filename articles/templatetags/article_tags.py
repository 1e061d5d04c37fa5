"""Formatting of one value for the pages of articles."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from articles.rendering import to_html

register = template.Library()


@register.filter
def markdown(text: str, top_heading: int = 2) -> SafeString:
    """Render Markdown whose first headings take the given level."""
    return mark_safe(to_html(text, top_heading))  # noqa: S308 - to_html has cleaned it
