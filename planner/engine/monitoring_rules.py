"""The rules of mood checks and long breaks (rulebook, sections 8.2 and 8.3), as data."""

from planner.engine.rules import Rule

MONITORING_RULES: tuple[Rule, ...] = (
    Rule(
        id="MON-01",
        reason="You told us of thoughts of hurting yourself. Help comes first, training can wait.",
        sources=("nice-ng225",),
        careful_choice=True,
    ),
    Rule(
        id="MON-02",
        reason="You would rather not say. Because we want you to be safe, the plan waits.",
    ),
    Rule(
        id="MON-03",
        reason="Your two answers about mood say that the longer check is worth two minutes now.",
        sources=("arroll-phq",),
    ),
    Rule(
        id="MON-04",
        reason="Your two answers about worry say that the longer check is worth a minute now.",
        sources=("spitzer-2006",),
    ),
    Rule(
        id="MON-10",
        reason=(
            "Things look harder than at your best so far. Please tell your care team this week. "
            "The plan does not grow for now."
        ),
        sources=("lowe-2004",),
        careful_choice=True,
    ),
    Rule(
        id="MON-11",
        reason="Your check is in a stronger range than before, so we look at your plan again.",
        sources=("kroenke-2001",),
    ),
    Rule(
        id="MON-12",
        reason=(
            "Your mood still needs more help than a plan like this. Please talk with a health "
            "worker about what could be added. Keep training if it feels good."
        ),
        sources=("nice-ng222", "lowe-2004"),
        careful_choice=True,
    ),
    Rule(
        id="MON-13",
        reason=(
            "Your check is clearly lower than at the start. Well done for keeping at it. Keep any "
            "medicine as agreed."
        ),
        sources=("lowe-2004",),
    ),
    Rule(
        id="MON-14",
        reason="Three sessions left you lower than before, so the next two weeks feel easier.",
    ),
    Rule(
        id="MON-15",
        reason="It has been two weeks. That happens. A tiny session is a good way back.",
    ),
    Rule(
        id="MON-16",
        reason="It has been four weeks. Your plan is still here. A mood check is a good way back.",
    ),
    Rule(
        id="ADH-02",
        reason="The first session may be the tiny one. It counts just the same.",
        sources=("fyfe-2022",),
    ),
    Rule(
        id="ADH-06",
        reason="From four sessions on you can see your mood before and after each of them.",
    ),
)
