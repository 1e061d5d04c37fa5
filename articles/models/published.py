"""The one definition of what is published, and what follows from it."""

from django.db import models
from django.db.models import Count, Q
from django.utils import timezone

from articles.models.former_address import FormerlyAtQuerySet
from articles.models.topic import Topic


class PublishedQuerySet(FormerlyAtQuerySet):
    """Articles, by what the public may see."""

    def published(self) -> "PublishedQuerySet":
        """Keep what visitors may see now; every public page asks here and nowhere else."""
        return self.filter(published_at__lte=timezone.now())

    def newest_first(self) -> "PublishedQuerySet":
        return self.order_by("-published_at", "-pk")

    def topics(self) -> models.QuerySet[Topic]:
        """Return the topics of these articles, each once."""
        return Topic.objects.filter(articles__in=self).distinct()

    def with_page(self) -> "PublishedQuerySet":
        """Fetch everything that an article's page shows, in a fixed number of queries."""
        return self.prefetch_related("topics", "applies_to", "takeaways", "faqs", "citations")

    def related_to(self, article: models.Model) -> "PublishedQuerySet":
        """Keep the other articles that share a topic or a source, those that share most first."""
        topics = Q(topics__in=article.topics.all())
        sources = Q(sources__in=article.sources.all())
        return (
            self.only("slug", "title", "summary", "rating")
            .exclude(pk=article.pk)
            .alias(
                shared_topics=Count("topics", filter=topics, distinct=True),
                shared_sources=Count("sources", filter=sources, distinct=True),
            )
            .filter(Q(shared_topics__gt=0) | Q(shared_sources__gt=0))
            .order_by("-shared_topics", "-shared_sources", "-published_at", "-pk")
        )

    def touch(self) -> None:
        """Note that something which these articles show has changed just now."""
        self.update(updated_at=timezone.now())
