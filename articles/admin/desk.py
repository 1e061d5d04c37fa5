"""What every form of the desk has."""

from django.db import models
from django.forms import ModelForm, Script

from articles import upkeep
from articles.admin.boxes import MarkdownBox
from articles.admin.choices import ChoiceDesk
from articles.admin.conflicts import ConflictDesk
from articles.admin.rights import RightsDesk
from articles.admin.versions import VersionedDesk
from articles.notices import Answer

MODULES = ("order", "paste", "preview", "unsaved")


class MarkdownDesk(ChoiceDesk, ConflictDesk, VersionedDesk, RightsDesk):
    """Gives every long text a tall box, and follows up what is saved or deleted."""

    text_rows = 6
    rows_of: dict[str, int] = {}
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

    def save_model(self, request, obj, form, change):
        if change:
            upkeep.will_change(obj)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        upkeep.changed(form.instance, by=request.user, answer=self.answer_of(form))

    def answer_of(self, _form: ModelForm) -> Answer | None:
        """Return what was said of the change, for forms that ask."""
        return None

    def delete_model(self, request, obj):
        upkeep.will_be_removed(obj, by=request.user)
        super().delete_model(request, obj)
        upkeep.was_removed(obj, by=request.user)

    def delete_queryset(self, request, queryset):
        # One by one: each has a history to keep.
        for row in queryset:
            self.delete_model(request, row)
