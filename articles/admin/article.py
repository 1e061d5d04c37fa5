"""Articles with their parts."""

from django import forms
from django.contrib import admin
from django.db import models
from django.utils import timezone

from articles.admin.boxes import MarkdownBox
from articles.admin.bundles import BundleDesk
from articles.admin.choices import ChoiceDesk
from articles.admin.notice import NoticeDesk, NoticeForm
from articles.admin.preview import PreviewDesk
from articles.admin.publication import PublicationDesk
from articles.checks import validate_sources
from articles.models import AppliesTo, Article, Citation, Faq, State, Takeaway, with_reviews
from articles.search.query import articles_with


class StateFilter(admin.SimpleListFilter):
    """Lists drafts, scheduled or published articles."""

    title = "publication"
    parameter_name = "state"

    def lookups(self, _request, _model_admin):
        return State.choices

    def queryset(self, _request, articles):
        published = articles.published()
        drafts = articles.filter(published_at=None, archived_at=None)
        return {
            State.PUBLISHED: published,
            State.SCHEDULED: articles.exclude(published_at=None).exclude(pk__in=published),
            State.ARCHIVED: articles.exclude(archived_at=None),
            State.APPROVED: drafts.filter(is_approved=True),
            State.REVIEW: drafts.filter(is_approved=False, is_in_review=True),
            State.DRAFT: drafts.filter(is_approved=False, is_in_review=False),
        }.get(self.value(), articles)


class CitationFormSet(forms.BaseInlineFormSet):
    """Sees that an article has a source before readers see the article."""

    def clean(self) -> None:
        super().clean()
        if self.instance.published_at:
            kept = [form for form in self.forms if not self._should_delete_form(form)]
            cited = (form.cleaned_data.get("source") for form in kept if form.is_valid())
            validate_sources(filter(None, cited), self.instance.claims())


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


class CitationInline(ChoiceDesk, admin.TabularInline):
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
class ArticleAdmin(PublicationDesk, BundleDesk, PreviewDesk, NoticeDesk):
    form = NoticeForm
    list_display = ["title", "publication", "rating", "reviewed", "published_at"]
    list_filter = [StateFilter, "rating", "topics", "published_at"]
    show_full_result_count = False
    # Shows the box; where words are looked up is said below.
    search_fields = ["title"]
    ordering = ["-updated_at"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["topics"]
    readonly_fields = [
        *("publication", "published_at", "archived_at", "updated_at"),
        *("reviewer_name", "reviewed_date", "next_review_date"),
    ]
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
                "fields": ["publication", "published_at", "archived_at", "updated_at"],
                "description": "Save, then press “View on site” to see the page as readers will. "
                "Reviews and the way to readers are behind “Publication”, above.",
            },
        ),
    ]

    @admin.display(description="publication", ordering="published_at")
    def publication(self, article: Article) -> str:
        return article.state(timezone.now()).label

    @admin.display(description="reviewed", boolean=True, ordering="reviewed_date")
    def reviewed(self, article: Article) -> bool:
        return article.reviewed_date is not None

    def has_delete_permission(self, request, obj=None):
        # What readers see, or soon will, is first taken back or archived.
        is_kept = obj is not None and obj.published_at is not None
        return not is_kept and super().has_delete_permission(request, obj)

    def get_search_results(self, request, queryset, search_term):
        # By the index of search, drafts too: the database would read every text.
        if asked := search_term.strip():
            queryset = queryset.filter(pk__in=articles_with(asked))
        return queryset, False

    def get_queryset(self, request):
        return with_reviews(super().get_queryset(request))

    def view_on_site(self, article: Article) -> str:
        return article.get_absolute_url()
