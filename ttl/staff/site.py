"""The desk: Django's admin with its own name, order and way in."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from articles.views import reports
from ttl.gallery.views import gallery
from ttl.staff import browsers, confirming, events, guessing, second_step, sitting, views
from ttl.staff.forms import SignInForm
from ttl.staff.models import Kind

# What belongs together for somebody who writes; whatever is not named comes last.
GROUPS = (
    ("writing", "Articles and questions", ("article", "faq", "image")),
    ("evidence", "Evidence", ("source", "claim")),
    ("words", "Subjects and words", ("topic", "term", "synonym")),
    ("safety", "Safety", ("report", "pause")),
    ("people", "People", ("user", "group", "event")),
)
REST = ("more", "More")


class DeskSite(AdminSite):
    """The admin of TTL."""

    site_header = site_title = "TTL desk"
    index_title = "Your desk"
    login_form = SignInForm

    def get_urls(self):
        return [
            path("second-step/", views.overview, name="second_step"),
            path("confirm/", views.confirm, name="confirm"),
            path("sign-out-everywhere/", views.sign_out_everywhere, name="sign_out_everywhere"),
            path("second-step/code/", views.ask_for_code, name="second_step_code"),
            path("second-step/set-up/", views.set_up, name="set_up_second_step"),
            path("gallery/", self.admin_view(gallery), name="gallery"),
            *(
                path(f"reports/{report.slug}/", self.admin_view(report.view), name=report.name)
                for report in reports.REPORTS
            ),
            *super().get_urls(),
        ]

    def admin_view(self, view: Callable[..., HttpResponse], cacheable: bool = False):
        """Open a page to staff, and a dangerous one only to those who just said who they are."""
        return super().admin_view(confirming.confirmed_first(view), cacheable)

    def each_context(self, request: HttpRequest) -> dict[str, object]:
        place = settings.DESK_TIME_ZONE.rpartition("/")[2].replace("_", " ")
        return super().each_context(request) | {"clock_place": place}

    def login(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Ask for the password, and lead whoever gave it to the step that is still open."""
        person = second_step.half_signed_in(request) if request.method == "GET" else None
        if person is None:
            return self._take_password(request, extra_context)
        if not second_step.protects(person):
            return redirect("admin:second_step")
        way_on = urlencode({"next": request.GET.get("next", "")})
        return redirect(f"{reverse('admin:second_step_code')}?{way_on}")

    def _take_password(self, request: HttpRequest, extra_context: dict | None) -> HttpResponse:
        response = super().login(request, extra_context)
        if isinstance(response, TemplateResponse):
            return guessing.say_when(response, response.context_data["form"])
        if request.method == "POST":
            sitting.begin(request.session)
            if second_step.is_asked_of(request.user):
                events.record(Kind.PASSWORD_GIVEN, who=request.user.username)
            else:
                browsers.remember(response, request.user.username)
                events.record(Kind.SIGNED_IN, who=request.user.username, note="Without a code.")
        return response

    def password_change(self, request: HttpRequest, extra_context: dict | None = None):
        """Change one's own password, which ends every other session, and write it down."""
        response = super().password_change(request, extra_context)
        if response.status_code == HTTPStatus.FOUND:
            events.record(Kind.PASSWORD_CHANGED, who=request.user.username)
        return response

    def logout(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """End the session, and leave nothing of it in a browser that others may use."""
        response = super().logout(request, extra_context)
        response["Clear-Site-Data"] = '"cache", "storage"'
        return response

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict]:
        """List what somebody may open by what it is for, reports included."""
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        models = {model["model"]._meta.model_name: model for app in apps for model in app["models"]}
        groups = [
            (*words, [models.pop(name) for name in names if name in models])
            for *words, names in GROUPS
        ]
        groups.append((*REST, list(models.values())))
        groups.insert(-3, ("reports", "Reports", _reports(request)))
        return [_group(*group) for group in groups if group[-1]]


def _reports(request: HttpRequest) -> list[dict]:
    return [
        {
            "name": report.title,
            "object_name": report.name,
            "admin_url": reverse(f"admin:{report.name}"),
            "add_url": None,
            "view_only": True,
        }
        for report in reports.REPORTS
        if request.user.has_perm(report.right)
    ]


def _group(label: str, name: str, models: list[dict]) -> dict:
    place = f"{reverse('admin:index')}#{label}-{models[0]['object_name'].lower()}"
    return {
        "name": name,
        "app_label": label,
        "app_url": place,
        "has_module_perms": True,
        "models": models,
    }
