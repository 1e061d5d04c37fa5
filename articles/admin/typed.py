"""An article as its form has it, saved or not, right or not."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.db import models

from articles.admin.boxes import MarkdownBox
from articles.article_page import Parts
from articles.models import AppliesTo, Article, Citation, Faq, Takeaway
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
    """Return the rows around the text in their order, without those to be deleted."""
    rows = {formset.model: _rows(formset) for formset in formsets}
    return Parts(
        topics=list(form.cleaned_data.get("topics", [])),
        applies_to=rows.get(AppliesTo, []),
        takeaways=rows.get(Takeaway, []),
        faqs=rows.get(Faq, []),
        citations=[row for row in rows.get(Citation, []) if row.source_id],
    )


def reading_of(form: forms.ModelForm, formsets: Iterable[forms.BaseInlineFormSet]) -> Reading:
    """Measure what stands in the fields now."""
    texts = {formset.model: _texts(formset) for formset in formsets}
    short = [_text(form, "summary"), _text(form, "rating_reason"), *texts.get(Takeaway, [])]
    return Reading(
        whole=measure("\n\n".join(_text(form, field) for field in SECTION_FIELDS)),
        in_short=measure("\n\n".join(short)),
        answers=measure("\n\n".join(texts.get(Faq, []))),
    )


def measured_boxes(all_forms: Iterable[forms.ModelForm]) -> dict[str, Measure]:
    """Measure each box by the id of its field."""
    return {
        form[name].auto_id: measure(_text(form, name))
        for form in all_forms
        for name, field in form.fields.items()
        if isinstance(field.widget, MarkdownBox)
    }


def _take(form: forms.ModelForm) -> None:
    """Fill the row of a form; words that it refuses are taken as they are."""
    form.full_clean()
    for name in form.errors:
        if name in form.fields and _is_words(form, name):
            setattr(form.instance, name, form[name].data or "")


def _is_words(form: forms.ModelForm, name: str) -> bool:
    column = form.instance._meta.get_field(name)
    return isinstance(column, models.CharField | models.TextField) and not column.choices


def _rows(formset: forms.BaseInlineFormSet) -> list[models.Model]:
    formset.full_clean()
    rows = []
    for form in formset.forms:
        if not formset._should_delete_form(form) and (form.has_changed() or form.instance.pk):
            _take(form)
            rows.append(form.instance)
    return sorted(rows, key=lambda row: row.position)


def _texts(formset: forms.BaseInlineFormSet) -> list[str]:
    field = "answer" if formset.model is Faq else "text"
    return [_text(form, field) for form in formset.forms if field in form.fields]


def _text(form: forms.ModelForm, name: str) -> str:
    """Return the words in a field, or in its column where this person may not edit it."""
    value = form[name].value() if name in form.fields else getattr(form.instance, name)
    return value or ""
