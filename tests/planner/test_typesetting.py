"""The process that typesets: hostile words, strange characters, and what may go wrong with it."""

import logging
import os

import pytest

from planner.exports import pdf as exports
from planner.presenters.paper import Document, Items, Paragraph, Section, Sheet
from tests.planner import pdf
from tests.planner.people import finished, html

pytestmark = pytest.mark.django_db

PLAN = "strength-plan.pdf"
SECRETS = ("SECRET_KEY", "PLAN_SECRETS")


def note(words):
    """A document that says only this."""
    section = Section(title="Note", blocks=(Paragraph(text=words), Items(items=(words,))))
    return Document(title="Your strength plan", lead="", sections=(section,), closing="The end.")


@pytest.fixture
def typesetter(tmp_path, monkeypatch):
    """Put another program in the typesetter's place."""

    def put(program):
        path = tmp_path / "typeset.py"
        path.write_text(program)
        monkeypatch.setattr(exports, "TYPESET", path)

    return put


@pytest.mark.parametrize("words", ["Zoë \N{FLEXED BICEPS}", "力量训练"])
def test_a_character_that_no_font_has_costs_the_standard_but_not_the_document(words):
    reader = pdf.opened(exports.as_pdf(note(words), Sheet.A4))

    assert not pdf.declares_the_standard(reader)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert "Theend." in pdf.words(reader)
    assert pdf.declares_the_standard(pdf.opened(exports.as_pdf(note("Zoë"), Sheet.A4)))


@pytest.mark.parametrize(
    "words",
    [
        '#read("/etc/passwd")',
        '#import "@preview/x:1.0.0"',
        "= Heading *bold* _it_ $x^2$ `raw` <label> @cite https://ttl.example \\ // no",
        '"}, {"kind": "items"',
        "{{ document }} {% now 'Y' %} <script>",
    ],
)
def test_hostile_text_comes_out_as_it_went_in(words):
    reader = pdf.opened(exports.as_pdf(note(words), Sheet.A4))

    assert pdf.words(reader).count(pdf.squeezed(words)) == 2
    assert "root:" not in pdf.everything(reader)
    assert [tag for tag, _attributes in pdf.tags(reader) if tag == "/H1"] == ["/H1"]


def test_a_typesetter_that_hangs_is_ended_and_the_way_out_is_the_print_page(
    typesetter, tmp_path, monkeypatch
):
    written = tmp_path / "pid"
    typesetter(
        f"import os, time\nopen({str(written)!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)"
    )
    monkeypatch.setattr(exports, "TIME_LIMIT_SECONDS", 4)
    visitor = finished()

    response = visitor.get(PLAN)

    assert response.status_code == 503
    links = [link.get("href") for link in html(response).find("body/main").iter("a")]
    assert links == [visitor.address("print/")]
    assert visitor.get("print/").status_code == 200
    with pytest.raises(ProcessLookupError):
        os.kill(int(written.read_text()), 0)


def test_what_a_failing_typesetter_says_is_not_written_down(typesetter, caplog):
    typesetter("import sys\nsys.exit('the document said: ' + sys.stdin.read()[:2000])")

    with caplog.at_level(logging.DEBUG), pytest.raises(exports.NoPdfError) as raised:
        exports.as_pdf(note("my own words"), Sheet.A4)

    assert "exit code 1" in caplog.text
    assert "my own words" not in caplog.text + repr(raised.value) + repr(raised.value.__cause__)


def test_the_typesetter_is_given_no_secret(typesetter, monkeypatch):
    typesetter("import os, sys\nsys.stdout.write(repr((dict(os.environ), sys.argv)))")
    for name in SECRETS:
        monkeypatch.setenv(name, "a secret")

    shown = exports.as_pdf(note("words"), Sheet.A4).decode()

    assert str(exports.TYPESET) in shown
    assert [name for name in (*SECRETS, "a secret", "words") if name in shown] == []


def test_when_too_many_are_under_way_the_next_is_sent_to_the_print_page(monkeypatch):
    monkeypatch.setattr(exports, "WAIT_SECONDS", 0)
    visitor = finished()
    places = 0
    while exports.PLACES.acquire(blocking=False):
        places += 1

    response = visitor.get(PLAN)
    exports.PLACES.release(places)

    assert places == 2
    assert response.status_code == 503
    assert visitor.get(PLAN).status_code == 200


def test_a_place_is_given_back_after_a_failure(typesetter):
    typesetter("raise SystemExit(1)")

    for _again in range(3):
        with pytest.raises(exports.NoPdfError, match="not made"):
            exports.as_pdf(note("words"), Sheet.A4)
