"""The progression rules, for readers (rulebook, sections 5.1, 5.9 and 6)."""

from planner.engine.rules import Rule

_row = Rule

PROGRESSION_RULES: tuple[Rule, ...] = (
    # One exercise after one session (6.2)
    _row(
        id="PRG-01",
        reason="You stopped because something felt wrong, so nothing gets harder.",
        sources=("acsm-screening-2015", "acog-2020"),
    ),
    _row(
        id="PRG-02",
        reason="All your sets felt fine, so aim for a little more.",
        sources=("acsm-2009", "baechle-earle"),
        careful_choice=True,
    ),
    _row(
        id="PRG-03",
        reason="You reached the top. Do the same once more, to be sure.",
        sources=("baechle-earle",),
        careful_choice=True,
    ),
    _row(
        id="PRG-04",
        reason="Two good sessions at the top: a small step heavier, or a few more first.",
        sources=("acsm-2009", "baechle-earle"),
        careful_choice=True,
    ),
    _row(
        id="PRG-05",
        reason="It felt a bit harder than planned, so it stays the same.",
        sources=("hackett-2017",),
        careful_choice=True,
    ),
    _row(
        id="PRG-06",
        reason="It was too hard this time. That happens. Do the same again.",
        sources=("hackett-2017",),
        careful_choice=True,
    ),
    _row(
        id="PRG-07",
        reason="It was too hard twice, so it gets easier now.",
    ),
    _row(
        id="PRG-08",
        reason="Two good sessions at the top: you are ready for a harder version.",
    ),
    _row(
        id="PRG-09",
        reason="There is no harder version for you here, so first do a little more of it.",
    ),
    _row(
        id="PRG-10",
        reason="This one stays the same. It grows after all sets, with effort and pain told.",
    ),
    _row(
        id="PRG-11",
        reason="Only two exercises get heavier or harder at a time. This one is next.",
    ),
    _row(
        id="PRG-12",
        reason="Small, skipped and lighter sessions change nothing.",
    ),
    _row(
        id="PRG-13",
        reason="For now the load and the version stay the same. You may do a few more.",
    ),
    _row(
        id="PRG-14",
        reason="If the first set feels too hard, take a step less, or do two fewer.",
        sources=("hackett-2017",),
        careful_choice=True,
    ),
    _row(
        id="LOAD-01",
        reason="It felt easy and you are still finding your start, so take one small step up.",
    ),
    # The sets of a week (6.3)
    _row(
        id="PRG-20",
        reason="Sets grow in small steps: by two a week, or by a fifth, never faster.",
        sources=("acsm-2009",),
        careful_choice=True,
    ),
    _row(
        id="PRG-21",
        reason="Sets grow after a week that went well. This week they stay the same.",
    ),
    _row(
        id="PRG-22",
        reason="Weeks 6 and 12 are lighter, so that your body can catch up.",
        sources=("bell-2023",),
        careful_choice=True,
    ),
    _row(
        id="PRG-23",
        reason="This week is lighter: you asked for it, or the last sessions were very hard.",
        sources=("bell-2023",),
        careful_choice=True,
    ),
    # Standing still (6.4)
    _row(
        id="PRG-25",
        reason="This one stood still, so do it easier once, and then go on.",
    ),
    _row(
        id="PRG-26",
        reason="This one stood still again, so change how many you do for four sessions.",
    ),
    _row(
        id="PRG-27",
        reason="This one stood still for long, so try another exercise like it.",
    ),
    # The traffic light
    _row(
        id="PRG-30",
        reason="Pain of up to 3, or close to your usual, is fine. More asks for less load.",
        sources=("traffic-light-pain",),
        careful_choice=True,
    ),
    _row(
        id="PRG-31",
        reason="There was some pain, so this one does not grow. After two times it gets easier.",
        sources=("traffic-light-pain",),
        careful_choice=True,
    ),
    _row(
        id="PRG-32",
        reason="There was too much pain, so this one gets easier.",
        sources=("traffic-light-pain",),
        careful_choice=True,
    ),
    _row(
        id="PRG-33",
        reason=(
            "Too much pain in two sessions: nothing grows for two weeks. "
            "A physiotherapist or doctor can help."
        ),
    ),
    # Breaks and bad days (6.5)
    _row(
        id="PRG-40",
        reason="A few days off change nothing. Go on as planned.",
    ),
    _row(
        id="PRG-41",
        reason="Welcome back. After about a week off, take it a little easier this time.",
        sources=("bosquet-2013",),
        careful_choice=True,
    ),
    _row(
        id="PRG-42",
        reason="Welcome back. After two or three weeks off, start with a little less.",
        sources=("bosquet-2013", "yang-2022"),
        careful_choice=True,
    ),
    _row(
        id="PRG-43",
        reason=(
            "Welcome back. After four weeks off, answer the questions again and "
            "start with clearly less."
        ),
        sources=("bosquet-2013",),
        careful_choice=True,
    ),
    _row(
        id="PRG-45",
        reason="On a bad day three exercises with one easy set each are enough.",
        sources=("fyfe-2022",),
        careful_choice=True,
    ),
    _row(
        id="PRG-46",
        reason="Three small sessions running: a smaller plan may suit you better for now.",
    ),
    _row(
        id="PRG-47",
        reason="A missed session moves to the next free day, with a day of rest before it.",
    ),
    # When to stop (6.6)
    _row(
        id="PRG-50",
        reason=(
            "Chest pain, fainting, trouble breathing or a change in sight needs a check "
            "before you train again."
        ),
    ),
    _row(
        id="PRG-51",
        reason="A sore or swollen calf needs a check before you train again.",
    ),
    _row(
        id="PRG-52",
        reason="Bleeding or tightenings need a check before you train again.",
    ),
    _row(
        id="PRG-53",
        reason="After signs of low sugar, go on when you are well again.",
    ),
    _row(
        id="PRG-54",
        reason="Help for you comes first now. Your plan can wait.",
    ),
    _row(
        id="PRG-55",
        reason="You can stop at any time. What you did counts.",
    ),
    # New answers (6.7)
    _row(
        id="PRG-60",
        reason="Something that matters for your plan has changed, so the questions come first.",
    ),
    _row(
        id="PRG-61",
        reason="Twelve weeks give 24 to 36 sessions. Then we look at it together again.",
        sources=("clegg-2026",),
        careful_choice=True,
    ),
)
