"""What search looks in: one entry for each thing that can be found, the words of all, synonyms."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.faq import Faq
from articles.models.source import Source
from articles.models.term import Term
from articles.models.topic import Topic


class EntryKind(models.TextChoices):
    """What can be found, the more telling first."""

    ARTICLE = "article", _("Article")
    QUESTION = "question", _("Question")
    EXERCISE = "exercise", _("Exercise")
    TERM = "term", _("Glossary")
    SOURCE = "source", _("Source")


def _goes_with(kind: EntryKind, row: str | None) -> Q:
    rows = ("article", "faq", "term", "source")
    return Q(kind=kind, **{f"{each}__isnull": each != row for each in rows})


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    """Entries, by what the public may find."""

    def visible(self) -> "SearchEntryQuerySet":
        """Keep what visitors may read now; what waits for its time appears by itself."""
        return self.filter(
            Q(kind__in=[EntryKind.EXERCISE, EntryKind.TERM, EntryKind.SOURCE])
            | Article.objects.published().has("article")
            | Exists(Faq.objects.shown().filter(pk=OuterRef("faq")))
        )

    def about(self, topic: Topic) -> "SearchEntryQuerySet":
        """Keep the articles of a topic, and the questions on them."""
        listed = Topic.articles.through.objects.filter(topic=topic)
        of_article = Exists(listed.filter(article=OuterRef("article")))
        return self.filter(of_article | Exists(listed.filter(article=OuterRef("faq__article"))))


class SearchEntry(models.Model):
    """One thing that can be found, as text, and as the stems that both databases match.

    Indexes of the database's own follow this table (migrations 0006, 0014 and 0015). SQLite drops
    the triggers that feed them when a migration alters a column here, so such a migration makes
    them again.
    """

    kind = models.CharField(max_length=10, choices=EntryKind)
    key = models.CharField(max_length=80)
    article = models.OneToOneField(Article, models.CASCADE, null=True, related_name="+")
    faq = models.OneToOneField(Faq, models.CASCADE, null=True, related_name="+")
    term = models.OneToOneField(Term, models.CASCADE, null=True, related_name="+")
    source = models.OneToOneField(Source, models.CASCADE, null=True, related_name="+")
    version = models.PositiveSmallIntegerField(help_text="Which way of making entries made it.")
    url = models.CharField(max_length=300)
    title = models.CharField(max_length=200)
    # The long columns come last: SQLite reads a row from its beginning.
    title_stems = models.TextField()
    text_stems = models.TextField()
    text = models.TextField()

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = "entry of the search"
        verbose_name_plural = "entries of the search"
        constraints = [
            models.UniqueConstraint(name="search_entry_is_listed_once", fields=["kind", "key"]),
            models.CheckConstraint(
                name="search_entry_goes_with_its_row",
                condition=_goes_with(EntryKind.ARTICLE, "article")
                | _goes_with(EntryKind.QUESTION, "faq")
                | _goes_with(EntryKind.TERM, "term")
                | _goes_with(EntryKind.SOURCE, "source")
                | _goes_with(EntryKind.EXERCISE, None),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self.url


class SearchWord(models.Model):
    """A word of an entry or a synonym, for mistyped and half-typed ones to be held against.

    It may outlive that until the next rebuild: what is offered to visitors is always asked of the
    visible entries too.
    """

    word = models.CharField(max_length=24, primary_key=True)
    initial = models.CharField(max_length=1, db_index=True)
    stem = models.CharField(max_length=24, db_index=True)

    def __str__(self) -> str:
        return self.word


class Synonym(models.Model):
    """Words that people type, and the words that our pages use for the same."""

    typed = models.CharField(
        "people type",
        max_length=60,
        unique=True,
        help_text="One or more words, such as “feeling low”. Endings and capitals do not matter.",
    )
    means = models.CharField(
        "our pages say",
        max_length=200,
        help_text="With commas between: “depression, low mood”. Pages with any of these are found, "
        "beside those with the very words that were typed.",
    )

    class Meta:
        ordering = ["typed"]

    def __str__(self) -> str:
        return self.typed

    def meanings(self) -> list[str]:
        """Return the words or phrases that stand for what was typed."""
        return [meaning for part in self.means.split(",") if (meaning := part.strip())]

    def clean(self) -> None:
        """Refuse a row that says nothing."""
        super().clean()
        if self.means and not self.meanings():
            raise ValidationError({"means": ValidationError("Write at least one word.")})
