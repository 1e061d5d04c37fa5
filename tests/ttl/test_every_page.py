"""Every page that a visitor can reach by links, from the front page on."""

import re
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.urls import resolve

from articles.addresses import is_english, plain
from tests.articles.reading import text_of
from tests.ttl.vocabulary import faults, read_structured_data

LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#?]*(?:\?page=\d+)?)')
# A browser only reads these links where it is asked to.
NAMED = r'(?![^>]*\brel="(?:canonical|alternate|self)")'
LOADED = re.compile(
    rf'<(?:link|script|img|iframe|source|use)\b{NAMED}[^>]*\b(?:href|src|srcset)="([^"]*)"'
)
CANONICAL = re.compile(r'<link rel="canonical" href="http://testserver([^"]*)">')
DATA = 'type="application/ld+json"'


def is_copy(address):
    """Whether a page shows in Spanish what is English, and so leaves its place to the original."""
    return address != plain(address) and is_english(
        resolve(plain(urlsplit(address).path)).view_name
    )


@pytest.fixture
def pages(client, db):
    """The shipped site, by address."""
    call_command("load_content", verbosity=0)
    found, waiting = {}, {"/"}
    while waiting:
        address = waiting.pop()
        found[address] = client.get(address)
        waiting |= set(LINK.findall(found[address].content.decode())) - set(found)
    return found


def test_every_link_leads_to_a_page(pages):
    assert len(pages) > 10
    assert {address: page.status_code for address, page in pages.items()} == dict.fromkeys(
        pages, 200
    )


def test_no_page_gives_or_reads_a_cookie(pages):
    assert [address for address, page in pages.items() if page.cookies] == []
    assert [
        address for address, page in pages.items() if "Cookie" in page.headers.get("Vary", "")
    ] == []


def test_no_page_loads_anything_from_elsewhere(pages):
    loaded = {place for page in pages.values() for place in LOADED.findall(page.content.decode())}

    assert loaded
    # A drawing names its own parts by `#`.
    assert [place for place in loaded if not place.startswith(("/static/", "#"))] == []


def test_no_page_has_a_style_or_a_script_written_into_it(pages):
    inline = re.compile(
        rf"<style\b|<script\b(?! {re.escape(DATA)})(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:"
    )

    assert [
        address for address, page in pages.items() if inline.search(page.content.decode())
    ] == []


def test_what_pages_tell_programs_is_made_of_the_words_of_schema_org(pages):
    graphs = {
        address: read_structured_data(page.content.decode())
        for address, page in pages.items()
        if page["Content-Type"].startswith("text/html")
    }

    silent = {address for address, nodes in graphs.items() if not nodes and not is_copy(address)}
    assert {plain(address) for address in silent} <= {
        "/help/",
        "/plan/",
        "/plan/import/",
        "/report/",
        "/safety/",
        "/search/",
    }
    assert [(a, fault) for a, nodes in graphs.items() for n in nodes for fault in faults(n)] == []


def test_every_public_page_is_on_the_map_under_its_one_address(client, pages):
    on_map = re.findall("<loc>http://testserver([^<]*)</loc>", text_of(client.get("/sitemap.xml")))
    canonical = {
        found.group(1): address
        for address, page in pages.items()
        if (found := CANONICAL.search(page.content.decode())) and not is_copy(address)
    }

    assert sorted(on_map) == sorted(address for address in canonical if "?" not in address)
    assert "/sources/?page=2" in canonical
    assert {here: there for here, there in canonical.items() if here != there} == {}
