"""How each kind of content goes between a value and its database rows."""

from dataclasses import fields

from django.db import models
from django.utils import timezone

from articles.content.files import (
    ArticleText,
    ClaimText,
    ContentError,
    FaqText,
    SourceText,
    SynonymText,
    TermText,
    TopicText,
)
from articles.models import (
    AppliesTo,
    Article,
    Citation,
    Claim,
    Faq,
    Source,
    Synonym,
    Takeaway,
    Term,
    Topic,
)

Text = TopicText | SourceText | ClaimText | ArticleText | FaqText | TermText | SynonymText


class Shelf:
    """One kind of content whose value has the same columns as its row."""

    kind: str
    key_column: str
    model: type[models.Model]
    text: type[Text]
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


class TermShelf(Shelf):
    kind, key_column, model, text = "term", "slug", Term, TermText


class SynonymShelf(Shelf):
    kind, key_column, model, text = "synonym", "typed", Synonym, SynonymText


class SourceShelf(Shelf):
    kind, key_column, model, text = "source", "key", Source, SourceText


class ClaimShelf(Shelf):
    kind, key_column, model, text = "claim", "key", Claim, ClaimText
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
    elsewhere = ("topics", "applies_to", "takeaways", "citations")

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
    elsewhere = ("article",)

    def has_place_for(self, text: FaqText) -> bool:
        """Refuse a question whose only place is an article that staff took away."""
        return text.on_site_page or Article.objects.filter(slug=text.article).exists()

    def read_elsewhere(self, row: Faq) -> dict[str, object]:
        return {"article": row.article.slug if row.article else ""}

    def link(self, row: Faq, text: FaqText) -> None:
        """Attach the question to its article, or to none when staff took that article away."""
        row.article = Article.objects.filter(slug=text.article).first()


def _unified(value: object) -> object:
    """Read text as the files have it: a browser sends back other line ends than it was given."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value
