"""Every page that a visitor can reach by links, from the front page on."""

import re

import pytest
from django.core.management import call_command

LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#?]*)')
LOADED = re.compile(r'<(?:link|script|img|iframe|source|use)\b[^>]*\b(?:href|src|srcset)="([^"]*)"')


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
    assert [place for place in loaded if not place.startswith("/static/")] == []


def test_no_page_has_a_style_or_a_script_written_into_it(pages):
    inline = re.compile(r"<style\b|<script\b(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:")

    assert [
        address for address, page in pages.items() if inline.search(page.content.decode())
    ] == []
