"""What new answers change about a plan, told difference by difference."""

from hypothesis import assume, given, settings

from planner.engine import (
    Access,
    Aspect,
    Course,
    Difference,
    Number,
    Plan,
    build_plan,
    compare,
    decide,
    parse_answers,
    what_would_change,
)
from tests.planner.engine.people import person
from tests.planner.engine.strategies import answer_sets


def plan(course=Course.NORMAL, **changes):
    return build_plan(parse_answers(person(**changes)), course)


def told(differences):
    """Differences by what they are about."""
    return {(each.aspect, each.subject): (each.before, each.after) for each in differences}


def others(**changes):
    """Every other answer by question and code."""
    found = what_would_change(parse_answers(person(**changes)))
    return {(each.question, each.answer): each for each in found}


def test_the_same_plan_is_no_different():
    assert compare(plan(), plan(), versions=("1.1", "1.1")) == ()


def test_newer_rules_are_a_difference_of_their_own():
    assert compare(plan(), plan(), versions=("1.0", "1.1")) == (
        Difference(aspect=Aspect.RULES_VERSION, before=("1.0",), after=("1.1",)),
    )


def test_a_longer_session_says_every_number_that_grows():
    differences = told(compare(plan(), plan(session_minutes="45")))

    assert differences == {
        ("number", "session_minutes"): ((30,), (45,)),
        ("number", "slots"): ((5,), (6,)),
        ("number", "weekly_sets"): (
            (10, 10, 12, 14, 16, 10, 18, 18, 18, 18, 18, 11),
            (12, 12, 14, 16, 19, 12, 22, 26, 30, 30, 30, 18),
        ),
        ("number", "warm_up_minutes"): ((5,), (7,)),
        ("number", "cool_down_minutes"): ((3,), (4,)),
        ("exercises", "A"): ((), ("braced_walk",)),
        ("exercises", "B"): ((), ("braced_walk",)),
    }


def test_days_exercises_and_cautions_are_told_by_what_goes_and_what_comes():
    before = plan(days_available=["mon", "thu"])
    after = plan(days_available=["tue", "fri"], equipment=["band"])

    differences = told(compare(before, after))

    assert differences["days", ""] == (("mon", "thu"), ("tue", "fri"))
    assert differences["exercises", "A"][1][0] == "band_squat"
    assert "bodyweight_squat" in differences["exercises", "A"][0]
    assert differences["cautions", ""] == ((), ("CAV-37",))


def test_a_refusal_is_compared_without_any_dose():
    after = decide(parse_answers(person(conditions=["heart_disease"], clearance="no")))

    differences = compare(plan(), after)

    assert {each.aspect for each in differences} == {Aspect.DISPOSITION, Aspect.CAUTIONS}
    assert told(differences)["disposition", ""] == (("plan",), ("clearance_first",))


def test_a_stronger_mood_changes_what_the_plan_may_claim():
    after = plan(severity_self="moderate", under_care="yes")

    assert told(compare(plan(), after))["role", ""] == (
        ("standalone_option",),
        ("standalone_shared",),
    )


def test_the_plan_to_keep_what_was_gained_can_be_compared_as_well():
    strong = {"experience": "regular", "days_per_week": "3"}

    differences = told(compare(plan(**strong), plan(Course.KEEP, **strong)))

    assert differences["number", "sessions_per_week"] == ((3,), (2,))


def test_every_other_answer_about_training_is_tried_once():
    found = others(equipment=["band"], experience="returning", days_per_week="2")

    assert {
        question: sorted(code for name, code in found if name == question) for question, _ in found
    } == {
        "session_minutes": ["20", "45", "60"],
        "days_per_week": ["3", "you_choose"],
        "energy_mode": ["low_energy"],
        "experience": ["new", "regular"],
        "supervision": ["clinician_programme", "exercise_professional"],
        "equipment": ["band", "barbell", "chair_wall", "dumbbell", "machine"],
    }
    assert {code for (_, code), each in found.items() if each.is_taken_away} == {"band"}


def test_another_answer_says_what_it_would_change():
    found = others()

    as_now = plan(session_minutes="45")
    assert found["session_minutes", "45"].differences == compare(plan(), as_now)
    assert found["equipment", "band"].differences == compare(plan(), plan(equipment=["band"]))
    assert found["days_per_week", "2"].differences == ()


def test_taking_the_last_piece_away_leaves_the_moves_that_need_none():
    found = others(equipment=["band"])

    assert found["equipment", "band"].differences == compare(plan(equipment=["band"]), plan())


def test_where_there_is_no_plan_no_other_answer_is_tried():
    assert others(age=16) == {}


@given(answer_sets)
def test_a_comparison_is_complete_and_its_opposite_is_its_mirror(raw):
    answers = parse_answers(raw)
    old, new = plan(), build_plan(answers)
    assume(isinstance(new, Plan) and new.access is Access.ACTIVE)

    there, back = told(compare(old, new)), told(compare(new, old))

    assert there == {subject: (after, before) for subject, (before, after) in back.items()}
    numbers = {n for n in Number if n is not Number.WEEKS and getattr(old, n) != getattr(new, n)}
    assert {subject for aspect, subject in there if aspect == "number"} == numbers
    assert ("days", "") in there or old.days == new.days
    assert ("cautions", "") in there or old.caveats == new.caveats


@settings(max_examples=20)
@given(answer_sets)
def test_another_answer_never_breaks_the_questionnaire(raw):
    answers = parse_answers(raw)
    assume(isinstance(decide(answers), Plan))

    found = what_would_change(answers)

    assert len(found) == len({(each.question, each.answer) for each in found})
    assert {"session_minutes", "equipment"} <= {each.question for each in found}


def test_another_answer_is_tried_on_the_course_that_the_plan_is_on():
    answers = parse_answers(person())

    found = what_would_change(answers, Course.KEEP)

    longer = next(each for each in found if each.answer == "45")
    kept = plan(Course.KEEP)
    assert longer.differences == compare(kept, plan(Course.KEEP, session_minutes="45"))
