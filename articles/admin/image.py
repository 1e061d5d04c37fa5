"""Pictures with their words."""

from pathlib import PurePath

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.admin.conflicts import CarefulForm
from articles.admin.desk import MarkdownDesk
from articles.ledger import uses_of
from articles.models import Image
from articles.picture_blocks import IMAGE
from articles.pictures import KINDS, PictureError, read_picture


class ImageForm(CarefulForm):
    """Takes a picture in, and sees that its words are more than the name of its file."""

    upload = forms.FileField(
        label="File",
        help_text="JPEG, PNG, WebP or GIF, at most 10 MB. It is kept small, and where and with "
        "what it was taken is left out. A new file replaces the one there is.",
        widget=forms.FileInput(
            attrs={"accept": ",".join(f"image/{kind.lower()}" for kind in KINDS)}
        ),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "upload" in self.fields:
            self.fields["upload"].required = not self.instance.pk

    def clean_upload(self) -> object:
        if not (upload := self.cleaned_data["upload"]):
            return None
        try:
            self.pixels = read_picture(upload.read())
        except PictureError as refusal:
            raise forms.ValidationError(str(refusal), code="picture") from refusal
        return upload

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if upload := cleaned.get("upload"):
            name = PurePath(upload.name).stem
            if _letters(cleaned.get("alt", "")) == _letters(name):
                self.add_error("alt", f"“{name}” is the name of the file. Say what can be seen.")
        return cleaned


@admin.register(Image)
class ImageAdmin(MarkdownDesk):
    form = ImageForm
    list_display = ["look", "marker", "alt", "credit"]
    list_display_links = ["look", "marker"]
    search_fields = ["key", "alt", "caption", "credit"]
    formfield_overrides = {models.CharField: {"widget": forms.Textarea(attrs={"rows": 3})}}
    fieldsets = [
        ("The picture", {"fields": ["look", "upload", "key"]}),
        ("Its words", {"fields": ["alt", "caption", "credit"]}),
        ("Where it is", {"fields": ["marker", "shown_in"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Image]:
        return super().get_queryset(request).with_copies()

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if form.cleaned_data.get("upload"):
            obj.show(form.pixels)

    @admin.display(description="picture")
    def look(self, image: Image) -> str | SafeString:
        copies = image.picture.copies if image.pk else ()
        if not copies:
            return "No picture yet"
        words = '<img class="desk-thumbnail" src="{}" alt="{}" width="{}" height="{}">'
        return format_html(words, copies[0].url, image.alt, copies[0].width, copies[0].height)

    @admin.display(description="marker", ordering="key")
    def marker(self, image: Image) -> str:
        return image.marker if image.pk else "Save first, then copy it from here."

    @admin.display(description="shown in")
    def shown_in(self, image: Image) -> str:
        return ", ".join(_uses(image)) or "No text yet" if image.pk else ""

    def get_readonly_fields(self, _request: HttpRequest, image: Image | None = None) -> list[str]:
        # Texts show the picture by its key, so it stays what it was.
        always = ["look", "marker", "shown_in"]
        return ["key", *always] if image else always

    def has_delete_permission(self, request: HttpRequest, image: Image | None = None) -> bool:
        # A text that shows the picture would be left with a marker and a hole.
        return not (image and _uses(image)) and super().has_delete_permission(request, image)

    def get_actions(self, request: HttpRequest) -> dict[str, object]:
        # Pictures are deleted one by one, where it is known whether a text shows them.
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions


def _uses(image: Image) -> list[str]:
    return uses_of(f"{IMAGE}{image.key}")


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
