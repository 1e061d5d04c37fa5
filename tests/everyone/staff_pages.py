"""The pages of the desk that are our own, and the gallery."""

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Article
from tests.everyone.album import Album

TAILS = {
    "gallery": "gallery/",
    "desk": "",
    "second step": "second-step/",
    "links": "reports/links/",
    "review due": "reports/review-due/",
    "articles": "articles/article/",
    "bring in": "articles/article/bring-in/",
    "gone": "articles/faq/deleted/",
}
OF_AN_ARTICLE = ("change/", "publication/", "history/", "preview/")


def add_staff_pages(album: Album) -> None:
    """Ask for every page of our own at the desk, as somebody who may see all of them."""
    client = Client()
    client.force_login(User.objects.get(username="superuser"))
    for name, tail in TAILS.items():
        album.add(f"staff {name}", client.get(f"{reverse('admin:index')}{tail}"))
    article = Article.objects.get(slug="lifting-and-mood")
    for tail in OF_AN_ARTICLE:
        address = f"{reverse('admin:index')}articles/article/{article.pk}/{tail}"
        album.add(f"staff {tail.strip('/')}", client.get(address))
    album.add("staff sign in", Client().get(reverse("admin:login")))
    wrong = {"username": "eve", "password": "wrong"}
    album.add("staff sign in wrong", Client().post(reverse("admin:login"), wrong))
    client.post("/admin/second-step/", {"wish": "begin"})
    album.add("staff set up", client.get("/admin/second-step/set-up/"))
    album.add("staff set up wrong", client.post("/admin/second-step/set-up/", {"code": "1"}))
    half = Client()
    half.force_login(User.objects.get(username="half"))
    album.add("staff code", half.get("/admin/second-step/code/"))
    album.add("staff code wrong", half.post("/admin/second-step/code/", {"code": "1"}))
    old = Client(enforce_csrf_checks=True)
    album.add("staff form too old", old.post(reverse("admin:login"), wrong))
