"""What the main pages weigh on the way to a phone, and how often they ask the database."""

import gzip
import mimetypes
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.middleware.gzip import GZipMiddleware
from django.test.utils import CaptureQueriesContext

from articles.loading import load_content
from articles.models import Article
from tests.planner.logs import due_today
from tests.planner.people import Visitor, typed
from tests.ttl.pages import read

pytestmark = pytest.mark.django_db

# What a server may send before the phone must answer: ten packets of 1,460 bytes (RFC 6928), less
# a little more than a kilobyte for our headers.
FIRST_ROUND_TRIP = 10 * 1_460 - 1_100
PUBLIC = [
    *("/", "/articles/", "/topics/", "/topics/strength-training/", "/questions/", "/glossary/"),
    *("/sources/", "/search/?q=sleep", "/plan/", "/help/", "/exercises/", "/safety/"),
]
# As finished pages and private ones are compressed.
LEVEL = 6
SVG = "{http://www.w3.org/2000/svg}"
WHOLE_ARTICLE, WHOLE_PRIVATE_PAGE = 60_000, 80_000
# What a link must be for a browser to load it; the rest only tells where something is.
LOADED = {"stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "modulepreload"}
# One for the record, and one for whether plans are paused, which no answer and no file waits for.
PRIVATE = {
    "": 2,
    "plan/": 2,
    "sessions/": 2,
    "progress/": 2,
    "print/": 2,
    "calendar/": 2,
    "questions/6/": 1,
    "data/": 1,
    "session/1/": 2,
    "what-if/": 2,
    "swap/1/": 2,
}


def weight(client, address):
    """What a page weighs, without the name of random length that hides how long it is."""
    response = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert (response.status_code, response["Content-Encoding"]) == (200, "gzip"), address
    return len(gzip.compress(gzip.decompress(response.content), compresslevel=LEVEL, mtime=0))


def loaded_by(page):
    """The addresses of everything that a browser loads for a page, once each."""
    found = {element.get("src") for element in page.iter() if element.get("src")}
    found |= {each.get("href") for each in page.iter("link") if LOADED & {*each.get("rel").split()}}
    # A drawing that is used from another file would be loaded too.
    found |= {each.get("href", "#") for each in page.iter(f"{SVG}use")}
    return {address for address in found if not address.startswith("#")}


def weight_of_file(client, address):
    """What one more file weighs: as it is where it is a picture, and small where it is text."""
    if not address.startswith(settings.STATIC_URL):
        return len(client.get(address).content)
    name = address.removeprefix(settings.STATIC_URL)
    content = Path(finders.find(name)).read_bytes()
    is_picture = (mimetypes.guess_type(name)[0] or "").startswith("image/")
    return len(content) if is_picture and not name.endswith(".svg") else len(gzip.compress(content))


def whole_weight(client, address):
    """A page and everything that it loads."""
    page = read(client.get(address).content.decode())
    files = loaded_by(page)
    assert len(files) >= 4, address
    return weight(client, address) + sum(weight_of_file(client, each) for each in files)


def test_every_article_weighs_less_than_60_kilobytes_with_all_it_loads(client):
    load_content()
    articles = [article.get_absolute_url() for article in Article.objects.all()]

    weights = {address: whole_weight(client, address) for address in articles}

    assert len(articles) == 16
    assert {each: size for each, size in weights.items() if size >= WHOLE_ARTICLE} == {}


def test_every_page_of_a_plan_weighs_less_than_80_kilobytes_with_its_drawings():
    visitor = due_today(12)
    plan = read(visitor.get("plan/").content.decode())

    pages = [tail for tail in PRIVATE if tail != "data/"]
    weights = {tail: whole_weight(visitor.client, visitor.address(tail)) for tail in pages}

    assert len(list(plan.iter(f"{SVG}svg"))) > 4
    assert {each: size for each, size in weights.items() if size >= WHOLE_PRIVATE_PAGE} == {}


def test_every_shipped_page_arrives_in_the_first_round_trip(client):
    load_content()
    articles = [article.get_absolute_url() for article in Article.objects.all()]

    weights = {address: weight(client, address) for address in (*PUBLIC, *articles)}

    assert len(articles) == 16
    assert {each: size for each, size in weights.items() if size > FIRST_ROUND_TRIP} == {}


def test_every_page_of_a_plan_arrives_in_the_first_round_trip():
    visitor = due_today(12)

    most_random = GZipMiddleware.max_random_bytes
    weights = {
        tail: weight(visitor.client, visitor.address(tail)) + most_random for tail in PRIVATE
    }

    assert {each: size for each, size in weights.items() if size > FIRST_ROUND_TRIP} == {}


@pytest.mark.parametrize("sessions", [1, 12])
@pytest.mark.parametrize(("tail", "queries"), PRIVATE.items(), ids=["today", *list(PRIVATE)[1:]])
def test_a_page_of_a_plan_costs_the_same_queries_however_long_its_log(
    django_assert_num_queries, tail, queries, sessions
):
    visitor = due_today(sessions)

    with django_assert_num_queries(queries):
        response = visitor.get(tail)

    assert response.status_code == 200


def asked(act):
    """What the database was asked, by its first word; where a transaction begins is its own."""
    with CaptureQueriesContext(connection) as captured:
        response = act()
    words = [query["sql"].split()[0] for query in captured]
    return response.status_code, [word for word in words if word not in {"BEGIN", "COMMIT"}]


def as_it_comes(visitor, tail):
    """The form of a page as it stands there, nothing changed."""
    return {name: values[-1] for name, values in typed(visitor.get(tail)).items()}


@pytest.mark.django_db(transaction=True)
def test_a_page_of_the_questionnaire_is_read_once_and_written_once():
    visitor = Visitor()
    answers = {"age": "35", "country": "gb", "condition": "depression"}
    answers |= {"peripartum": "not_applicable"}

    shown = asked(lambda: visitor.get("questions/1/"))
    saved = asked(lambda: visitor.post("questions/1/", answers))

    assert shown == (200, ["SELECT"])
    assert saved == (302, ["SELECT", "UPDATE"])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("sessions", [1, 12])
@pytest.mark.parametrize("way", ["press", "form"])
def test_noting_a_session_reads_once_and_writes_once_however_long_the_log(way, sessions):
    visitor = due_today(sessions)
    number = sessions + 1
    forms = {
        "press": (f"session/{number}/press/", {"press": "full"}),
        "form": (f"session/{number}/", as_it_comes(visitor, f"session/{number}/")),
    }

    noted = asked(lambda: visitor.post(*forms[way]))

    assert noted == (302, ["SELECT", "UPDATE"])
