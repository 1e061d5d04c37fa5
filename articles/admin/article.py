"""Articles with their parts."""

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from articles.admin.boxes import MarkdownBox
from articles.admin.bundles import BundleDesk
from articles.admin.preview import PreviewDesk
from articles.admin.rights import PUBLISH
from articles.models import AppliesTo, Article, Citation, Faq, State, Takeaway

# Who reviewed a text and when readers see it is not for its author to say.
FOR_EDITORS = ("reviewer_name", "reviewed_date", "next_review_date", "published_at")


class StateFilter(admin.SimpleListFilter):
    """Lists drafts, scheduled or published articles."""

    title = "publication"
    parameter_name = "state"

    def lookups(self, _request, _model_admin):
        return State.choices

    def queryset(self, _request, articles):
        published = articles.published()
        return {
            State.PUBLISHED: published,
            State.DRAFT: articles.filter(published_at=None),
            State.SCHEDULED: articles.exclude(published_at=None).exclude(pk__in=published),
        }.get(self.value(), articles)


class CitationFormSet(forms.BaseInlineFormSet):
    """Sees that an article has a source before readers see the article."""

    def clean(self) -> None:
        super().clean()
        kept = [form for form in self.forms if form.has_changed() or form.instance.pk]
        kept = [form for form in kept if not self._should_delete_form(form)]
        if self.instance.published_at and not kept:
            raise forms.ValidationError(
                "Add at least one source before you publish, or empty the publication time to "
                "keep this as a draft."
            )
        cited = {form.cleaned_data.get("source") for form in kept if form.is_valid()}
        shown = {claim.source for claim in self.instance.claims()}
        if self.instance.published_at and (left_out := shown - cited):
            labels = ", ".join(sorted(source.label for source in left_out))
            raise forms.ValidationError(
                f"The text shows figures of {labels}. Add that source here before you publish."
            )


class TakeawayInline(admin.TabularInline):
    model = Takeaway
    fields = ["position", "text"]
    formfield_overrides = {models.CharField: {"widget": forms.Textarea(attrs={"rows": 2})}}
    extra = 1


class AppliesToInline(admin.TabularInline):
    model = AppliesTo
    verbose_name = "tag"
    verbose_name_plural = "What it applies to"
    fields = ["position", "label"]
    extra = 1


class CitationInline(admin.TabularInline):
    model = Citation
    formset = CitationFormSet
    verbose_name_plural = "References, in the order readers see them"
    fields = ["position", "source"]
    autocomplete_fields = ["source"]
    extra = 1


class FaqInline(admin.StackedInline):
    model = Faq
    verbose_name_plural = "Questions people ask"
    fields = ["question", "slug", "answer", "position", "on_site_page", "section"]
    prepopulated_fields = {"slug": ["question"]}
    formfield_overrides = {models.TextField: {"widget": MarkdownBox(rows=6)}}
    extra = 0


@admin.register(Article)
class ArticleAdmin(PreviewDesk, BundleDesk):
    list_display = ["title", "publication", "rating", "reviewed", "published_at"]
    list_filter = [StateFilter, "rating", "topics"]
    search_fields = ["title", "summary", "body", "what_the_evidence_says"]
    date_hierarchy = "published_at"
    ordering = ["-updated_at"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["topics"]
    readonly_fields = ["publication", "updated_at"]
    inlines = [TakeawayInline, AppliesToInline, FaqInline, CitationInline]
    save_on_top = True
    rows_of = {"summary": 3, "rating_reason": 4, "body": 12, "how_it_works": 16}
    text_rows = 24
    fieldsets = [
        ("What it is about", {"fields": ["title", "slug", "summary", "topics"]}),
        (
            "The text",
            {"fields": ["body", "how_it_works", "what_the_evidence_says", "clinical_context"]},
        ),
        ("How sure we are", {"fields": ["rating", "rating_reason"]}),
        (
            "Who answers for it",
            {"fields": ["author_line", "reviewer_name", "reviewed_date", "next_review_date"]},
        ),
        ("The button at the end", {"fields": ["cta_label", "cta_target"]}),
        (
            "Publication",
            {
                "fields": ["publication", "published_at", "updated_at"],
                "description": "Save, then press “View on site” to see the page as readers will. "
                "Until it is published only staff can open it.",
            },
        ),
    ]

    @admin.display(description="publication", ordering="published_at")
    def publication(self, article: Article) -> str:
        return article.state(timezone.now()).label

    @admin.display(description="reviewed", boolean=True, ordering="reviewed_date")
    def reviewed(self, article: Article) -> bool:
        return article.reviewed_date is not None

    def get_readonly_fields(
        self, request: HttpRequest, article: Article | None = None
    ) -> list[str]:
        fields = super().get_readonly_fields(request, article)
        return fields if request.user.has_perm(PUBLISH) else [*fields, *FOR_EDITORS]

    def view_on_site(self, article: Article) -> str:
        return article.get_absolute_url()
