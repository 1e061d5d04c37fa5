"""How each kind of content goes between a value and its database rows."""

from dataclasses import fields, replace

from django.db import models
from django.utils import timezone

from articles.content.files import (
    ArticleText,
    ClaimText,
    ContentError,
    FaqText,
    PageText,
    SourceText,
    TermText,
    TopicText,
    parse_page,
    parse_table,
)
from articles.content.writing import page_text, table_text
from articles.models import (
    AppliesTo,
    Article,
    Citation,
    Claim,
    Faq,
    Source,
    Takeaway,
    Term,
    Topic,
)

Text = TopicText | SourceText | ClaimText | ArticleText | FaqText | TermText | PageText


class Shelf:
    """One kind of content whose value has the same columns as its row."""

    kind: str
    key_column: str
    model: type[models.Model]
    text: type[Text]
    # The name of the tables in a file of this kind.
    table: str
    # Fields of the value that are other rows, so a subclass reads and writes them itself.
    elsewhere: tuple[str, ...] = ()

    def find(self, key: str) -> models.Model | None:
        return self.model._default_manager.filter(**{self.key_column: key}).first()

    def read(self, row: models.Model) -> Text:
        """Return the value that a row holds now."""
        columns = {name: _unified(getattr(row, name)) for name in self.columns()}
        return self.text(**columns, **self.read_elsewhere(row))

    def write(self, row: models.Model | None, text: Text) -> models.Model:
        """Make a row hold a value, under the same checks that an editor's form makes."""
        row = row or self.new()
        for name in self.columns():
            setattr(row, name, getattr(text, name))
        self.link(row, text)
        row.full_clean()
        row.save()
        self.write_elsewhere(row, text)
        return row

    def to_file(self, text: Text) -> str:
        """Write one value as the text of a file."""
        return table_text(self.table, (text,))

    def from_file(self, file: str) -> Text:
        """Read the one value of such a text."""
        (text,) = parse_table(file, self.table, self.text)
        return text

    def columns(self) -> tuple[str, ...]:
        return tuple(field.name for field in fields(self.text) if field.name not in self.elsewhere)

    def new(self) -> models.Model:
        return self.model()

    def has_place_for(self, text: Text) -> bool:
        return True

    def read_elsewhere(self, row: models.Model) -> dict[str, object]:
        return {}

    def link(self, row: models.Model, text: Text) -> None:
        """Set what must be there before the row can be saved."""

    def write_elsewhere(self, row: models.Model, text: Text) -> None:
        """Write what can only be saved after the row."""


class TopicShelf(Shelf):
    kind, key_column, model, text = "topic", "slug", Topic, TopicText
    table = "topics"


class TermShelf(Shelf):
    kind, key_column, model, text = "term", "slug", Term, TermText
    table = "glossary"


class SourceShelf(Shelf):
    kind, key_column, model, text = "source", "key", Source, SourceText
    table = "sources"


class ClaimShelf(Shelf):
    kind, key_column, model, text = "claim", "key", Claim, ClaimText
    table = "claims"
    elsewhere = ("source",)

    def has_place_for(self, text: ClaimText) -> bool:
        """Refuse a figure whose source staff took away."""
        return Source.objects.filter(key=text.source).exists()

    def read_elsewhere(self, row: Claim) -> dict[str, object]:
        return {"source": row.source.key}

    def link(self, row: Claim, text: ClaimText) -> None:
        source = Source.objects.filter(key=text.source).first()
        if source is None:
            raise ContentError(f"{text.key} rests on {text.source}, which is not there.")
        row.source = source


class ArticleShelf(Shelf):
    kind, key_column, model, text = "article", "slug", Article, ArticleText
    elsewhere = ("topics", "applies_to", "takeaways", "citations", "published_at")

    def new(self) -> Article:
        """Make an article that is published now; later loads leave its publication alone."""
        return Article(published_at=timezone.now())

    def read_elsewhere(self, row: Article) -> dict[str, object]:
        return {
            "topics": tuple(row.topics.order_by("slug").values_list("slug", flat=True)),
            "applies_to": tuple(row.applies_to.values_list("label", flat=True)),
            "takeaways": tuple(row.takeaways.values_list("text", flat=True)),
            "citations": tuple(row.citations.values_list("source__key", flat=True)),
        }

    def write_elsewhere(self, row: Article, text: ArticleText) -> None:
        row.topics.set(Topic.objects.filter(slug__in=text.topics))
        sources = Source.objects.in_bulk(text.citations, field_name="key")
        if missing := [key for key in text.citations if key not in sources]:
            raise ContentError(f"{text.slug} cites {', '.join(missing)}, which is not there.")
        for part in (AppliesTo, Takeaway, Citation):
            part.objects.filter(article=row).delete()
        AppliesTo.objects.bulk_create(
            AppliesTo(article=row, position=place, label=label)
            for place, label in enumerate(text.applies_to, start=1)
        )
        Takeaway.objects.bulk_create(
            Takeaway(article=row, position=place, text=sentence)
            for place, sentence in enumerate(text.takeaways, start=1)
        )
        Citation.objects.bulk_create(
            Citation(article=row, position=place, source=sources[key])
            for place, key in enumerate(text.citations, start=1)
        )


class FaqShelf(Shelf):
    kind, key_column, model, text = "question", "slug", Faq, FaqText
    table = "faqs"
    elsewhere = ("article",)

    def has_place_for(self, text: FaqText) -> bool:
        """Refuse a question whose only place is an article that staff took away."""
        return text.on_site_page or Article.objects.filter(slug=text.article).exists()

    def read_elsewhere(self, row: Faq) -> dict[str, object]:
        return {"article": row.article.slug if row.article else ""}

    def link(self, row: Faq, text: FaqText) -> None:
        """Attach the question to its article, or to none when staff took that article away."""
        row.article = Article.objects.filter(slug=text.article).first()


class PageShelf(Shelf):
    """Articles together with their questions, as a reader sees them."""

    kind, key_column, model, text = "article", "slug", Article, PageText
    article, question = ArticleShelf(), FaqShelf()

    def read(self, row: Article) -> PageText:
        questions = tuple(self.question.read(faq) for faq in row.faqs.select_related("article"))
        return PageText(article=self.article.read(row), questions=questions)

    def write(self, row: Article | None, text: PageText) -> Article:
        """Make an article and its questions hold a page; questions that it lacks are deleted."""
        article = self.article.write(row or Article(), text.article)
        kept = {question.slug for question in text.questions}
        article.faqs.exclude(slug__in=kept).delete()
        for question in text.questions:
            found = self.question.find(question.slug)
            if found and found.article_id != article.pk:
                raise ContentError(f"The question {question.slug} stands elsewhere now.")
            self.question.write(found, replace(question, article=article.slug))
        return article

    def to_file(self, text: PageText) -> str:
        return page_text(text)

    def from_file(self, file: str) -> PageText:
        return parse_page(file, "The article")


def _unified(value: object) -> object:
    """Read text as the files have it: a browser sends back other line ends than it was given."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value
