"""The editors' desk: write, preview, review and publish."""

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from articles.models import AppliesTo, Article, Citation, Faq, Source, State, Takeaway, Topic


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
    formfield_overrides = {
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 6, "class": "markdown"})}
    }
    extra = 0


@admin.register(Article)
class ArticleAdmin(MarkdownDesk):
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

    def view_on_site(self, article: Article) -> str:
        return article.get_absolute_url()


@admin.register(Source)
class SourceAdmin(MarkdownDesk):
    list_display = ["label", "key", "year", "design", "sample_size"]
    list_filter = ["year"]
    search_fields = ["key", "label", "citation", "doi", "pmid"]
    text_rows = 4
    fieldsets = [
        ("The publication", {"fields": ["key", "label", "citation", "year"]}),
        ("Who was studied", {"fields": ["design", "population", "sample_size"]}),
        ("What was found", {"fields": ["finding", "figures", "certainty"]}),
        ("Where to find it", {"fields": ["doi", "pmid", "url"]}),
    ]

    def get_readonly_fields(self, _request: HttpRequest, source: Source | None = None) -> list[str]:
        # Plans and articles link by the key, so it stays what it was.
        return ["key"] if source else []

    def has_delete_permission(self, request: HttpRequest, source: Source | None = None) -> bool:
        # The planner cites the rows of the rulebook; their pages must not vanish.
        return not (source and source.rulebook_id) and super().has_delete_permission(
            request, source
        )

    def view_on_site(self, source: Source) -> str:
        return source.get_absolute_url()


@admin.register(Topic)
class TopicAdmin(MarkdownDesk):
    list_display = ["name", "slug"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    text_rows = 3


@admin.register(Faq)
class FaqAdmin(MarkdownDesk):
    list_display = ["question", "section", "on_site_page", "article", "position"]
    list_filter = ["section", "on_site_page"]
    list_select_related = ["article"]
    search_fields = ["question", "answer"]
    ordering = ["section", "position"]
    prepopulated_fields = {"slug": ["question"]}
    autocomplete_fields = ["article"]
    text_rows = 8
    fields = ["question", "slug", "answer", "section", "position", "on_site_page", "article"]
