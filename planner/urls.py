"""Addresses of the planner: the start, the help lines and one private plan."""

from django.urls import path

from planner import views

app_name = "planner"
urlpatterns = [
    path("plan/", views.start, name="start"),
    path("help/", views.help_now, name="help"),
]
