"""Addresses of the articles, topics, questions, sources and pictures."""

from django.urls import path

from articles.views import articles, images, library

app_name = "articles"
urlpatterns = [
    path("articles/", articles.article_list, name="list"),
    path("articles/<slug:slug>/", articles.article_detail, name="detail"),
    path("topics/<slug:slug>/", articles.topic_detail, name="topic"),
    path("questions/", library.faq_list, name="faq"),
    path("glossary/", library.glossary, name="glossary"),
    path("sources/", library.source_list, name="sources"),
    path("sources/<slug:key>/", library.source_detail, name="source"),
    path("images/<slug:key>-<slug:digest>.webp", images.image, name="image"),
    path("how-we-rate-evidence/", library.rating_method, name="rating"),
]
