"""What a PDF is asked for with, and who gets none."""

import pytest

from planner.engine import EXERCISES
from tests.planner import pdf
from tests.planner.people import finished, holding, html, somebody, walked
from tests.planner.test_refusals import PEOPLE, held_back
from tests.ttl.pages import text

pytestmark = pytest.mark.django_db

PLAN, SUMMARY = "strength-plan.pdf", "summary-for-clinician.pdf"
SHEETS = {"a4": (595, 842), "letter": (612, 792)}


def plan_pdf(visitor, query=""):
    return pdf.opened(visitor.get(f"{PLAN}{query}").content)


def size_of(reader):
    box = reader.pages[0].mediabox
    return round(box.width), round(box.height)


def letters(reader):
    """How large letters are, in points, by how many there are of them."""
    sizes = {}

    def measure(said, _matrix, _text_matrix, _font, size):
        sizes[round(size, 1)] = sizes.get(round(size, 1), 0) + len(said.strip())

    for page in reader.pages:
        page.extract_text(visitor_text=measure)
    return {size: count for size, count in sizes.items() if count}


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_paper_is_the_one_asked_for(sheet):
    assert size_of(plan_pdf(finished(), f"?sheet={sheet}")) == SHEETS[sheet]


@pytest.mark.parametrize(("country", "sheet"), [("gb", "a4"), ("us", "letter"), ("ca", "letter")])
def test_the_usual_paper_is_that_of_the_country(country, sheet):
    assert size_of(plan_pdf(finished(country=country))) == SHEETS[sheet]


def test_large_letters_are_large_everywhere_but_in_the_boxes():
    sizes = letters(plan_pdf(finished(), "?size=large"))

    assert min(sizes) >= 11
    assert {size for size in sizes if size < 15} == {11.0}
    assert min(letters(plan_pdf(finished()))) < 11


def test_the_private_link_is_nowhere_in_the_file_unless_it_is_asked_for():
    visitor = finished()

    without, with_it = plan_pdf(visitor), plan_pdf(visitor, "?link=yes")

    assert visitor.token not in pdf.everything(without)
    assert visitor.token not in pdf.words(without)
    assert f"http://testserver{visitor.address()}" in pdf.words(with_it)


@pytest.mark.parametrize("query", ["sheet=b5", "size=huge", "link=perhaps"])
def test_a_choice_that_cannot_be_read_is_asked_again_on_the_print_page(query):
    visitor = finished()

    response = visitor.get(f"{PLAN}?{query}")

    assert response["Location"] == visitor.address(f"print/?{query}")
    page = html(visitor.get(f"print/?{query}"))
    [summary] = (each for each in page.iter("div") if each.get("class") == "error-summary")
    assert "Choose" in text(summary)
    assert visitor.token not in text(page.find("body/main"))


def test_the_file_has_a_neutral_name_and_no_cache_keeps_it():
    visitor, waiting = finished(), held_back("SCR-25")

    for response, name in ((visitor.get(PLAN), PLAN), (waiting.get(SUMMARY), SUMMARY)):
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert "no-store" in response["Cache-Control"]


def calling_for_help():
    """Somebody whose plan was in force until they changed an answer."""
    visitor = finished()
    assert visitor.get(PLAN).status_code == 200
    visitor.answer(3, somebody(self_harm="yes"))
    return visitor


@pytest.mark.parametrize("tail", [PLAN, "print/"])
@pytest.mark.parametrize(
    "somebody_else",
    [
        lambda: holding(age=40),
        walked,
        lambda: held_back("SCR-25"),
        calling_for_help,
    ],
    ids=["at the start", "before the last press", "held back", "shown help"],
)
def test_whoever_has_no_plan_in_force_gets_none_on_paper(tail, somebody_else):
    visitor = somebody_else()

    for query in ("", "?size=large&link=yes", "?sheet=b5"):
        assert visitor.get(f"{tail}{query}").status_code == 404


def test_an_erased_plan_has_no_pdf():
    visitor = finished()

    visitor.post("erase/", {})

    assert visitor.get(PLAN).status_code == 410


@pytest.mark.parametrize("row", PEOPLE)
def test_the_question_to_a_clinician_fits_one_sheet_and_holds_no_dose(row):
    _, reason, answer = PEOPLE[row]

    for query in ("", "?sheet=letter"):
        reader = pdf.opened(held_back(row).get(f"{SUMMARY}{query}").content)

        said = pdf.words(reader)
        assert len(reader.pages) == 1
        assert pdf.squeezed(reason) in said
        assert pdf.squeezed(answer) in said
        assert "Isitsuitableformenow,andisthereanythingtoleaveout?" in said
        assert [e.name for e in EXERCISES.values() if pdf.squeezed(e.name) in said] == []
        assert pdf.declares_the_standard(reader)


def test_whoever_has_a_plan_has_no_question_for_a_clinician():
    assert finished().get(SUMMARY).status_code == 404
