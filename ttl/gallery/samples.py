"""Made-up data for the components, in the very values that the pages give them."""

from dataclasses import replace
from decimal import Decimal

from django.core.paginator import Page
from django.urls import reverse

from articles import forest
from articles.effects import Better, Interval, Measure
from articles.models import Claim, Source
from articles.ratings import Rating
from articles.tables import Table
from articles.views.paging import Pages
from planner.engine import EXERCISES, build_plan, parse_answers
from planner.presenters.charts import Chart
from planner.presenters.drawing import drawing
from planner.presenters.plan import PlanView, plan_view

# A healthy adult with a band; nobody's answers.
ANSWERS = {
    "age": 34,
    "country": "gb",
    "condition": "depression",
    "peripartum": "not_applicable",
    "severity_self": "mild",
    "self_harm": "no",
    "mental_flags": ["none"],
    "symptoms": ["none"],
    "conditions": ["none"],
    "recent_event": ["none"],
    "pain_sites": ["none"],
    "medicines": ["none"],
    "supervision": "none",
    "experience": "new",
    "equipment": ["band"],
    "session_minutes": "30",
    "days_per_week": "you_choose",
    "days_available": ["mon", "wed", "fri"],
    "energy_mode": "usual",
}
COLOURS = (
    *("paper", "surface", "sunk", "brand", "brand-soft", "sun", "sun-soft", "info-soft"),
    *("success-soft", "caution-soft", "urgent-soft", "mark"),
    *("sky", "glow", "halo", "disc", "hill-far", "hill-near", "ground", "iron"),
)
TONES = ("", "info", "success", "caution", "urgent")


def plan() -> PlanView:
    """A whole plan in words."""
    answers = parse_answers(ANSWERS)
    return plan_view(build_plan(answers), answers)


def charts() -> tuple[Chart, ...]:
    """A chart of one series, and one of two that belong together."""
    table = Table(head=("Week", "Amount"), rows=(("1", "4"), ("2", "6"), ("3", "5")))
    one = Chart(
        key="one",
        title="One series",
        sentence="Made up: 4, then 6, nothing in week 3, then 5.",
        table=table,
        series={"Amount": [(1, 4), (2, 6), (3, None), (4, 5)]},
        x_labels={1: "Week 1", 4: "Week 4"},
        y_labels={0: "0", 10: "10"},
    )
    both = {"Before": [(1, 4), (2, 5), (4, 5)], "After": [(1, 6), (2, 6), (4, 8)]}
    two = replace(one, key="two", title="Two series", series=both, joined=False)
    return one, two


def forests() -> tuple[forest.Forest, ...]:
    """A forest plot of figures that no study has."""
    source = Source(pk=1, key="made-up", label="Nobody, never", citation="Made up.")
    rows = (("A range on the better side", "0.60", "0.40", "0.80"),)
    rows = (*rows, ("A range across no difference", "0.10", "-0.20", "0.40"))
    claims = [
        Claim(
            pk=place,
            key=f"made-up-{place}",
            source=source,
            outcome="A made-up outcome",
            population=words,
            measure=Measure.SMD,
            estimate=Decimal(estimate),
            low=Decimal(low),
            high=Decimal(high),
            interval=Interval.CONFIDENCE,
            level=95,
            better=Better.HIGHER,
        )
        for place, (words, estimate, low, high) in enumerate(rows, 1)
    ]
    return tuple(forest.forests(claims, least=1))


def pagers() -> tuple[Page, ...]:
    """The first, a middle and the last page of a long list."""
    pages = Pages(range(200), 10)
    return tuple(pages.page(number) for number in (1, 9, 20))


def samples() -> dict[str, object]:
    """Everything that the gallery shows, by name."""
    return {
        "trail": [("Home", reverse("home")), ("Articles", reverse("articles:list")), ("Here", "")],
        "ratings": Rating.choices,
        "colours": COLOURS,
        "tones": TONES,
        "plan": plan(),
        "drawing": drawing(EXERCISES["goblet_squat"]),
        "charts": charts(),
        "forests": forests(),
        "pagers": pagers(),
    }
