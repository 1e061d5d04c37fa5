"""Addresses of the articles, topics, questions and sources."""

from django.urls import URLPattern

app_name = "articles"
urlpatterns: list[URLPattern] = []
