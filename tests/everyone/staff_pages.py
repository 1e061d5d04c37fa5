"""The pages of the desk that are our own, and the gallery."""

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article
from tests.articles.builders import fill_article, make_draft
from tests.articles.reading import values_on
from tests.articles.test_conflicts import desk_of
from tests.everyone.album import Album
from tests.ttl.staff.signing_in import code_of

DESK = f"/{settings.ADMIN_PATH}"
STEP = f"{DESK}second-step/"
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
        album.add(f"staff {name}", client.get(f"{DESK}{tail}"))
    article = Article.objects.get(slug="lifting-and-mood")
    for tail in OF_AN_ARTICLE:
        address = f"{DESK}articles/article/{article.pk}/{tail}"
        album.add(f"staff {tail.strip('/')}", client.get(address))
    draft = fill_article(make_draft("of-two"), 1)
    _add_overtaken(album, f"{DESK}articles/article/{draft.pk}/change/")
    _add_sign_in(album)
    _add_second_step(album, client)
    album.add_assets(client)


def _add_overtaken(album: Album, form: str) -> None:
    """Eve has the form open while Bob saves; what she sees when she saves too."""
    eve, bob = desk_of("Eve"), desk_of("Bob")
    opened = values_on(eve.get(form))
    bob.post(form, values_on(bob.get(form)) | {"body": "One two four."})
    album.add("staff overtaken", eve.post(form, opened | {"body": "One two five."}))


def _add_sign_in(album: Album) -> None:
    wrong = {"username": "eve", "password": "wrong"}
    album.add("staff sign in", Client().get(f"{DESK}login/"))
    album.add("staff sign in wrong", Client().post(f"{DESK}login/", wrong))
    strict = Client(enforce_csrf_checks=True)
    album.add("staff form too old", strict.post(f"{DESK}login/", wrong))
    half = Client()
    half.force_login(User.objects.get(username="half"))
    album.add("staff code", half.get(f"{STEP}code/"))
    album.add("staff code wrong", half.post(f"{STEP}code/", {"code": "1"}))


def _add_second_step(album: Album, client: Client) -> None:
    album.add("staff confirm", client.get(f"{DESK}confirm/"))
    half = User.objects.get(username="half")
    album.add("staff reset", client.get(f"{DESK}auth/user/{half.pk}/second-step/"))
    client.post(STEP, {"wish": "begin"})
    album.add("staff set up", client.get(f"{STEP}set-up/"))
    album.add("staff set up wrong", client.post(f"{STEP}set-up/", {"code": "1"}))
    code = code_of(User.objects.get(username="superuser"))
    album.add("staff recovery codes", client.post(f"{STEP}set-up/", {"code": code}))
