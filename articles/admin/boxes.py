"""Boxes for long texts, which say how the text in them reads."""

from django import forms
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.readability import measure


class MarkdownBox(forms.Textarea):
    """A tall, monospaced box with the measure of its text below."""

    def __init__(self, rows: int, *, is_measured: bool = True) -> None:
        super().__init__(attrs={"rows": rows, "class": "markdown"})
        self.is_measured = is_measured

    def render(self, name, value, attrs=None, renderer=None) -> SafeString:
        box = super().render(name, value, attrs, renderer)
        if not self.is_measured:
            return box
        known = {"id": (attrs or {}).get("id", name), "measure": measure(value or "")}
        line = render_to_string("admin/articles/_measure.html", known)
        return format_html('<div class="desk-box">{}{}</div>', box, line)
