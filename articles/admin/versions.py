"""History, undoing and two editors at once, for every form of the desk."""

from datetime import datetime

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from articles import history, upkeep
from articles.admin.comparing import comparison
from articles.checks import validate_for_readers
from articles.content.files import ContentError
from articles.models import Version


class VersionedDesk(admin.ModelAdmin):
    """Shows every state of a row, compares two of them, and brings one or a deleted row back."""

    # A template asks, and would call a method.
    keeps_deleted = True

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("deleted/", wrap(self.deleted_view), name=self._name("deleted")),
            path(
                "restore/<int:version_id>/",
                wrap(require_POST(self.restore_view)),
                name=self._name("restore"),
            ),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, object_id)
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        versions = list(history.versions_of(history.subject_of(row)))
        context = self._context(request, f"History of “{row}”") | {
            "object": row,
            "versions": versions,
            "comparison": comparison(versions, request.GET),
            "can_restore": self.has_change_permission(request, row),
        }
        return TemplateResponse(request, "admin/articles/history.html", context)

    def deleted_view(self, request: HttpRequest) -> HttpResponse:
        """List what was deleted, so that it can be brought back."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        deleted = Version.objects.deleted(history.SHELVES[self.model].kind)
        context = self._context(request, f"Deleted {self.opts.verbose_name_plural}") | {
            "versions": self.get_paginator(request, deleted, self.list_per_page).get_page(
                request.GET.get("p")
            ),
            "can_restore": self.has_add_permission(request),
        }
        return TemplateResponse(request, "admin/articles/deleted.html", context)

    def restore_view(self, request: HttpRequest, version_id: int) -> HttpResponse:
        """Make a row read as one of its versions does, as a new entry of its history."""
        version = get_object_or_404(Version, pk=version_id)
        row = self.model._default_manager.filter(pk=version.row_id).first()
        kind = history.SHELVES[self.model].kind
        may = self.has_change_permission(request, row) if row else self.has_add_permission(request)
        if version.kind != kind or not may:
            raise PermissionDenied
        try:
            restored = self._restore(version, row, request.user)
        except (ContentError, ValidationError) as refusal:
            words = " ".join(getattr(refusal, "messages", [str(refusal)]))
            messages.error(request, f"Nothing was changed. {words}")
            return redirect(self._address("history", row.pk) if row else self._address("deleted"))
        messages.success(request, f"“{restored}” reads as it did on {when(version.made_at)}.")
        return redirect(self._address("change", restored.pk))

    @transaction.atomic
    def _restore(self, version: Version, row: models.Model | None, by: object) -> models.Model:
        if row:
            upkeep.will_change(row)
        restored = history.restore(version)
        note = f"Restored from {when(version.made_at)}" if row else "Brought back"
        validate_for_readers(restored)
        upkeep.changed(restored, by=by, note=note)
        return restored

    def response_delete(self, request, obj_display, obj_id):
        response = super().response_delete(request, obj_display, obj_id)
        if deleted := Version.objects.of(history.SHELVES[self.model].kind, obj_id).first():
            words = "Deleted by mistake? It waits in the list of <a href='{}'>deleted {}</a>."
            place = self._address("deleted"), self.opts.verbose_name_plural
            if deleted.is_last:
                messages.info(request, format_html(words, *place))
        return response

    def _context(self, request: HttpRequest, title: str) -> dict[str, object]:
        return self.admin_site.each_context(request) | {
            "title": title,
            "subtitle": None,
            "opts": self.opts,
            "restore_name": f"admin:{self._name('restore')}",
        }

    def _name(self, page: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def _address(self, page: str, *args: object) -> str:
        return reverse(f"admin:{self._name(page)}", args=args, current_app=self.admin_site.name)


def when(moment: datetime) -> str:
    """Say a moment in words."""
    return date_format(localtime(moment), r"j F Y \a\t H:i")
