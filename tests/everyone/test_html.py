"""Every page and every style sheet of ours is valid, as the Nu Html Checker reads it."""

import json
import re
import subprocess
from urllib.parse import unquote

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db

# The tables of the admin's own sidebar, which leave the last cell of a row out.
OF_THE_ADMIN = "A table row was 2 columns wide, which is less than the column count"

# The checker's list of CSS is older than container queries, which every browser of today knows.
NEWER = re.compile(r"“container-type”|“@container”")


@pytest.fixture(scope="session")
def checker():
    found = subprocess.run(
        [settings.BASE_DIR / "bin/vnu"], capture_output=True, text=True, check=False
    )
    if found.returncode:
        pytest.fail(found.stderr, pytrace=False)
    return found.stdout.strip()


def complaints(checker, *arguments):
    """What it has to say of files: where, and what."""
    # A deep page asks for a deep stack.
    command = ["java", "-Xss8m", "-jar", checker, "--format", "json", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return [
        (unquote(each["url"]).rpartition("/")[2], each["message"])
        for each in json.loads(done.stderr)["messages"]
    ]


def test_every_page_in_every_state_is_valid(album, checker, tmp_path):
    for page in album:
        (tmp_path / f"{page.name.replace('/', ', ')}.html").write_text(page.html)

    found = complaints(checker, "--skip-non-html", tmp_path)

    ours = [each for each in found if not each[1].startswith(OF_THE_ADMIN)]
    assert ours == []
    assert {name.partition(" ")[0] for name, _words in found} <= {"staff"}


def test_every_style_sheet_is_valid(checker):
    sheets = sorted(settings.BASE_DIR.glob("static/**/*.css"))

    assert len(sheets) > 3
    found = complaints(checker, "--css", *sheets)
    assert [each for each in found if not NEWER.search(each[1])] == []


def test_what_is_not_valid_is_found(checker, tmp_path):
    start = "<!doctype html><html lang=en><title>.</title>"
    (tmp_path / "ids.html").write_text(f"{start}<p id=a><p id=a>")
    (tmp_path / "tags.html").write_text(f"{start}<p><b></p>")
    (tmp_path / "sheet.css").write_text("a { colour: red }")

    pages = complaints(checker, "--skip-non-html", tmp_path)
    sheets = complaints(checker, "--css", tmp_path / "sheet.css")

    assert {name for name, _words in pages} == {"ids.html", "tags.html"}
    assert [name for name, _words in sheets] == ["sheet.css"]
