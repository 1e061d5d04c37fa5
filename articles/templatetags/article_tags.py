"""Formatting of one text for the pages of articles."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from articles.rendering import Figures, to_html
from articles.term_links import TermLinks

register = template.Library()


@register.simple_tag
def markdown(
    text: str,
    top_heading: int = 2,
    figures: Figures | None = None,
    terms: TermLinks | None = None,
) -> SafeString:
    """Render Markdown from a heading level on, with figures for markers and links for terms."""
    html = to_html(text, top_heading, figures, terms)
    return mark_safe(html)  # noqa: S308 - to_html has cleaned it
