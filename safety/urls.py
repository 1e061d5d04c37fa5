"""Addresses of the pages on safety."""

from django.urls import path

from safety import views

app_name = "safety"
urlpatterns = [
    path("safety/", views.safety, name="safety"),
    path("report/", views.report, name="report"),
    path("report/sent/", views.reported, name="reported"),
]
