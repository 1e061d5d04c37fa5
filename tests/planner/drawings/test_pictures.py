"""Every exercise has its own small picture, and the page says in words what it shows."""

import re
from collections import Counter

import pytest
from django.template.loader import render_to_string

from planner.drawings import DRAWINGS, Drawing, draw, picture
from planner.drawings.postures import SITTING, STANDING
from planner.drawings.props import box
from planner.engine import EXERCISES
from planner.presenters.drawing import drawing
from planner.presenters.drawing_words_table import SHOWN
from tests.planner.drawings.contact_sheet import STYLE
from tests.ttl.pages import dangling_references, ids, read, text

SVG = "{http://www.w3.org/2000/svg}"
CODES = list(EXERCISES)


def shown(code):
    return render_to_string("components/drawing.html", {"drawing": drawing(EXERCISES[code])})


def paths(code):
    return [path for frame in picture(code).frames for path in frame.paths]


def test_every_exercise_has_a_drawing_and_its_words_and_nothing_else_has():
    assert set(DRAWINGS) == set(SHOWN) == set(EXERCISES)
    assert len(DRAWINGS) == 80


def test_no_two_exercises_look_the_same():
    seen = Counter(picture(code).frames for code in CODES)

    assert [count for count in seen.values() if count > 1] == []


def test_the_start_and_the_end_of_an_exercise_differ():
    same = [
        code
        for code, each in DRAWINGS.items()
        if (each.start, each.begins) == (each.end, each.moves)
    ]

    assert same == []


def test_no_two_exercises_are_said_in_the_same_words():
    words = [tuple(map(str, pair)) for pair in SHOWN.values()]

    assert len(set(words)) == len(words)
    assert [pair for pair in words for each in pair if not each.endswith(".")] == []


@pytest.mark.parametrize("code", CODES)
def test_a_picture_is_named_small_and_without_inline_style(code):
    html = shown(code)

    page = read(html)

    picture_ = page.find(f".//{SVG}svg")
    title, description = picture_.find(f"{SVG}title"), picture_.find(f"{SVG}desc")
    start, end = map(str, SHOWN[code])
    assert picture_.get("role") == "img"
    assert picture_.get("aria-labelledby").split() == [title.get("id"), description.get("id")]
    assert (text(title), text(description)) == (EXERCISES[code].name, f"1. {start} 2. {end}")
    assert [element for element in page.iter() if element.get("style")] == []
    assert len(html.encode()) < 3800


def test_pictures_are_small_on_the_whole():
    sizes = [len(shown(code).encode()) for code in CODES]

    assert sum(sizes) / len(sizes) < 3000


def test_all_pictures_on_one_page_keep_their_ids_apart():
    page = read("".join(shown(code) for code in CODES))

    assert len(ids(page)) == len(set(ids(page))) == 320
    assert dangling_references(page) == []


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_drawn_outside_the_picture(code):
    drawn = picture(code)

    points = [
        (int(x), int(y))
        for path in paths(code)
        for x, y in re.findall(r"[ML](-?\d+) (-?\d+)", path.d)
    ]
    assert [p for p in points if not (0 <= p[0] <= drawn.width and 0 <= p[1] <= drawn.height)] == []


def test_every_part_of_a_picture_has_a_look():
    kinds = {path.kind for code in CODES for path in paths(code)}

    looks = set(re.findall(r"\.([\w-]+)", STYLE.read_text()))
    assert kinds - looks == set()


def test_a_block_shows_only_the_three_sides_that_can_be_seen():
    drawn = draw(Drawing(SITTING, STANDING, (box((-60, -20), (0, 44)),)))

    blocks = [path.d for frame in drawn.frames for path in frame.paths if path.kind == "block"]
    assert [block.count("M") for block in blocks] == [3, 3]
