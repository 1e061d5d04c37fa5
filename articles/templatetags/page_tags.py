"""What the head of a public page says about the page."""

from functools import partial

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles import structured_data
from articles.addresses import absolute

register = template.Library()


@register.simple_block_tag
def keep(content: SafeString) -> SafeString:
    """Keep what a block gives under a name, to show it more than once."""
    return content


@register.simple_tag(takes_context=True)
def address_here(context: Context) -> str:
    """Return the one whole address of this page: without a query, but for the page of a list."""
    request = context.get("request")
    if request is None:
        return ""
    pager = context.get("pager")
    query = f"?page={pager.number}" if pager and pager.number > 1 else ""
    return absolute(request, request.path) + query


@register.simple_tag(takes_context=True)
def whole_address(context: Context, address: str) -> str:
    """Return an address of this site as one that can be asked for from anywhere."""
    return absolute(context["request"], address)


@register.simple_tag(takes_context=True)
def structured_data_here(context: Context) -> SafeString:
    """Write the trail of this page, and the nodes that its view gave, for programs."""
    nodes = list(context.get("nodes", ()))
    if trail := context.get("trail"):
        whole = partial(absolute, context["request"])
        nodes.insert(0, structured_data.breadcrumbs(trail, whole))
    if not nodes:
        return mark_safe("")
    json = mark_safe(structured_data.to_json(nodes))  # noqa: S308 - to_json escapes it
    return format_html('<script type="application/ld+json">{}</script>', json)
