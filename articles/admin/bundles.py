"""Articles as files, out of the desk and into it."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path

from articles.bundles import LARGEST_BUNDLE, bring_in_zip, bundle_of, to_zip
from articles.content.files import ContentError


class BundleForm(forms.Form):
    """A packed bundle, and how far to go with it."""

    file = forms.FileField(label="ZIP file", help_text="As “Download as files” made it.")
    overwrite = forms.BooleanField(
        label="Replace what differs here",
        required=False,
        help_text="What stands here now stays in its history and can be restored.",
    )
    only_look = forms.BooleanField(
        label="Only show what would happen", required=False, initial=True
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST_BUNDLE:
            raise forms.ValidationError("The file is larger than 20 MB.")
        return file


class BundleDesk(admin.ModelAdmin):
    """Downloads chosen articles with all that they rest on, and brings such files in."""

    actions = ["download_files"]

    def get_urls(self):
        view = self.admin_site.admin_view(self.bring_in_view)
        return [path("bring-in/", view, name="articles_article_bring_in"), *super().get_urls()]

    @admin.action(description="Download as files", permissions=["view"])
    def download_files(self, _request: HttpRequest, articles: models.QuerySet) -> HttpResponse:
        """Send the chosen articles with their sources, figures, questions and topics."""
        response = HttpResponse(to_zip(bundle_of(articles)), content_type="application/zip")
        response["Content-Disposition"] = 'attachment; filename="ttl-articles.zip"'
        return response

    def bring_in_view(self, request: HttpRequest) -> HttpResponse:
        """Bring in a bundle, or show what it would change; new articles come as drafts."""
        # A bundle may hold every kind of row, so it is for those who answer for all of them.
        if not request.user.has_perm("articles.publish_article"):
            raise PermissionDenied
        form = BundleForm(request.POST or None, request.FILES or None)
        brought = ()
        if form.is_bound and form.is_valid():
            try:
                brought = _bring_in(form.cleaned_data, request.user)
            except ContentError as error:
                form.add_error("file", f"Nothing was brought in. {error}")
            else:
                if not form.cleaned_data["only_look"]:
                    messages.success(request, f"{len(brought)} rows were read. See below.")
        context = self.admin_site.each_context(request) | {
            "title": "Bring in articles from files",
            "opts": self.opts,
            "form": form,
            "brought": brought,
            "only_look": form.is_bound and form.cleaned_data.get("only_look"),
        }
        return TemplateResponse(request, "admin/articles/article/bring_in.html", context)


def _bring_in(chosen: dict[str, object], by: object) -> tuple[object, ...]:
    with transaction.atomic():
        brought = bring_in_zip(chosen["file"].read(), by=by, overwrite=chosen["overwrite"])
        transaction.set_rollback(chosen["only_look"])
    return brought
