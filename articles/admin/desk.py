"""What every form of the desk has."""

from django import forms
from django.contrib import admin
from django.db import models

from articles import upkeep


class MarkdownDesk(admin.ModelAdmin):
    """Gives every long text a tall, monospaced box, and follows up what is saved or deleted."""

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

    def save_model(self, request, obj, form, change):
        if change:
            upkeep.will_change(obj)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        upkeep.changed(form.instance, by=request.user)

    def delete_model(self, request, obj):
        upkeep.will_be_removed(obj, by=request.user)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for row in queryset:
            upkeep.will_be_removed(row, by=request.user)
        super().delete_queryset(request, queryset)
