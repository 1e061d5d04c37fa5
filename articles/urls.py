"""Addresses of the articles, topics, questions, sources, pictures and search."""

from django.urls import path

from articles.views import articles, feeds, images, library, review, search, topics

app_name = "articles"
urlpatterns = [
    path("articles/", articles.article_list, name="list"),
    path("articles/changes/", library.change_list, name="changes"),
    path("articles/feed/", feeds.feed, name="feed"),
    path("articles/<slug:slug>/", articles.article_detail, name="detail"),
    path("topics/", topics.topic_list, name="topics"),
    path("topics/<slug:slug>/", topics.topic_detail, name="topic"),
    path("topics/<slug:slug>/feed/", feeds.topic_feed, name="topic-feed"),
    path("questions/", library.faq_list, name="faq"),
    path("glossary/", library.glossary, name="glossary"),
    path("sources/", library.source_list, name="sources"),
    path("sources/<slug:key>/", library.source_detail, name="source"),
    path("search/", search.search, name="search"),
    path("images/<slug:key>-<slug:digest>.webp", images.image, name="image"),
    path("how-we-rate-evidence/", library.rating_method, name="rating"),
    path("review/<str:token>/", review.review, name="review"),
]
