"""Addresses of the articles, topics, questions and sources."""

from django.urls import path

from articles import views

app_name = "articles"
urlpatterns = [
    path("articles/", views.article_list, name="list"),
    path("articles/<slug:slug>/", views.article_detail, name="detail"),
    path("topics/<slug:slug>/", views.topic_detail, name="topic"),
    path("questions/", views.faq_list, name="faq"),
    path("glossary/", views.glossary, name="glossary"),
    path("sources/", views.source_list, name="sources"),
    path("sources/<slug:key>/", views.source_detail, name="source"),
    path("how-we-rate-evidence/", views.rating_method, name="rating"),
]
