"""Addresses of the planner: the start, the help lines and everything under one private link."""

from django.urls import include, path

# The import registers the `token` converter.
from planner import (
    check_views,
    plan_views,
    private,
    progress_views,
    questionnaire_views,
    views,
)

app_name = "planner"
private_urls = [
    path("", plan_views.plan, name="plan"),
    path("summary/", plan_views.summary, name="summary"),
    path("mood/", check_views.mood_check, name="mood"),
    path("progress/", progress_views.progress, name="progress"),
    path("erase/", plan_views.erase, name="erase"),
    path("questions/<int:number>/", questionnaire_views.question, name="question"),
    path("safe/", questionnaire_views.safe, name="safe"),
    path("check/", questionnaire_views.check, name="check"),
]
urlpatterns = [
    path("plan/", views.start, name="start"),
    path("help/", views.help_now, name="help"),
    path(f"plan/<{private.CONVERTER}:token>/", include(private_urls)),
]
