"""One finished page: its headers, and its body in each coding that somebody has asked for."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from http import HTTPStatus

from ttl.edge.codings import IDENTITY, MAKE, liked
from ttl.metrics import KEPT_PAGES

Headers = tuple[tuple[str, str], ...]
Start = Callable[..., object]

TAG = re.compile(r'"[^"]*"|\*')
# Each answer has its own of these.
OWN = {"content-length", "etag", "x-request-id"}
# What an answer without a body does not have.
OF_BODY = ("Content-Type", "Content-Encoding", "Content-Language", "Content-Length")
NEVER_KEPT = ("no-store", "private", "no-cache")
VARY = "Accept-Encoding"
OVERHEAD_BYTES = 4096
NUMBER = "X-Request-ID"


@dataclass(frozen=True, slots=True)
class Form:
    """A page in one coding."""

    tag: str
    headers: Headers
    short: Headers
    body: bytes


@dataclass(slots=True, kw_only=True)
class Page:
    """A page as it was made for everybody; without an edition where it is made of code alone."""

    edition: str | None
    route: str
    headers: Headers
    body: bytes
    digest: str = ""
    forms: dict[str, Form] = field(default_factory=dict)
    counts: tuple[object, object] = ()

    def __post_init__(self) -> None:
        self.digest = blake2b(self.body, digest_size=16).hexdigest()
        # Looked up once, for that takes longer than to count.
        self.counts = tuple(KEPT_PAGES.labels(self.route, each) for each in ("2xx", "3xx"))

    @property
    def size(self) -> int:
        """How many bytes of memory it takes."""
        coded = sum(len(form.body) for form in self.forms.values() if form.body is not self.body)
        return OVERHEAD_BYTES + len(self.body) + coded

    def answer(self, environ: dict[str, str], start: Start, number: str) -> tuple[list[bytes], int]:
        """Answer with the page, or that it is the one they have; say in which kind of status."""
        form = self.form(environ.get("HTTP_ACCEPT_ENCODING", ""))
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known and (known == form.tag or not {form.tag, "*"}.isdisjoint(TAG.findall(known))):
            start("304 Not Modified", [*form.short, (NUMBER, number)])
            return [b""], 1
        start("200 OK", [*form.headers, (NUMBER, number)])
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else form.body], 0

    def form(self, accepts: str) -> Form:
        """Give the page in the coding that is liked best, made when it is first asked for."""
        coding = liked(accepts)[0]
        return self.forms.get(coding) or self._made(coding)

    def _made(self, coding: str) -> Form:
        body = MAKE[coding](self.body)
        if coding != IDENTITY and len(body) >= len(self.body):
            # A picture, say: it is sent as it is.
            self.forms[coding] = self.forms.get(IDENTITY) or self._made(IDENTITY)
            return self.forms[coding]
        end = "" if coding == IDENTITY else f"-{coding}"
        tag = f'"{self.digest}{end}"'
        coded = () if coding == IDENTITY else (("Content-Encoding", coding),)
        headers = (*self.headers, *coded, ("Content-Length", str(len(body))), ("ETag", tag))
        short = tuple(each for each in headers if each[0] not in OF_BODY)
        self.forms[coding] = Form(tag=tag, headers=headers, short=short, body=body)
        return self.forms[coding]


def kept_from(
    status: str, headers: Iterable[tuple[str, str]], body: bytes, edition: str | None, route: str
) -> Page | None:
    """Make a page to keep of an answer, or nothing where it is not for everybody."""
    told = {name.lower(): value for name, value in headers}
    control = told.get("cache-control", "").lower()
    if (
        not status.startswith(f"{HTTPStatus.OK.value} ")
        or edition == ""
        or "set-cookie" in told
        or "content-encoding" in told
        or told.get("vary", VARY) != VARY
        or "public" not in control
        or any(word in control for word in NEVER_KEPT)
    ):
        return None
    ours = tuple((name, value) for name, value in headers if name.lower() not in OWN)
    if "vary" not in told:
        ours += (("Vary", VARY),)
    return Page(edition=edition, route=route, headers=ours, body=body)
