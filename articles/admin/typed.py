"""An article as its form has it, saved or not, right or not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django import forms
from django.db import models

from articles.admin.boxes import MarkdownBox
from articles.article_page import Parts, saved_parts
from articles.models import Article
from articles.models.article import SECTION_FIELDS
from articles.readability import Measure, measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the texts of an article read, as hurried and as patient people meet them."""

    whole: Measure
    in_short: Measure
    answers: Measure


def typed_article(form: forms.ModelForm) -> Article:
    """Return the article with everything that was typed, even what will be refused."""
    _take(form)
    return form.instance


def typed_parts(form: forms.ModelForm, formsets: Iterable[forms.BaseInlineFormSet]) -> Parts:
    """Return the rows around the text in their order, without those to be deleted.

    What this person may not edit is as it is saved.
    """
    typed = {_part_of(formset): _rows(formset) for formset in formsets}
    if "topics" in form.cleaned_data:
        typed["topics"] = list(form.cleaned_data["topics"])
    if "citations" in typed:
        typed["citations"] = [row for row in typed["citations"] if row.source_id]
    return replace(saved_parts(form.instance), **typed)


def reading_of(form: forms.ModelForm, formsets: Iterable[forms.BaseInlineFormSet]) -> Reading:
    """Measure what stands in the fields now."""
    texts = {_part_of(formset): _texts(formset) for formset in formsets}
    short = [_text(form, "summary"), _text(form, "rating_reason"), *texts.get("takeaways", [])]
    return Reading(
        whole=measure("\n\n".join(_text(form, field) for field in SECTION_FIELDS)),
        in_short=measure("\n\n".join(short)),
        answers=measure("\n\n".join(texts.get("faqs", []))),
    )


def measured_boxes(all_forms: Iterable[forms.ModelForm]) -> dict[str, Measure]:
    """Measure each box by the id of its field."""
    return {
        form[name].auto_id: measure(_text(form, name))
        for form in all_forms
        for name, field in form.fields.items()
        if isinstance(field.widget, MarkdownBox)
    }


def _part_of(formset: forms.BaseInlineFormSet) -> str:
    return formset.fk.remote_field.related_name


def _take(form: forms.ModelForm) -> None:
    """Fill the row of a form; words that it refuses are taken as they are."""
    form.full_clean()
    for column in form.instance._meta.fields:
        is_words = isinstance(column, models.CharField | models.TextField) and not column.choices
        if is_words and column.name in form.fields and column.name in form.errors:
            setattr(form.instance, column.name, form[column.name].data or "")


def _rows(formset: forms.BaseInlineFormSet) -> list[models.Model]:
    formset.full_clean()
    rows = []
    for form in formset.forms:
        if not formset._should_delete_form(form) and (form.has_changed() or form.instance.pk):
            _take(form)
            rows.append(form.instance)
    return sorted(rows, key=lambda row: row.position)


def _texts(formset: forms.BaseInlineFormSet) -> list[str]:
    return [
        _text(form, name)
        for form in formset.forms
        for name in ("text", "answer")
        if name in form.fields
    ]


def _text(form: forms.ModelForm, name: str) -> str:
    """Return the words in a field, or in its column where this person may not edit it."""
    value = form[name].value() if name in form.fields else getattr(form.instance, name)
    return value or ""
