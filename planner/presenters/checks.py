"""Mood checks in words: that one is due, and what one that was taken calls for."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from planner.engine import Access, CheckDue, Instrument, MoodCheck, respond
from planner.labels import Text
from planner.presenters.answers import check_words
from planner.presenters.engine_words import reason_of
from planner.state import State

SHORT = 2
WHOLE = {Instrument.PHQ9, Instrument.GAD7}
STANDS_ONLY = (Instrument.CHAIR_STANDS,)
# The tone of the card and its title; the words below it are the rule's own.
CARDS: dict[str, tuple[str, Text]] = {
    "MON-03": ("info", gettext_lazy("A longer look could help")),
    "MON-04": ("info", gettext_lazy("A longer look at worry could help")),
    "MON-10": ("caution", gettext_lazy("Please contact your care team this week")),
    "MON-11": ("info", gettext_lazy("We look at your plan again")),
    "MON-12": ("caution", gettext_lazy("More help is worth asking for")),
    "MON-13": ("success", gettext_lazy("Things look lighter than at the start")),
}
INVITING, WORSE = {"MON-03", "MON-04"}, "MON-10"
# Where somebody else should hear of it, the help lines stand below.
CARE = {"MON-10", "MON-11", "MON-12"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DueView:
    """A check that waits, in words for today's page and its own."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a check calls for."""

    tone: str
    title: Text
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """The page after a check.

    `invites` leads to the longer check, `offers_lighter` to a lighter plan, `needs_care` shows the
    help lines, and `is_closed` leads to what comes first now.
    """

    said: tuple[str, ...]
    cards: tuple[Card, ...]
    invites: bool
    offers_lighter: bool
    needs_care: bool
    is_closed: bool


def due_view(due: CheckDue) -> DueView:
    """Announce a check; nobody has to take it."""
    instruments = due.asked + due.offered
    if instruments == STANDS_ONLY:
        return DueView(
            title=_("A quick leg check, if you like"),
            text=_("It takes one minute and shows how your legs are doing. You can leave it out."),
        )
    if WHOLE.isdisjoint(instruments):
        title, minutes = _("A short check on how you are"), _("one minute")
    else:
        title, minutes = _("A check on how you are"), _("about three minutes")
    return DueView(
        title=title,
        text=_(
            "A few questions about the last 2 weeks. They take %(minutes)s and help to see whether "
            "more support would be good. It is fine to leave them out."
        )
        % {"minutes": minutes},
    )


def check_result(state: State, check: MoodCheck) -> CheckResult:
    """Say what a check that is in the log calls for, and what became of the plan."""
    rules = respond(state.chapters, check)
    is_closed = state.plan is None
    cards = [
        Card(tone=CARDS[rule][0], title=CARDS[rule][1], text=reason_of(rule)) for rule in rules
    ]
    cards += _of_the_plan(state, check)
    return CheckResult(
        said=_said(check),
        cards=tuple(cards),
        invites=not INVITING.isdisjoint(rules),
        offers_lighter=WORSE in rules and not is_closed,
        needs_care=not CARE.isdisjoint(rules) or is_closed,
        is_closed=is_closed,
    )


def _of_the_plan(state: State, check: MoodCheck) -> list[Card]:
    """Say that the plan was closed or made anew."""
    if state.plan is None:
        text = _(
            "With these answers something else comes first, so your plan is closed for now. "
            "Everything you did is kept. Next we ask what is still open."
        )
        return [Card(tone="caution", title=_("Your plan waits"), text=text)]
    if check in state.chapters[-1].checks:
        return []
    supervised = state.plan.access is Access.DRAFT_FOR_SUPERVISOR
    text = _("It was made anew to fit how you are. Your loads and everything you did are kept.")
    if supervised:
        text += " " + _("From now on please train with a trained person beside you.")
    return [Card(tone="info", title=_("Your plan has changed"), text=text)]


def _said(check: MoodCheck) -> tuple[str, ...]:
    """Say what was answered, each part in words."""
    said = [
        _in_words(topic, name, items)
        for topic, name, items in (
            (_("Mood"), "phq9", check.phq),
            (_("Worry"), "gad7", check.gad),
        )
        if items
    ]
    if check.chair_stands is not None:
        said.append(_("Chair stands in 30 seconds: %(count)d.") % {"count": check.chair_stands})
    return tuple(said)


def _in_words(topic: str, name: str, items: tuple[int, ...]) -> str:
    if len(items) == SHORT:
        return _("%(topic)s: two questions answered.") % {"topic": topic}
    return f"{topic}: {check_words(name, items)}."
