"""Sources, topics, questions, the glossary and the synonyms of search."""

from django.contrib import admin
from django.http import HttpRequest

from articles import upkeep
from articles.admin.desk import MarkdownDesk
from articles.admin.notice import NoticeDesk, NoticeForm
from articles.admin.rights import is_left_to_editors
from articles.models import Article, Faq, Source, Synonym, Term, Topic


@admin.register(Source)
class SourceAdmin(MarkdownDesk):
    list_display = ["label", "key", "year", "design", "sample_size"]
    list_filter = ["year"]
    search_fields = ["key", "label", "citation", "doi", "pmid"]
    text_rows = 4
    unmeasured = ("citation",)
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

    def has_delete_permission(self, request: HttpRequest, topic: Topic | None = None) -> bool:
        # Articles would silently lose it, and bringing it back would not give it back to them.
        return not (topic and topic.articles.exists()) and super().has_delete_permission(
            request, topic
        )

    def get_actions(self, request: HttpRequest) -> dict[str, object]:
        # Rows are deleted one by one, where it is known whether an article uses them.
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions


@admin.register(Term)
class TermAdmin(MarkdownDesk):
    list_display = ["name", "words"]
    search_fields = ["name", "words", "meaning"]
    prepopulated_fields = {"slug": ["name"]}
    text_rows = 3
    fields = ["name", "slug", "words", "meaning"]

    def view_on_site(self, term: Term) -> str:
        return term.get_absolute_url()


@admin.register(Synonym)
class SynonymAdmin(MarkdownDesk):
    list_display = ["typed", "means"]
    search_fields = ["typed", "means"]
    fields = ["typed", "means"]


class FaqForm(NoticeForm):
    """Sees that only those who publish put a question where readers see it at once."""

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if not self.errors and is_left_to_editors(self.user, Faq(article=cleaned["article"])):
            self.add_error(
                "article",
                "Choose an article that is still a draft. What readers see at once is for an "
                "editor to add.",
            )
        return cleaned


@admin.register(Faq)
class FaqAdmin(NoticeDesk):
    form = FaqForm
    list_display = ["question", "section", "on_site_page", "article", "position"]
    list_filter = ["section", "on_site_page"]
    list_select_related = ["article"]
    show_full_result_count = False
    search_fields = ["question", "answer"]
    ordering = ["section", "position"]
    prepopulated_fields = {"slug": ["question"]}
    autocomplete_fields = ["article"]
    text_rows = 8
    fields = ["question", "slug", "answer", "section", "position", "on_site_page", "article"]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if "article" in form.changed_data and (former := form.initial.get("article")):
            # The article that it left reads otherwise now, too.
            upkeep.changed(Article.objects.get(pk=former), by=request.user)

    def view_on_site(self, faq: Faq) -> str:
        return faq.get_absolute_url()
