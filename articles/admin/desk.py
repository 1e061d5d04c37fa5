"""What every form of the desk has."""

from django.contrib import admin
from django.db import models
from django.forms import Script

from articles import upkeep
from articles.admin.boxes import MarkdownBox

MODULES = ("order", "paste", "preview", "unsaved")


class MarkdownDesk(admin.ModelAdmin):
    """Gives every long text a tall box, and follows up what is saved or deleted."""

    text_rows = 6
    # Texts that are nobody's prose, such as a reference.
    unmeasured: tuple[str, ...] = ()

    class Media:
        css = {"all": ["articles/admin.css"]}
        js = [Script(f"articles/desk/{name}.js", type="module") for name in MODULES]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.TextField):
            rows = self.rows_of.get(db_field.name, self.text_rows)
            kwargs["widget"] = MarkdownBox(rows, is_measured=db_field.name not in self.unmeasured)
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    rows_of: dict[str, int] = {}

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
