"""Which address is answered where."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from ttl import crawlers, views

handler400 = "ttl.views.bad_request"
handler500 = "ttl.views.server_error"

urlpatterns = [
    path("livez", views.livez, name="livez"),
    path("readyz", views.readyz, name="readyz"),
    path("metrics", views.measured, name="metrics"),
    path("robots.txt", crawlers.robots, name="robots"),
    path("llms.txt", crawlers.llms, name="llms"),
    path(".well-known/security.txt", crawlers.security, name="security"),
    path("sitemap.xml", crawlers.sitemap, name="sitemap"),
    path(settings.ADMIN_PATH, admin.site.urls),
    # Every page for visitors: in English as it stands here, in Spanish behind /es/.
    *i18n_patterns(
        path("", views.home, name="home"),
        path("", include("articles.urls")),
        path("", include("planner.urls")),
        path("", include("safety.urls")),
        prefix_default_language=False,
    ),
]
