"""What the head of a public page says about the page."""

from functools import partial

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.urls import NoReverseMatch
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from articles import structured_data
from articles.addresses import (
    ENGLISH,
    absolute,
    in_language,
    is_english,
    language_tag,
    plain,
)
from articles.models import Article

register = template.Library()

# The address of what is English only, such as a feed.
register.filter("plain_address", plain)
# `/plan/<token>/` and `/plan/import/`, as they are split at their strokes.
OPEN_STEPS = 3


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
    path = plain(request.path) if is_english(_page(request)) else request.path
    return absolute(request, path) + query


@register.simple_tag
def language_here() -> str:
    """Name the language of this page."""
    return language_tag(get_language())


@register.simple_tag
def in_english() -> SafeString:
    """Say, inside the tag of an element, that its text is English where the page is not."""
    return mark_safe("") if get_language() == ENGLISH else _lang(ENGLISH)


@register.simple_tag
def in_page_language() -> SafeString:
    """Say, where an element around it is English, that one is in the language of the page."""
    language = get_language()
    return mark_safe("") if language == ENGLISH else _lang(language)


@register.filter
def in_this_language(address: str) -> str:
    """Lead to a page of ours in the language of this one."""
    return in_language(address, get_language())


@register.simple_tag(takes_context=True)
def alternates_here(context: Context) -> list[tuple[str, str]]:
    """List this page in every language that it is in, with the one for all other readers."""
    request = context["request"]
    if is_english(_page(request)):
        return []
    found = [
        (language_tag(code), absolute(request, in_language(request.path, code)))
        for code, _name in settings.LANGUAGES
    ]
    return [*found, ("x-default", absolute(request, plain(request.path)))]


@register.simple_tag(takes_context=True)
def other_languages(context: Context) -> list[tuple[str, str, str]]:
    """List the other languages of this page: the tag, the name and the address of each."""
    request = context.get("request")
    if request is None:
        return []
    address = request.get_full_path()
    if "request_path" in context or "is_gone" in context:
        # A dead link is not repeated on the page that says so.
        address = "/"
    elif request.path.startswith(f"/{settings.ADMIN_PATH}"):
        address = _previewed(context.get("article"))
    elif request.method == "POST":
        # Not every address can be opened that takes a form; its first two steps always can.
        address = "/".join([*plain(request.path).split("/")[:OPEN_STEPS], ""])
    return [
        (language_tag(code), name, in_language(address, code))
        for code, name in settings.LANGUAGES
        if code != get_language()
    ]


def _previewed(article: Article | None) -> str:
    """Say where the page of a preview will stand; the address may be only half typed."""
    try:
        return article.get_absolute_url() if article else "/"
    except NoReverseMatch:
        return "/"


@register.simple_tag(takes_context=True)
def whole_address(context: Context, address: str) -> str:
    """Return an address of this site as one that can be asked for from anywhere."""
    return absolute(context["request"], address)


@register.simple_tag(takes_context=True)
def structured_data_here(context: Context) -> SafeString:
    """Write the trail of this page, and the nodes that its view gave, for programs."""
    if get_language() != ENGLISH and is_english(_page(context["request"])):
        # The address of its text is the English one, and says so there.
        return mark_safe("")
    nodes = list(context.get("nodes", ()))
    if trail := context.get("trail"):
        whole = partial(absolute, context["request"])
        nodes.insert(0, structured_data.breadcrumbs(trail, whole))
    if not nodes:
        return mark_safe("")
    json = mark_safe(structured_data.to_json(nodes))  # noqa: S308 - to_json escapes it
    return format_html('<script type="application/ld+json">{}</script>', json)


def _lang(language: str) -> SafeString:
    return format_html(' lang="{}"', language_tag(language))


def _page(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""
