"""The site map."""

from django.contrib import admin
from django.urls import include, path

from ttl import views

urlpatterns = [
    path("", views.home, name="home"),
    path("livez", views.livez, name="livez"),
    path("readyz", views.readyz, name="readyz"),
    path("admin/", admin.site.urls),
    path("", include("articles.urls")),
    path("", include("planner.urls")),
]
