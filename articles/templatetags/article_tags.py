"""Formatting of one text for the pages of articles."""

import re

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from articles.addresses import ENGLISH, in_language
from articles.rendering import Figures, to_html
from articles.term_links import TermLinks

register = template.Library()

INTERNAL = re.compile(r'(?<=<a href=")/(?![/]|static/)[^"]*')


@register.simple_tag
def markdown(
    text: str,
    top_heading: int = 2,
    figures: Figures | None = None,
    terms: TermLinks | None = None,
) -> SafeString:
    """Render Markdown from a heading level on, with figures for markers and links for terms."""
    html = to_html(text, top_heading, figures, terms)
    if get_language() != ENGLISH:
        # Texts name our pages by their English addresses; a reader stays in their language.
        html = INTERNAL.sub(lambda link: in_language(link[0], get_language()), html)
    return mark_safe(html)  # noqa: S308 - to_html has cleaned it
