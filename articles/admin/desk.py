"""What every form of the desk has."""

from django import forms
from django.contrib import admin
from django.db import models


class MarkdownDesk(admin.ModelAdmin):
    """Gives every long text a tall, monospaced box."""

    text_rows = 6

    class Media:
        css = {"all": ["articles/admin.css"]}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.TextField):
            rows = self.rows_of.get(db_field.name, self.text_rows)
            kwargs["widget"] = forms.Textarea(attrs={"rows": rows, "class": "markdown"})
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    rows_of: dict[str, int] = {}
