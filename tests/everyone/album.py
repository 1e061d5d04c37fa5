"""Every page of every kind as the site answers it, kept to be looked at in many ways."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.http import HttpResponse
from django.test import Client

HTML = "text/html"
# An element with all that tells it apart but words, numbers and addresses.
SHAPE = re.compile(r'<(?:\w+)|\b(?:class|role|type)="[^"]*"|\baria-[a-z]+(?==)')
LOADED = re.compile(r'\b(?:src|srcset)="(/(?!static/)[^" ]+)')


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Page:
    """One answer with all that a browser gets of it."""

    name: str
    address: str
    headers: dict[str, str]
    html: str

    @property
    def is_private(self) -> bool:
        return self.name.startswith("plan")

    @property
    def is_for_staff(self) -> bool:
        return self.name.startswith("staff")

    @property
    def is_spanish(self) -> bool:
        return self.address.startswith("/es/")


@dataclass(kw_only=True)
class Album:
    """Pages by name, and the templates that they were made of."""

    pages: dict[str, Page] = field(default_factory=dict)
    templates: set[str] = field(default_factory=set)
    # What pages load that is no file of ours: its kind and its bytes, by address.
    assets: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    no_pages: list[tuple[str, str, int]] = field(default_factory=list)

    def add(self, name: str, answer: HttpResponse) -> HttpResponse:
        """Keep an answer under its own address."""
        request = getattr(answer, "wsgi_request", None)
        self.keep(name, request.get_full_path() if request else f"/{name}/", answer)
        return answer

    def keep(self, name: str, address: str, answer: HttpResponse) -> None:
        """Keep an answer; one that is no page, or comes twice, is told apart."""
        is_page = answer.get("Content-Type", "").startswith(HTML)
        if not is_page or 300 <= answer.status_code < 400 or name in self.pages:
            self.no_pages.append((name, address, answer.status_code))
            return
        self.templates |= {each.name for each in getattr(answer, "templates", []) if each.name}
        self.pages[name] = Page(
            name=name, address=address, headers=dict(answer.items()), html=answer.content.decode()
        )

    @cached_property
    def each_shape(self) -> set[str]:
        """Name one page of each shape: others have no element that is not on it, in other words."""
        first: dict[frozenset[str], str] = {}
        for page in self:
            first.setdefault(frozenset(SHAPE.findall(page.html)), page.name)
        return set(first.values())

    def add_assets(self, client: Client) -> None:
        """Ask for what the pages load from addresses of the site itself."""
        for address in {each for page in self for each in LOADED.findall(page.html)}:
            answer = client.get(address)
            self.assets[address] = (answer["Content-Type"], answer.content)

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages.values())
