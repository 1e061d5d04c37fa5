"""The pages that anybody may read, and what the site says when something is the matter."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import translation

from articles.addresses import language_of
from articles.models import Article
from tests.everyone.album import Album
from tests.fuzz.world import make_world
from ttl import views
from ttl.later import later

ARTICLE = "articles/strength-training-in-later-life/"
IN_BOTH = {
    "home": "",
    "help": "help/",
    "start": "plan/",
    "import": "plan/import/",
    "exercises": "exercises/",
    "exercise": "exercises/push-up/",
    "exercise moving": "exercises/goblet-squat/",
    "safety": "safety/",
    "report": "report/",
    "reported": "report/sent/",
    "rating": "how-we-rate-evidence/",
    "search": "search/",
    "search without a find": "search/?q=zzzzzz",
    "search with finds": "search/?q=sleep",
    "search in need": "search/?q=suicide",
    "articles": "articles/",
    "article": ARTICLE,
    "article of low mood": "articles/resistance-training-for-depression-and-anxiety/",
    "changes": "articles/changes/",
    "topics": "topics/",
    "topic": "topics/later-life/",
    "questions": "questions/",
    "glossary": "glossary/",
    "sources": "sources/",
    "source": "sources/noetel-2024/",
    "not found": "no-such-page/",
    "no such link": f"plan/{'x' * 43}/",
    "not understood": "?q=%00",
}


def add_public_pages(album: Album, language: str) -> None:
    """Ask for each page that anybody may read."""
    client, before = Client(), "es " if language else ""
    for name, tail in IN_BOTH.items():
        album.add(f"{before}{name}", client.get(f"{language}/{tail}"))
    _add_mistakes(album, client, language, before)
    _add_failures(album, language, before)


def _add_mistakes(album: Album, client: Client, language: str, before: str) -> None:
    file = SimpleUploadedFile("plan.json", b"{", content_type="application/json")
    album.add(f"{before}import refused", client.post(f"{language}/plan/import/", {"file": file}))
    album.add(f"{before}import of nothing", client.post(f"{language}/plan/import/"))
    album.add(f"{before}report of nothing", client.post(f"{language}/report/", {}))
    away = Client(headers={"Sec-Fetch-Site": "cross-site", "Origin": "https://elsewhere.example"})
    album.add(f"{before}refused", away.post(f"{language}/plan/"))
    album.add(f"{before}not in this way", client.put(f"{language}/help/"))


def _add_failures(album: Album, language: str, before: str) -> None:
    """What is said when nothing can be asked, in the words of the very functions that say it."""
    request = RequestFactory().post(f"{language}/plan/", {"note": "10 kg", "password": "x"})
    with translation.override(language_of(request.path)):
        answers = {
            "failed": views.server_error(request),
            "too many": later(request, 429, 5),
            "not there": later(request, 503, 10),
            "no file": HttpResponse(render_to_string("planner/no_pdf.html", {"way_out": "/"})),
        }
    for name, answer in answers.items():
        album.keep(f"{before}{name}", f"{language}/{name.replace(' ', '-')}/", answer)
    # Read as files, or rendered without a client that would tell.
    album.templates |= {f"{language}/{each}.html".strip("/") for each in ("400", "500")}
    album.templates |= {f"later/{each}.html" for each in ("_base", "too_many", "unavailable")}
    album.templates |= {"planner/no_pdf.html"}


def add_page_of_the_proxy(album: Album, folder) -> None:
    """What the proxy says in the name of a site that is down."""
    call_command("save_away_page", folder, verbosity=0)
    for page in sorted(folder.glob("**/*.html")):
        place = page.relative_to(folder)
        album.keep(f"proxy {place}", f"/{place}", HttpResponse(page.read_text()))
    album.templates |= {"planner/away.html"}


def add_review_pages(album: Album) -> None:
    """What an expert sees behind a link: open, decided, over, and of a text that has changed."""
    client, tokens = Client(), make_world().tokens["review"]
    for number, token in enumerate(tokens):
        answer = client.get(f"/review/{token}/")
        if answer.status_code != 404:
            album.add(f"review {number}", answer)
        if answer.context and "form" in answer.context:
            album.add(f"review {number} of nothing", client.post(f"/review/{token}/", {}))
    Article.objects.filter(slug="not-yet").update(body="Another text.")
    album.add("review of a changed text", client.get(f"/review/{tokens[1]}/"))
