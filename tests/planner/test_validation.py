"""VAL-01 to VAL-13 on the page: said at the field and in the summary, everything typed kept."""

import pytest

from planner.pages import BY_NUMBER
from tests.planner import rulebook
from tests.planner.people import Visitor, as_fields, holding, html, somebody, typed, walked
from tests.ttl.pages import dangling_references, text

pytestmark = pytest.mark.django_db

ADULT = {"age": 34, "country": "gb", "condition": "depression", "peripartum": "not_applicable"}
BIRTH = ADULT | {"condition": "depression_peripartum"}
PAIN = ADULT | {"condition": "depression_chronic_pain"}
# Rule: who, page, what they send, the control at fault.
BROKEN = {
    "VAL-01, no age": ("VAL-01", {}, 1, {"country": "gb", "condition": "wellbeing"}, "age"),
    **{
        f"VAL-01, {age!r}": ("VAL-01", {}, 1, {"age": age, "country": "nz"}, "age")
        for age in ("9", "111", "-1", "34.5", "about 40", "1e2", "9" * 5000, "NaN", "3 4")
    },
    "VAL-02, nothing ticked": ("VAL-02", ADULT, 5, {}, "symptoms"),
    "VAL-02, one of two": ("VAL-02", ADULT, 7, {"medicines": ["lithium"]}, "pain_sites"),
    "VAL-03": ("VAL-03", ADULT, 6, {"conditions": ["epilepsy", "none"]}, "conditions"),
    "VAL-04": ("VAL-04", {}, 1, BIRTH, "peripartum"),
    "VAL-04, not said": (
        "VAL-04",
        {},
        1,
        BIRTH | {"peripartum": "prefer_not_to_say"},
        "peripartum",
    ),
    "VAL-05": ("VAL-05", ADULT, 3, {"self_harm": "no"}, "severity_self"),
    "VAL-06, mood": ("VAL-06", ADULT, 3, {"phq9": [0] * 8, "severity_self": "mild"}, "phq9_9"),
    "VAL-06, worry": ("VAL-06", ADULT, 3, {"gad7": [3], "severity_self": "mild"}, "gad7_2"),
    "VAL-07": ("VAL-07", PAIN, 7, {"pain_sites": ["none"]}, "pain_sites"),
    "VAL-08": ("VAL-08", ADULT, 10, {"days_available": ["sun", "mon"]}, "days_available"),
    "VAL-08, one day": ("VAL-08", ADULT, 10, {"days_available": ["wed"]}, "days_available"),
    "VAL-09": (
        "VAL-09",
        ADULT,
        10,
        {"days_available": ["mon", "wed", "fri"], "days_preferred": ["sat"]},
        "days_preferred",
    ),
}


def errors_at(page, control):
    """What stands in the error box that a control, or its group, points at."""
    described = [
        each
        for each in page.iter()
        if each.tag in {"fieldset", "input"}
        and any(box.get("name") == control for box in each.iter("input"))
        and each.get("aria-describedby")
    ]
    by_id = {each.get("id"): each for each in page.iter() if each.get("id")}
    pointed = [by_id[ref] for each in described for ref in each.get("aria-describedby").split()]
    return " ".join(text(each) for each in pointed if each.get("class") == "error-message")


def summary_links(page):
    """The error summary: words by the control that each link leads to."""
    [summary] = [each for each in page.iter("div") if each.get("class") == "error-summary"]
    assert (summary.get("role"), summary.get("tabindex")) == ("alert", "-1")
    assert "autofocus" in summary.attrib
    names = {each.get("id"): each.get("name") for each in page.iter("input")}
    return {names[a.get("href")[1:]]: text(a) for a in summary.iter("a")}


@pytest.mark.parametrize(
    ("rule", "before", "number", "raw", "control"), BROKEN.values(), ids=BROKEN
)
def test_a_broken_rule_is_said_at_the_field_and_in_the_summary(rule, before, number, raw, control):
    visitor = holding(**before)
    sealed = visitor.sealed

    response = visitor.answer(number, raw)

    message, page = rulebook.MESSAGES[rule], html(response)
    assert response.status_code == 200
    assert message in errors_at(page, control)
    assert message in summary_links(page)[control]
    assert dangling_references(page) == []
    assert text(page.find("head/title")).startswith("Error: Part ")
    assert visitor.sealed == sealed


@pytest.mark.parametrize(
    ("rule", "before", "number", "raw", "control"), BROKEN.values(), ids=BROKEN
)
def test_everything_typed_is_still_there(rule, before, number, raw, control):
    response = holding(**before).answer(number, raw)

    sent = {
        name: [str(each) for each in (value if isinstance(value, list) else [value])]
        for name, value in as_fields(BY_NUMBER[number].questions, raw).items()
    }
    kept = typed(response)
    assert {name: sorted(kept[name]) for name in sent} == {n: sorted(v) for n, v in sent.items()}
    assert kept.keys() == sent.keys()


def test_a_whole_page_of_mistakes_names_each_of_them_once():
    page = html(holding(**ADULT).answer(10, {}))

    assert list(summary_links(page)) == [
        *("supervision", "experience", "equipment", "energy_mode"),
        *("session_minutes", "days_per_week", "days_available"),
    ]


def test_messages_that_read_alike_say_what_they_are_about():
    links = summary_links(html(holding(**ADULT).answer(7, {})))

    assert links["pain_sites"].startswith("Pain: ")
    assert links["medicines"].startswith("Medicines: ")


@pytest.mark.parametrize(
    ("low", "high", "name", "number", "before"),
    [
        (1, 42, "pregnancy_week", 2, ADULT | {"peripartum": "pregnant"}),
        (0, 52, "postpartum_week", 2, ADULT | {"peripartum": "postpartum"}),
        (0, 10, "pain_now", 8, ADULT | {"pain_sites": ["knee"]}),
    ],
)
def test_a_number_out_of_range_says_the_range(low, high, name, number, before):
    for wrong in (low - 1, high + 1, "", "some", "2.5"):
        page = html(holding(**before).answer(number, {name: wrong}))

        assert f"Please enter a whole number from {low} to {high}." in summary_links(page)[name]


@pytest.mark.parametrize("edge", ["18", "110", " 40 ", "40.0", "\u0663\u0664"])
def test_an_age_within_the_limits_is_taken_however_it_is_typed(edge):
    visitor = Visitor()

    visitor.answer(1, ADULT | {"age": edge})

    assert visitor.answers.age == int(float(edge))


def test_no_consent_no_plan():
    visitor = walked()

    page = html(response := visitor.post("check/", {}))

    assert response.status_code == 200
    assert summary_links(page) == {"consent": rulebook.MESSAGES["VAL-10"]}
    assert rulebook.MESSAGES["VAL-10"] in errors_at(page, "consent")
    assert not visitor.state.is_finished


OLDER = [
    ({"age": 56, "peripartum": "pregnant"}, True),
    ({"age": 55, "peripartum": "pregnant"}, False),
    ({"age": 59, "peripartum": "postpartum"}, True),
    ({"age": 58, "peripartum": "postpartum"}, False),
]


@pytest.mark.parametrize(("raw", "asked_to_look_again"), OLDER)
def test_an_unusual_age_for_birth_is_asked_about(raw, asked_to_look_again):
    response = Visitor().answer(1, ADULT | raw)

    message = rulebook.MESSAGES["VAL-11"].removeprefix("soft check: ")
    assert (message in response.content.decode()) is asked_to_look_again
    assert (response.status_code == 302) is not asked_to_look_again


def test_pressing_again_accepts_an_unusual_age():
    visitor = Visitor()
    page = visitor.answer(1, ADULT | {"age": 57, "peripartum": "pregnant"})

    onwards = visitor.post("questions/1/", typed(page))

    assert onwards["Location"] == visitor.address("questions/2/")
    assert visitor.answers.peripartum == "pregnant"


def test_pressing_again_accepts_nothing_but_the_soft_check():
    response = Visitor().answer(1, BIRTH | {"age": 57, "looked_again": "on"})

    assert rulebook.MESSAGES["VAL-04"] in response.content.decode()


def test_an_unusual_age_once_accepted_does_not_stand_in_the_way_of_the_plan():
    raw = somebody(age=57, peripartum="pregnant", pregnancy_week=20) | {"looked_again": "on"}
    visitor = Visitor()

    assert visitor.walk(raw)["Location"] == visitor.address("check/")
    visitor.agree()
    assert visitor.state.plan


def test_type_1_diabetes_counts_as_taking_insulin():
    """VAL-12: no error, and the caution about sugar stands on the plan."""
    visitor = walked(conditions=["diabetes_type1"], medicines=["none"])

    visitor.agree()

    assert "CAV-26" in visitor.state.plan.caveats


@pytest.mark.parametrize(
    ("number", "name"), [(1, "country"), (5, "symptoms"), (3, "phq9_3"), (10, "days_available")]
)
def test_an_unknown_option_is_refused_and_the_page_asked_again(number, name):
    visitor = holding(**ADULT)
    sealed = visitor.sealed

    response = visitor.post(f"questions/{number}/", {name: "<script>alert(1)</script>"})

    assert response.status_code == 200
    assert "This is not one of the choices" in summary_links(html(response))[name]
    assert b"<script>" not in response.content
    assert visitor.sealed == sealed


def test_several_unknown_options_of_one_page_are_told_apart():
    visitor = holding(**ADULT)

    response = visitor.post("questions/1/", dict.fromkeys(("country", "condition"), "nowhere"))

    wrong = "This is not one of the choices. Please choose again."
    links = summary_links(html(response))
    assert links["country"] == f"Where you are: {wrong}"
    assert links["condition"] == f"What you want help with: {wrong}"
