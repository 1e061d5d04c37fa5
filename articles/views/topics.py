"""Topics; a topic shows as soon as one of its articles is published."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles import trails
from articles.models import Article, Faq
from articles.views.moved import moved_or_missing
from articles.views.paging import page_of

QUESTIONS = 6


@require_safe
def topic_list(request: HttpRequest) -> HttpResponse:
    """List every topic that has something to read."""
    topics = Article.objects.published().topics()
    return render(request, "articles/topics.html", {"topics": topics, "trail": trails.topics()})


@require_safe
def topic_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show published articles of one topic, a page of them with its questions, and what else."""
    topics = Article.objects.published().topics()
    topic = topics.filter(slug=slug).first()
    if topic is None:
        return moved_or_missing(request, slug, topics)
    pager = page_of(request, Article.objects.published().of_topic(topic).newest_first())
    questions = Faq.objects.filter(article__in=list(pager)).select_related("article")
    return render(
        request,
        "articles/topic.html",
        {
            "topic": topic,
            "pager": pager,
            "questions": questions.only("question", "slug", "article__slug")[:QUESTIONS],
            "other_topics": topics.exclude(pk=topic.pk),
            "trail": trails.topic(topic),
        },
    )
