"""Visits: a few requests of one person, all drawn from the number of the visit."""

import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from urllib.parse import unquote_to_bytes, urlsplit

import lxml.html
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

from tests.fuzz import hostile
from tests.fuzz.addresses import Route, filled, routes
from tests.fuzz.hostile_table import NAMES
from tests.fuzz.promises import Promises
from tests.fuzz.watching import Hang, Log, limited, watched
from tests.fuzz.world import SUPERUSER, VISITOR, World
from ttl.encodings import text_only

REQUESTS_OF_A_VISIT = 8
METHODS = (
    ("GET",) * 45
    + ("POST",) * 45
    + ("HEAD",) * 3
    + (
        *(
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "get",
            "",
            "FOO\x00",
        ),
    )
)
# A page that costs much is asked for less often.
SLOW = {".pdf": 0.03, "article/": 0.5, "/add/": 0.5, "review/": 0.5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request as the WSGI server would hand it over."""

    method: str
    path: str
    query: str = ""
    body: bytes = b""
    kind: str = ""
    headers: dict[str, str] = field(default_factory=dict)


class Fuzz:
    """One world, and every visit to it; the world is as before after each of them."""

    def __init__(self, world: World, seed: str) -> None:
        self.world, self.seed = world, seed
        self.routes = routes()
        self.weights = [_weight(route) for route in self.routes]
        self.promises = Promises(world.secrets)
        self.log = Log(world.keys + world.secrets)
        # One for all: a new one would look for every static file again.
        self.site = Client().handler
        self.statuses: Counter[int] = Counter()
        self.asked: Counter[str] = Counter()
        self.forms: dict[str, list[hostile.Form]] = {}
        self._learn_forms()
        fields = {
            name for forms in self.forms.values() for form in forms for name, _ in form.fields
        }
        self.names = [*sorted(fields), *NAMES]

    def visit(self, number: int) -> Iterator[str]:
        """Make one visit and report whatever is wrong with its answers."""
        dice = Random(f"{self.seed}:{number}")  # noqa: S311 - not a secret
        cache.clear()
        who = VISITOR if number % 3 else dice.choice([*self.world.cookies, SUPERUSER, VISITOR])
        with transaction.atomic():
            client = self._client(who)
            for step in range(REQUESTS_OF_A_VISIT):
                route = self._route(number, step, who, dice)
                request = self._request(route, dice)
                self.asked[route.text] += 1
                for fault in self.send(client, request):
                    yield f"{self.seed}:{number} step {step} as {who}: {fault}\n{request}"
            transaction.set_rollback(True)

    def send(self, client: Client, request: Request) -> list[str]:
        """Send one request and say what is wrong with the answer."""
        with watched() as writes, self.log.heard() as heard:
            try:
                with limited():
                    response = _answer(client, request)
            except (Exception, Hang):  # noqa: BLE001 - whatever comes out is the finding
                return [traceback.format_exc()]
        self.statuses[response.status_code] += 1
        found = self.promises.broken(_path_of(request), response) + heard
        if request.method in {"GET", "HEAD"}:
            found += [f"a look wrote: {sql[:200]}" for sql in writes]
        return found

    def _client(self, who: str) -> Client:
        client = Client(REMOTE_ADDR="192.0.2.7")
        client.handler = self._answer_as_served
        if who != VISITOR:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.world.cookies[who]
        return client

    def _answer_as_served(self, environ: dict[str, object]) -> HttpResponse:
        text_only(environ)
        return self.site(environ)

    def _route(self, number: int, step: int, who: str, dice: Random) -> Route:
        if not step:
            return self.routes[number % len(self.routes)]
        wanted = dice.random() < (0.1 if who == VISITOR else 0.9)
        while True:
            [route] = dice.choices(self.routes, self.weights)
            if route.is_for_staff == wanted:
                return route

    def _request(self, route: Route, dice: Random) -> Request:
        method = dice.choice(METHODS)
        path = filled(route, self.world.known(route), dice)
        query = hostile.query(self.names, dice) if dice.random() < 0.3 else ""
        body, kind = b"", ""
        if method not in {"GET", "HEAD"}:
            forms = self.forms.get(route.text) or [hostile.Form(fields=[], files=())]
            body, kind = hostile.body(dice.choice(forms), self.names, dice)
        forged = hostile.headers(dice)
        return Request(method=method, path=path, query=query, body=body, kind=kind, headers=forged)

    def _learn_forms(self) -> None:
        """Look once at every page that can be named, and remember the forms on it."""
        dice, clients = Random(self.seed), (self._client(VISITOR), self._client(SUPERUSER))  # noqa: S311
        with transaction.atomic(), self.log.heard():
            for route in self.routes:
                known = {name: some[:1] for name, some in self.world.known(route).items()}
                if route.text.endswith(".pdf") or "logout" in route.text:
                    continue
                for token in dict.fromkeys(self.world.known(route)["token"]) or [""]:
                    address = filled(route, known | {"token": [token]}, dice, odd=0)
                    page = clients[route.is_for_staff].get(address)
                    if page.status_code == 200 and "html" in page["Content-Type"]:
                        self._learn(address, page)
            transaction.set_rollback(True)

    def _learn(self, address: str, page: HttpResponse) -> None:
        tree = lxml.html.document_fromstring(page.content, base_url=f"http://testserver{address}")
        tree.make_links_absolute()
        for form in tree.forms:
            with suppress(Resolver404):
                place = resolve(urlsplit(form.action or address).path or address)
                files = tuple(box.get("name") for box in form.iterfind(".//input[@type='file']"))
                fields = [(str(name), str(value)) for name, value in form.form_values()]
                fields += [
                    (box.get("name"), box.get("value") or "")
                    for box in form.iter("button")
                    if box.get("name")
                ]
                self.forms.setdefault(place.route, []).append(
                    hostile.Form(fields=fields, files=files)
                )


def _weight(route: Route) -> float:
    return next((weight for part, weight in SLOW.items() if part in route.text), 1)


def _path_of(request: Request) -> str:
    return unquote_to_bytes(request.path.encode("utf-8", "surrogatepass")).decode(
        "utf-8", "replace"
    )


def _answer(client: Client, request: Request) -> HttpResponse:
    path = unquote_to_bytes(request.path.encode("utf-8", "surrogatepass")).decode("latin-1")
    cookie = request.headers.get("HTTP_COOKIE")
    if cookie and client.cookies:
        cookie = f"{cookie}; {client.cookies.output(attrs=[], header='', sep='; ').strip()}"
    extra = request.headers | {"PATH_INFO": path, "QUERY_STRING": request.query}
    if cookie:
        extra["HTTP_COOKIE"] = cookie
    response = client.generic(request.method, "/", request.body, request.kind, **extra)
    if response.streaming:
        response.getvalue()
    return response
