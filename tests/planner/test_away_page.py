"""The page for when TTL does not answer: help lines, from a file that needs nothing."""

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import CommandError, call_command

from tests.ttl.pages import dangling_references, ids, read, text


@pytest.fixture
def folder(tmp_path):
    call_command("save_away_page", tmp_path / "www", verbosity=0)
    return tmp_path / "www"


def test_it_holds_the_same_lines_as_the_page_of_help_lines(client, folder):
    def lines(page):
        calls = ("tel:", "sms:", "https://")
        return [each.get("href") for each in page.iter("a") if each.get("href").startswith(calls)]

    away = read((folder / "away.html").read_text())

    assert lines(away) == lines(read(client.get("/help/").content.decode()))
    assert len(lines(away)) > 10


def test_it_asks_for_nothing_but_its_style_which_lies_beside_it(folder):
    page = read((folder / "away.html").read_text())

    asked = [
        each.get("href") or each.get("src")
        for each in page.iter()
        if each.tag in {"link", "script", "img"}
    ]
    assert asked == ["/static/css/ttl.css"]
    assert (folder / "static/css/ttl.css").read_text() == Path(
        finders.find("css/ttl.css")
    ).read_text()
    assert [each.tag for each in page.iter() if each.get("style")] == []


def test_it_is_a_whole_page_with_one_heading_that_blames_nobody(folder):
    page = read((folder / "away.html").read_text())

    assert page.get("lang") == "en-GB"
    assert [text(each) for each in page.iter("h1")] == ["TTL cannot answer just now"]
    assert len(ids(page)) == len(set(ids(page)))
    assert dangling_references(page) == []
    assert "It is not your fault." in text(page)


def test_it_is_there_in_spanish_with_the_same_lines(folder):
    english, spanish = (read((folder / name).read_text()) for name in ("away.html", "es/away.html"))

    lines = [[each.get("href") for each in page.iter("a")] for page in (english, spanish)]
    assert (english.get("lang"), spanish.get("lang")) == ("en-GB", "es")
    assert lines[0] == lines[1]


def test_a_folder_that_cannot_be_written_is_said_in_one_line():
    with pytest.raises(CommandError, match=r"^\S+manage\.py: Not a directory$"):
        call_command("save_away_page", settings.BASE_DIR / "manage.py")
