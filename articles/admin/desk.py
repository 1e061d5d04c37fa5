"""What every form of the desk has."""

from django import forms
from django.contrib import admin, messages
from django.db import models

from articles import upkeep
from articles.admin.rights import LEAVE_IT, is_left_to_editors


class MarkdownDesk(admin.ModelAdmin):
    """Gives every long text a tall, monospaced box, follows up what is saved or deleted, and
    leaves what readers can see to those who publish.
    """

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

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not is_left_to_editors(
            request.user, obj
        )

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_left_to_editors(
            request.user, obj
        )

    def get_form(self, request, obj=None, **options):
        form = super().get_form(request, obj, **options)
        # What a form may say depends on who fills it in.
        form.user = request.user
        return form

    def render_change_form(self, request, context, *arguments, obj=None, **options):
        if super().has_change_permission(request, obj) and is_left_to_editors(request.user, obj):
            messages.warning(request, LEAVE_IT)
        return super().render_change_form(request, context, *arguments, obj=obj, **options)

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
