"""The progression rules that already shape the written plan (rulebook, sections 5.1 and 6)."""

from planner.engine.rules import Rule

PROGRESSION_RULES: tuple[Rule, ...] = (
    Rule(
        id="PRG-20",
        reason="Sets grow in small steps: by two a week, or by a fifth, never faster.",
        sources=("acsm-2009",),
        careful_choice=True,
    ),
    Rule(
        id="PRG-22",
        reason="Weeks 6 and 12 are lighter, so that your body can catch up.",
        sources=("bell-2023",),
        careful_choice=True,
    ),
    Rule(
        id="PRG-61",
        reason="Twelve weeks give 24 to 36 sessions. Then we look at it together again.",
        sources=("clegg-2026",),
        careful_choice=True,
    ),
)
