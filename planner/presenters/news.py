"""What waits for the person beside their sessions: another plan, new rules, the end, a birthday."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from planner.engine import (
    RULES_VERSION,
    Standing,
    birthday_threshold,
    decide,
)
from planner.pages import BY_QUESTION
from planner.presenters.engine_words import message_of, reason_of
from planner.proposals import Cause, Proposal, courses, is_fresh, proposal, time_rule
from planner.state import State

CHANGES, AGAIN, NEXT = "planner:changes", "planner:again", "planner:next"


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing to look at; `address` is a name, or else `page` of the questions.

    Without what `is_needed` there is no next session; the rest may wait.
    """

    title: str
    text: str
    action: str
    address: str = ""
    page: int = 0
    is_needed: bool = False


def plan_news(state: State, today: date, standing: Standing | None) -> tuple[News, ...]:
    """List what waits, the most pressing first; nothing while there is no plan in force."""
    if state.plan is None:
        return ()
    rule, offer = time_rule(standing), proposal(state, today, standing)
    found = []
    if rule and not is_fresh(state, today):
        found.append(_again(rule))
    elif courses(state, today, standing):
        found.append(_next())
    elif offer and not (offer.cause is Cause.RULES and state.rules_kept == RULES_VERSION):
        found.append(_offer(offer))
    age = birthday_threshold(state.answers)
    return (*found, *([_birthday(age)] if age else []))


def closing_words(state: State) -> str:
    """Say why newer rules took a plan out of force; empty where they did not."""
    if not state.closed_by_rules:
        return ""
    result = decide(state.full_answers)
    return message_of(result.screening_rules[0])


def _again(rule: str) -> News:
    return News(
        title=_("First, a look at your answers"),
        text=reason_of(rule),
        action=_("Look at my answers"),
        address=AGAIN,
        is_needed=True,
    )


def _next() -> News:
    return News(
        title=_("How would you like to go on?"),
        text=_("There are some good ways to go on. You can look at each before you choose."),
        action=_("See how to go on"),
        address=NEXT,
        is_needed=True,
    )


def _offer(offer: Proposal) -> News:
    if offer.cause is Cause.RULES:
        text = _("Your plan stays as it is. You can see what the new rules would change.")
        title = _("Our rules have changed since your plan was made")
    elif offer.cause is Cause.TIME:
        title = _("Your answers are up to date")
        text = _("Your sessions go on with a plan that fits them.")
    else:
        title = _("You changed some answers")
        text = _("Your plan is still the old one. Nothing changes before you say so.")
    return News(
        title=title,
        text=text,
        action=_("See what would change"),
        address=CHANGES,
        is_needed=offer.cause is Cause.TIME,
    )


def _birthday(age: int) -> News:
    text = _("From age %(age)d on, plans are made a little differently. Is it your birthday soon?")
    return News(
        title=_("A birthday can change your plan"),
        text=text % {"age": age},
        action=_("Change my age when it comes"),
        page=BY_QUESTION["age"].number,
    )
