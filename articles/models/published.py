"""The one definition of what is published, and what follows from it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import models
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from articles.models.former_address import FormerlyAtQuerySet
from articles.models.topic import Topic

# What a list of articles shows at most; search finds the others.
MOST_LISTED = 480
# How many articles of one topic or source are compared to find what is related.
MOST_COMPARED = 24
LAST = (
    "SELECT article_id FROM (SELECT article_id FROM {table} WHERE {heading}_id = %s"
    " ORDER BY id DESC LIMIT %s) AS last"
)
# Readers see a change at the later of the two.
DATES = ("published_at", "updated_at")


class PublishedQuerySet(FormerlyAtQuerySet):
    """Articles, by what the public may see."""

    def published(self) -> "PublishedQuerySet":
        """Keep what visitors may see now; every public page asks here and nowhere else."""
        return self.filter(published_at__lte=timezone.now())

    def newest_first(self) -> "PublishedQuerySet":
        return self.order_by("-published_at", "-pk")

    def has(self, key: str) -> Exists:
        """Say of another row whether the article that it points to is among these.

        Asked row by row: no database has to list all these first.
        """
        return Exists(self.filter(pk=OuterRef(key)))

    def topics(self) -> models.QuerySet[Topic]:
        """Return the topics of these articles, each once."""
        # A value, not EXISTS: PostgreSQL would read every article of every topic to answer that.
        one = self.filter(topics=OuterRef("pk")).order_by().values("pk")[:1]
        return Topic.objects.alias(one=Subquery(one)).exclude(one=None)

    def topics_with_dates(self) -> models.QuerySet[Topic]:
        """Return the topics of these articles, with the last change of what each lists."""
        listed = self.filter(
            pk__in=_last(self._listing("topics"), MOST_LISTED, topic=OuterRef(OuterRef("pk")))
        )
        changes = listed.order_by(Greatest(*DATES).desc()).values(at=Greatest(*DATES))
        return self.topics().annotate(changed_at=Subquery(changes[:1]))

    def changed_at(self) -> datetime | None:
        """Return the last change of what a list of these shows."""
        listed = self.newest_first().only(*DATES)[:MOST_LISTED]
        return max((article.changed_at for article in listed), default=None)

    def of_topic(self, topic: Topic) -> "PublishedQuerySet":
        """Keep those put last under a topic, as many as a list shows."""
        return self.filter(pk__in=_last(self._listing("topics"), MOST_LISTED, topic=topic))

    def citing(self, source: models.Model) -> "PublishedQuerySet":
        """Keep those that cited a source last, as many as a list shows."""
        return self.filter(pk__in=_last(self._listing("sources"), MOST_LISTED, source=source))

    def with_page(self) -> "PublishedQuerySet":
        """Fetch everything that an article's page shows, in a fixed number of queries."""
        return self.prefetch_related("topics", "applies_to", "takeaways", "faqs", "citations")

    def related_to(self, article: models.Model) -> "PublishedQuerySet":
        """Keep other articles that share a topic or a source, those that share most first.

        Of each topic and source those that came last are compared, however many it has.
        """
        topics = list(article.topics.all())
        sources = [citation.source for citation in article.citations.all()]
        listed, cited = self._listing("topics"), self._listing("sources")
        near = [*_near(listed, "topic", topics), *_near(cited, "source", sources)]
        if not near:
            return self.none()
        # Written out: Django takes longer to put so many parts together than a database to answer.
        parts, values = zip(*near, strict=True)
        asked = [value for each in values for value in each]
        among = RawSQL(" UNION ALL ".join(parts), asked)  # noqa: S611 - no text of anybody
        return (
            self.only("slug", "title", "summary", "rating")
            .exclude(pk=article.pk)
            .filter(pk__in=among)
            .alias(
                shared_topics=_shared(listed, topic__in=topics),
                shared_sources=_shared(cited, source__in=sources),
            )
            .order_by("-shared_topics", "-shared_sources", "-published_at", "-pk")
        )

    def touch(self) -> None:
        """Note that something which these articles show has changed just now."""
        self.update(updated_at=timezone.now())

    def _listing(self, relation: str) -> models.QuerySet:
        """Return the rows that put articles under topics, or that cite sources."""
        return getattr(self.model, relation).through._base_manager.all()


def _last(rows: models.QuerySet, most: int, **heading: object) -> models.QuerySet:
    """Return the articles that came last under a heading; both databases walk back and stop."""
    return rows.filter(**heading).order_by("-pk").values("article")[:most]


def _near(
    rows: models.QuerySet, heading: str, found: Iterable[models.Model]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Ask for the same as `_last` of each heading; SQLite takes a limit only inside a part."""
    part = LAST.format(table=rows.model._meta.db_table, heading=heading)
    return ((part, (each.pk, MOST_COMPARED)) for each in found)


def _shared(rows: models.QuerySet, **headings: object) -> Coalesce:
    """Count the headings that an article shares."""
    own = rows.filter(article=OuterRef("pk"), **headings).order_by()
    return Coalesce(Subquery(own.values("article").annotate(n=Count("pk")).values("n")), 0)
