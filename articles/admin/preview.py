"""The page of an article while it is being typed, and what is pasted into it."""

from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_POST

from articles.admin.desk import MarkdownDesk
from articles.admin.typed import measured_boxes, reading_of, typed_article, typed_parts
from articles.article_page import article_page, saved_parts
from articles.models import Article


class PreviewDesk(MarkdownDesk):
    """Shows the form of an article beside its page."""

    def get_urls(self):
        preview = self.admin_site.admin_view(
            require_http_methods(["GET", "POST"])(xframe_options_sameorigin(self.preview))
        )
        new_preview = self.admin_site.admin_view(
            require_POST(xframe_options_sameorigin(self.preview))
        )
        pasted = self.admin_site.admin_view(require_POST(self.paste))
        return [
            path("preview/", new_preview, name="articles_article_preview_new"),
            path("<path:object_id>/preview/", preview, name="articles_article_preview"),
            path("paste/", pasted, name="articles_paste"),
            *super().get_urls(),
        ]

    def preview(self, request: HttpRequest, object_id: str | None = None) -> HttpResponse:
        """Show the page of what is in the form, or of what is saved; nothing is saved here."""
        saved = self._saved(request, object_id)
        form, formsets = self._forms(request, saved)
        if request.method == "POST":
            article = typed_article(form)
            page = article_page(article, typed_parts(form, formsets))
        else:
            page = article_page(saved, saved_parts(saved))
        every_form = [form, *(each for formset in formsets for each in formset.forms)]
        reading = {"reading": reading_of(form, formsets), "measures": measured_boxes(every_form)}
        return render(request, "admin/articles/article/preview.html", page | reading)

    def paste(self, request: HttpRequest) -> HttpResponse:
        """Turn what a word processor put on the clipboard into Markdown."""
        # Its parser is a tenth of a worker's memory, and most workers never paste.
        from articles import pasting  # noqa: PLC0415

        html = request.POST.get("html", "")
        if pasting.is_too_much(html):
            return HttpResponse(status=413)
        return HttpResponse(pasting.to_markdown(html), content_type="text/plain; charset=utf-8")

    def render_change_form(self, request, context, *args, **kwargs):
        formsets = [each.formset for each in context["inline_admin_formsets"]]
        context["reading"] = reading_of(context["adminform"].form, formsets)
        return super().render_change_form(request, context, *args, **kwargs)

    def _saved(self, request: HttpRequest, object_id: str | None) -> Article | None:
        if object_id is None:
            allowed, saved = self.has_add_permission(request), None
        else:
            saved = self.get_object(request, unquote(object_id))
            allowed = self.has_change_permission(request, saved)
        if not allowed:
            raise PermissionDenied
        if object_id and saved is None:
            raise Http404
        return saved

    def _forms(self, request: HttpRequest, saved: Article | None):
        """Return the forms of the page that the preview stands beside."""
        fields = flatten_fieldsets(self.get_fieldsets(request, saved))
        form_class = self.get_form(request, saved, change=saved is not None, fields=fields)
        typed = request.POST if request.method == "POST" else None
        form = form_class(typed, instance=saved)
        formsets = [
            formset_class(
                **self.get_formset_kwargs(
                    request, form.instance, inline, formset_class.get_default_prefix()
                )
            )
            for formset_class, inline in self.get_formsets_with_inlines(request, saved)
        ]
        return form, formsets
