"""The page “Publication” of an article: where it stands, what is missing, and the next steps."""

from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from articles import desk_time, exact, history, publishing
from articles.admin.steps import STEPS, Step
from articles.checks import checks
from articles.models import Article, ReviewLink

# Where the form of an article has what a check is about, if not in a field of that name.
GROUPS = {"citations", "takeaways", "faqs"}
ZONE = ZoneInfo(settings.DESK_TIME_ZONE)


class PublicationDesk(admin.ModelAdmin):
    """Adds the page and takes its steps."""

    def get_urls(self) -> list[URLPattern]:
        page = self.admin_site.admin_view(self.publication_page)
        name = "articles_article_publication"
        return [path("<path:object_id>/publication/", page, name=name), *super().get_urls()]

    def publication_page(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show where an article stands, or take the step whose button was pressed."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        article = self.get_object(request, object_id)
        if article is None:
            raise Http404
        pressed = None
        if request.method == "POST":
            pressed = _pressed(request, article)
            if pressed.is_valid():
                _take(request, STEPS[pressed.prefix], article, pressed)
                return redirect(request.path)
        context = self.admin_site.each_context(request) | {"opts": self.opts, "original": article}
        context |= _page(request, article, pressed)
        return render(request, "admin/articles/article/publication.html", context)


def _pressed(request: HttpRequest, article: Article) -> forms.Form:
    name = request.POST.get("step", "")
    if name not in STEPS or not request.user.has_perm(STEPS[name].right):
        raise PermissionDenied
    return STEPS[name].form(request.POST, prefix=name, initial=_known(name, request, article))


def _take(request: HttpRequest, step: Step, article: Article, form: forms.Form) -> None:
    try:
        step.take(article, form, request.user)
    except publishing.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, step.done)


def _page(request: HttpRequest, article: Article, pressed: forms.Form | None) -> dict[str, object]:
    now = timezone.now()
    state = article.state(now)
    offered = [
        (name, step, _form(name, step, request, article, pressed))
        for name, step in STEPS.items()
        if step.is_open_to(request.user, state)
    ]
    change = reverse("admin:articles_article_change", args=[article.pk])
    fingerprint = _fingerprint(article)
    return {
        "title": "Publication",
        "state": state,
        "moment": article.published_at and desk_time.in_words(article.published_at, ZONE),
        "checks": [(check, f"{change}#{_anchor(check.field)}") for check in checks(article)],
        "offered": [each for each in offered if each[0] != "withdraw"],
        "may_offer": any(name == "offer" for name, _step, _form in offered),
        "clock": desk_time.in_words(now, ZONE),
        "fingerprint": fingerprint,
        "requests": article.review_requests.select_related("asked_by").order_by("-pk"),
        "decisions": article.decisions.select_related("link").order_by("-pk"),
        "links": [
            (
                link,
                _standing(link, fingerprint),
                request.build_absolute_uri(link.get_absolute_url()),
            )
            for link in article.review_links.select_related("decision").order_by("-pk")
        ],
    }


def _form(
    name: str, step: Step, request: HttpRequest, article: Article, pressed: forms.Form | None
) -> forms.Form:
    if pressed and pressed.prefix == name:
        return pressed
    return step.form(prefix=name, initial=_known(name, request, article))


def _known(name: str, request: HttpRequest, article: Article) -> dict[str, str]:
    if name != "decide":
        return {}
    return {"name": request.user.get_full_name(), "fingerprint": _fingerprint(article)}


def _fingerprint(article: Article) -> str:
    return history.fingerprint(exact.exact_text(article))


def _anchor(field: str) -> str:
    return f"{field}-group" if field in GROUPS else f"id_{field}"


def _standing(link: ReviewLink, fingerprint: str) -> str:
    """Say in words what has become of a link; nothing while it is open."""
    if hasattr(link, "decision"):
        return str(link.decision)
    if link.withdrawn_at:
        return "Withdrawn"
    if link.is_over(timezone.now()):
        return "Its time is over"
    return "" if link.fingerprint == fingerprint else "Ended: the text has changed"
