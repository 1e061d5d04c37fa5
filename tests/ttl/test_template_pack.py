"""Our own crispy templates: what a reader, a screen reader and a keyboard get from a form."""

import pytest
from crispy_forms.layout import Layout
from django.test.utils import override_settings

from planner.forms.layout import Details
from tests.ttl.pages import dangling_references, ids, read, text
from tests.ttl.sample_form import UNFIT, SampleForm, form_html


def page_of(form):
    return read(form_html(form))


@pytest.fixture(params=["new", "with errors", "prefixed", "through the filter"])
def page(request):
    if request.param == "new":
        return page_of(SampleForm())
    if request.param == "prefixed":
        return page_of(SampleForm({"p-age": "abc"}, prefix="p"))
    if request.param == "with errors":
        return page_of(SampleForm(UNFIT))
    form = SampleForm(UNFIT)
    del form.helper
    return page_of(form)


def test_every_group_of_choices_is_a_fieldset_named_by_its_question(page):
    legends = {
        text(fieldset.find("legend"))
        for fieldset in page.iter("fieldset")
        if "field" in fieldset.get("class").split()
    }

    assert legends == {"How strong is it?", "Do any fit?", "Little interest"}


def test_every_single_control_has_a_label(page):
    labelled = {label.get("for") for label in page.iter("label")}

    controls = {
        control.get("id")
        for tag in ("input", "select", "textarea")
        for control in page.iter(tag)
        if control.get("type") != "hidden"
    }
    assert controls == labelled


def test_no_id_stands_twice_and_nothing_points_nowhere(page):
    assert len(ids(page)) == len(set(ids(page)))
    assert dangling_references(page) == []


def test_a_hint_and_an_error_are_read_out_with_their_question():
    page = page_of(SampleForm(UNFIT))

    by_id = {element.get("id"): text(element) for element in page.iter() if element.get("id")}
    described = {
        element.get("name") or text(element.find("legend")): [
            by_id[target] for target in element.get("aria-describedby").split()
        ]
        for element in page.iter()
        if element.get("aria-describedby")
    }
    assert described == {
        "age": ["In whole years.", "Error: Enter a whole number."],
        "load": ["Error: Enter a number."],
        "How strong is it?": ["Pick the nearest.", "Error: This field is required."],
        "Do any fit?": ["Error: Select a valid choice. moon is not one of the available choices."],
        "consent": ["You can erase them.", "Error: This field is required."],
    }


def test_the_summary_links_each_error_to_the_first_control_of_its_question():
    page = page_of(SampleForm(UNFIT))

    summary = page.find(".//div[@role='alert']")
    assert [link.get("href") for link in summary.iter("a")] == [
        "#id_age",
        "#id_load",
        "#id_strength_0",
        "#id_flags_0",
        "#id_consent",
    ]


def test_the_summary_takes_focus_and_says_what_belongs_to_no_single_question():
    page = page_of(SampleForm(UNFIT))

    summary = page.find(".//div[@role='alert']")
    assert (summary.get("tabindex"), summary.get("autofocus")) == ("-1", "")
    assert text(summary.find("h2")) == "There is a problem"
    assert text(next(summary.iter("li"))) == "These answers do not go together."


def test_a_form_without_errors_has_no_summary():
    page = page_of(SampleForm())

    assert page.find(".//div[@role='alert']") is None


def test_nothing_typed_is_lost_however_wrong_it_is():
    page = page_of(SampleForm(UNFIT))

    values = {control.get("name"): control.get("value") for control in page.iter("input")}
    ticked = [box.get("value") for box in page.iter("input") if box.get("checked") is not None]
    assert (values["age"], values["load"]) == ("abc", "2,5 kg")
    assert page.find(".//option[@selected]").get("value") == "gb"
    assert page.find(".//textarea").text.strip() == "<b>"
    assert ticked == ["pain"]


def test_a_number_is_typed_as_text_so_that_a_slip_survives_and_phones_show_digits():
    page = page_of(SampleForm())

    boxes = {control.get("name"): control for control in page.iter("input")}
    assert (boxes["age"].get("type"), boxes["age"].get("inputmode")) == ("text", "numeric")
    assert (boxes["load"].get("type"), boxes["load"].get("inputmode")) == ("text", "decimal")


@pytest.mark.parametrize("language", ["en-gb", "de"])
def test_a_saved_number_is_shown_as_it_was_typed(language):
    with override_settings(LANGUAGE_CODE=language):
        page = page_of(SampleForm(initial={"age": 1034, "load": 2.5}))

    boxes = {control.get("name"): control.get("value") for control in page.iter("input")}
    assert (boxes["age"], boxes["load"]) == ("1034", "2.5")


@pytest.mark.parametrize(
    ("form", "is_open"),
    [
        pytest.param(SampleForm(), False, id="nothing answered"),
        pytest.param(SampleForm({"age": "34"}), False, id="sent without it"),
        pytest.param(SampleForm({"interest": "0"}), True, id="answered not at all"),
        pytest.param(SampleForm(initial={"interest": 0}), True, id="answered before"),
        pytest.param(SampleForm({"interest": "9"}), True, id="answered wrongly"),
    ],
)
def test_a_fold_is_open_when_something_in_it_was_answered(form, is_open):
    page = page_of(form)

    assert ("open" in page.find(".//details").attrib) is is_open


def test_a_fold_is_open_for_an_error_even_when_it_is_empty():
    form = SampleForm({})
    form.add_error("note", "Please say more.")

    assert "open" in page_of(form).find(".//details").attrib


def test_an_unticked_box_does_not_open_a_fold():
    form = SampleForm({"age": "34", "consent": ""})
    form.fields["consent"].required = False
    form.helper.layout = Layout(Details("More", "consent"))

    assert "open" not in page_of(form).find(".//details").attrib


def test_a_label_with_markup_is_shown_and_not_obeyed():
    form = SampleForm()
    form.fields["strength"].label = "<script>alert(1)</script>"

    page = page_of(form)

    assert list(page.iter("script")) == []
    assert "<script>alert(1)</script>" in [text(legend) for legend in page.iter("legend")]
