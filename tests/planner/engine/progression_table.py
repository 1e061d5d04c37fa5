"""The worked examples of the rulebook, section 6.2, and more of their kind."""

# Before: exercise, load, step, target, ready, fail; then the counts, effort and zone of pain.
# After: rule, load, target, ready, fail.
EXAMPLES = {
    "a little more": (
        ("goblet_squat", 10, 1, 9, 0, 0, "9 9", 6, "green"),
        ("PRG-02", 10, 10, 0, 0),
    ),
    "two more where it is easy": (
        ("goblet_squat", 10, 1, 9, 0, 0, "9 9", 4, "green"),
        ("PRG-02", 10, 11, 0, 0),
    ),
    "the top, first time": (
        ("goblet_squat", 10, 1, 12, 0, 0, "12 12", 7, "green"),
        ("PRG-03", 10, 12, 1, 0),
    ),
    "the top, second time": (
        ("goblet_squat", 10, 1, 12, 1, 0, "12 12", 7, "green"),
        ("PRG-04", 11, 8, 0, 0),
    ),
    "a machine's step": (
        ("leg_press", 40, 2.5, 12, 1, 0, "12 12", 7, "green"),
        ("PRG-04", 42.5, 8, 0, 0),
    ),
    "a step of more than a tenth": (
        ("dumbbell_lateral_raise", 4, 1, 12, 1, 0, "12 12", 6, "green"),
        ("PRG-04", 4, 13, 1, 0),
    ),
    "the step after the extension": (
        ("dumbbell_lateral_raise", 4, 1, 15, 1, 0, "15 15", 6, "green"),
        ("PRG-04", 5, 8, 0, 0),
    ),
    "a bit hard": (
        ("goblet_squat", 10, 1, 9, 0, 1, "9 9", 8, "green"),
        ("PRG-05", 10, 9, 0, 0),
    ),
    "too hard": (
        ("goblet_squat", 10, 1, 9, 0, 0, "8 7", 9, "green"),
        ("PRG-06", 10, 9, 0, 1),
    ),
    "too hard again": (
        ("goblet_squat", 10, 1, 9, 0, 1, "8 7", 9, "green"),
        ("PRG-07", 9, 8, 0, 0),
    ),
    "some pain": (
        ("goblet_squat", 10, 1, 9, 1, 0, "9 9", 6, "amber"),
        ("PRG-31", 10, 9, 0, 0),
    ),
    "too much pain": (
        ("goblet_squat", 10, 1, 9, 1, 1, "9 9", 6, "red"),
        ("PRG-32", 8, 8, 0, 0),
    ),
    "between": (
        ("goblet_squat", 10, 1, 11, 1, 1, "11 10", 6, "green"),
        ("PRG-10", 10, 11, 0, 0),
    ),
    "a set left out": (
        ("goblet_squat", 10, 1, 9, 0, 0, "9", 6, "green"),
        ("PRG-10", 10, 9, 0, 0),
    ),
    "no effort told": (
        ("goblet_squat", 10, 1, 9, 1, 0, "12 12", None, "green"),
        ("PRG-10", 10, 9, 0, 0),
    ),
    "no pain told": (
        ("goblet_squat", 10, 1, 9, 1, 0, "12 12", 6, None),
        ("PRG-10", 10, 9, 0, 0),
    ),
    "no effort told, but too few": (
        ("goblet_squat", 10, 1, 9, 0, 0, "9 7", None, None),
        ("PRG-06", 10, 9, 0, 1),
    ),
    "heavy legs rise by a twentieth": (
        ("leg_press", 200, 2.5, 12, 1, 0, "12 12", 7, "green"),
        ("PRG-04", 210, 8, 0, 0),
    ),
    "heavy arms rise by a fortieth": (
        ("machine_chest_press", 200, 2.5, 12, 1, 0, "12 12", 7, "green"),
        ("PRG-04", 205, 8, 0, 0),
    ),
    "the lightest step stays": (
        ("goblet_squat", 1, 1, 9, 0, 0, "9 9", 6, "red"),
        ("PRG-32", 1, 8, 0, 0),
    ),
    "no weight told": (
        ("goblet_squat", None, None, 12, 1, 0, "12 12", 6, "green"),
        ("PRG-04", None, 12, 2, 0),
    ),
    "the first band": (
        ("band_row", 1, None, 12, 1, 0, "12 12", 6, "green"),
        ("PRG-04", 1, 13, 1, 0),
    ),
    "the next band": (
        ("band_row", 1, None, 15, 1, 0, "15 15", 6, "green"),
        ("PRG-04", 2, 8, 0, 0),
    ),
    "a harder version": (
        ("bodyweight_squat", None, None, 12, 1, 0, "12 12", 6, "green"),
        ("PRG-08", None, 12, 2, 0),
    ),
    "no harder version": (
        ("bird_dog", None, None, 12, 1, 0, "12 12", 6, "green"),
        ("PRG-09", None, 13, 1, 0),
    ),
    "no harder version, five above": (
        ("bird_dog", None, None, 17, 1, 0, "17 17", 6, "green"),
        ("PRG-09", None, 8, 0, 0),
    ),
}
