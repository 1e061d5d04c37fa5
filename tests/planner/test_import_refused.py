"""Files that are no plan, or no plan of ours, are refused in plain words and leave nothing."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.planner.logs import trained
from tests.planner.people import html
from tests.planner.test_import import refused, saved, send
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db


def broken(change):
    data = saved(trained(3).state)
    change(data["record"], data["record"]["chapters"][0])
    return data


def shift(record, chapter):
    chapter["sessions"][1]["number"] = 7


def add_too_many(record, chapter):
    last = chapter["sessions"][-1]
    chapter["sessions"] += [last | {"number": number} for number in range(4, 60)]


def postpone(record, chapter):
    chapter["sessions"][-1]["day"] = 5_000


def begin_on_a_tuesday(record, chapter):
    record["first_monday"] = "2026-11-24"


def begin_long_ago(record, chapter):
    record["first_monday"] = "0001-01-01"


def forget_when(record, chapter):
    record["first_monday"] = None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (shift, "do not follow one another"),
        (add_too_many, "do not follow one another"),
        (postpone, "dates in this file cannot be right"),
        (begin_on_a_tuesday, "dates in this file cannot be right"),
        (begin_long_ago, "dates in this file cannot be right"),
        (forget_when, "does not say when the plan began"),
    ],
)
def test_a_log_that_cannot_be_is_refused_in_plain_words(change, message):
    assert message in refused(broken(change))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "This is not a plan file. Choose"),
        (b"%PDF-1.7", "This is not a plan file. Choose"),
        (b"\xff\xfe{}", "This is not a plan file. Choose"),
        (b'{"plan":' + b'{"a":' * 100_000, "This is not a plan file. Choose"),
        (b"{}", "not a plan file, or it was changed"),
        (b"[1, 2]", "not a plan file, or it was changed"),
        (b" " * 1_000_001, "This file is larger than 1 MB"),
    ],
    ids=["empty", "a PDF", "no UTF-8", "too deep", "no plan", "a list", "too large"],
)
def test_another_file_is_refused_at_its_field(content, message):
    assert message in refused(content)


def test_a_file_larger_than_any_plan_is_not_even_read():
    client = Client(raise_request_exception=False)

    assert send(b" " * 2_600_000, client).status_code == 413
    assert client.post("/plan/", {"note": "x" * 70_000}).status_code == 413


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"{}", "format"),
        (b"[1, 2]", "todo el archivo"),
        (b'{"plan": 1}', "plan"),
    ],
)
def test_a_reader_of_spanish_is_told_where_a_file_cannot_be_read(content, where):
    page = sent_in_spanish(content)

    assert f"Lo que no podemos leer: {where}." in page
    assert [each for each in OF_THE_READER if each in page] == []


def test_a_value_that_was_mended_by_hand_is_named_by_its_place_alone():
    data = broken(lambda record, chapter: record["answers"].update(country="xx", age="old"))

    page = sent_in_spanish(json.dumps(data).encode())

    assert re.search(r"Lo que no podemos leer: record\.answers\.(age|country)\.", page)
    assert [each for each in OF_THE_READER if each in page] == []


def test_answers_that_do_not_fit_are_named_as_the_questions_are():
    data = broken(lambda record, chapter: chapter["answers"].update(symptoms=["none", "fainting"]))

    english, spanish = refused(data), sent_in_spanish(json.dumps(data).encode())

    assert 'Signs to check: "None of these" cannot go with other choices.' in english
    assert "symptoms" not in spanish
    assert "«Nada de esto» no puede ir junto con otras opciones." in spanish


# How the library that reads files speaks, in English only.
OF_THE_READER = ("Expected", "Object", "Invalid", "missing", "required", "`", "$")


def sent_in_spanish(content):
    """What the page says to somebody who gives a file in Spanish."""
    file = SimpleUploadedFile("mi plan.json", content, content_type="application/json")
    return text(html(Client().post("/es/plan/import/", {"file": file})).find("body/main"))
