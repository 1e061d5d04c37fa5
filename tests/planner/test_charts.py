"""The geometry of charts, and the drawing that the template makes of it."""

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from planner.presenters.charts import (
    BOTTOM,
    HEIGHT,
    RIGHT,
    TOP,
    WIDTH,
    Chart,
    Scale,
    Table,
    round_steps,
    stretches,
)
from tests.ttl.pages import dangling_references, ids, read, text

PICTURE = ".//{*}svg[@role='img']"
NUMBERS = st.floats(min_value=0, max_value=1_000_000).map(lambda number: round(number, 2))


def drawn(**changes):
    """A chart of two days, on a scale from 0 to 10."""
    usual = {
        "key": "example",
        "title": "Load",
        "sentence": "The load was 4 at first and 6 last time.",
        "table": Table(head=("Day", "Load"), rows=(("3 November", "4"), ("5 November", "6"))),
        "series": {"Load": [(0, 4), (2, 6)]},
        "x_labels": {0: "3 Nov", 2: "5 Nov"},
        "y_labels": {0: "0", 10: "10"},
    }
    return Chart(**usual | changes)


def picture(example):
    return read(render_to_string("components/chart.html", {"chart": example}))


@pytest.mark.parametrize(
    ("value", "place"), [(0, 100), (5, 150), (10, 200)], ids=["low", "between", "high"]
)
def test_a_scale_runs_from_its_start_to_its_end(value, place):
    assert Scale(low=0, high=10, start=100, end=200).at(value) == place


def test_more_is_drawn_further_up():
    [line] = drawn().lines

    assert line.dots[1].y < line.dots[0].y
    assert line.dots[1].x > line.dots[0].x


def test_a_single_value_stands_in_the_middle_of_its_axis():
    example = drawn(series={"Load": [(3, 5)]}, x_labels={3: "6 Nov"})

    [dot] = example.lines[0].dots
    assert dot.x == example.x_ticks[0].place
    assert example.left < dot.x < example.right
    assert example.lines[0].paths == ()


def test_a_gap_parts_the_line_and_leaves_its_days_empty():
    series = [(0, 4), (2, 5), (4, None), (6, 6), (8, 7), (10, None), (12, 8)]

    [line] = drawn(series={"Load": series}, x_labels={0: "a", 12: "b"}).lines

    assert stretches(series) == [[(0, 4), (2, 5)], [(6, 6), (8, 7)], [(12, 8)]]
    assert len(line.dots) == 5
    assert [len(path.split()) for path in line.paths] == [2, 2]


@pytest.mark.parametrize("values", [[], [(0, None)], [(0, None), (1, None)]])
def test_a_series_of_gaps_has_no_stretch(values):
    assert stretches(values) == []


@pytest.mark.parametrize(
    ("values", "steps"),
    [
        ([8, 12], [8, 9, 10, 11, 12]),
        ([8], [8, 10]),
        ([0], [0, 0.5]),
        ([7.5, 30], [0, 10, 20, 30]),
        ([2.5, 3], [2.4, 2.6, 2.8, 3.0]),
    ],
)
def test_the_steps_of_an_axis_are_round(values, steps):
    assert round_steps(values) == pytest.approx(steps)


def test_the_steps_of_a_count_are_whole():
    assert round_steps([10, 11], finest=1) == [10, 11]


@given(st.lists(NUMBERS, min_size=1))
def test_the_steps_of_an_axis_are_few_and_reach_around_all_values(values):
    steps = round_steps(values)

    assert 2 <= len(steps) <= 7
    assert steps == sorted(set(steps))
    slack = 1e-6 * max(values)
    assert steps[0] <= min(values) + slack
    assert steps[-1] >= max(values) - slack


@given(st.lists(st.tuples(st.integers(0, 400), st.none() | st.integers(0, 10)), min_size=1))
def test_nothing_is_drawn_outside_the_picture(values):
    days = [day for day, _ in values]
    example = drawn(series={"Mood": values}, x_labels={min(days): "a", max(days): "b"})

    for dot in example.lines[0].dots:
        assert example.left <= dot.x <= WIDTH - RIGHT
        assert TOP <= dot.y <= HEIGHT - BOTTOM


def test_two_series_that_belong_together_are_joined_value_by_value():
    example = drawn(series={"Before": [(0, 3), (2, 4)], "After": [(0, 5), (2, 4)]}, joined=False)

    before, after = example.lines
    assert example.stems == tuple(zip(before.dots, after.dots, strict=True))
    assert (before.is_open, after.is_open) == (True, False)
    assert before.paths == after.paths == ()


def test_the_picture_has_a_name_and_a_description_and_the_page_its_sentence_and_table():
    page = picture(drawn())

    svg = page.find(PICTURE)
    named = [text(page.find(f".//*[@id='{name}']")) for name in svg.get("aria-labelledby").split()]
    assert named == ["Load", "The load was 4 at first and 6 last time."]
    assert text(page.find(".//figcaption")) == "The load was 4 at first and 6 last time."
    assert [text(cell) for cell in page.findall(".//thead//th")] == ["Day", "Load"]
    rows = [[text(cell) for cell in row] for row in page.findall(".//tbody/tr")]
    assert rows == [["3 November", "4"], ["5 November", "6"]]
    assert len(ids(page)) == len(set(ids(page)))
    assert dangling_references(page) == []


def test_the_picture_is_styled_by_classes_alone():
    page = picture(drawn(series={"Before": [(0, 3)], "After": [(0, 5)]}, joined=False))

    painted = {"style", "fill", "stroke", "font-size"}
    assert [element.tag for element in page.iter() if painted & set(element.keys())] == []


def test_two_series_are_told_apart_by_shape_and_named_in_words():
    page = picture(drawn(series={"Before": [(0, 3)], "After": [(0, 5)]}, joined=False))

    assert [text(item) for item in page.findall(".//figure/ul/li")] == ["Before", "After"]
    shapes = [dot.get("class") for dot in page.findall(f"{PICTURE}/{{*}}circle")]
    assert shapes == ["chart__dot chart__dot--open", "chart__dot"]


def test_what_people_wrote_is_escaped():
    markup = render_to_string("components/chart.html", {"chart": drawn(title="<b>Load</b>")})

    assert "<b>" not in markup
    assert "&lt;b&gt;Load" in markup
