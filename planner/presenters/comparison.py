"""Two plans side by side: what another one would change, and what becomes of the sessions."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from planner.engine import (
    EXERCISES,
    Answers,
    Aspect,
    Difference,
    Disposition,
    Facts,
    Number,
    Plan,
    codes,
    compare,
    skipped,
    words,
)
from planner.labels import Text
from planner.presenters.engine_words import caution, name_of
from planner.presenters.plan import ASKED, COMES_FROM, days_words, value_words
from planner.presenters.why import Why, why
from planner.state import State

KINDS: dict[Disposition, Text] = {
    Disposition.URGENT_HELP: gettext_lazy("Help comes first"),
    Disposition.CLEARANCE_FIRST: gettext_lazy("A check by a health worker comes first"),
    Disposition.SUPERVISED_ONLY: gettext_lazy("A plan for use with a qualified person"),
    Disposition.PLAN_WITH_CAUTIONS: gettext_lazy("A plan with cautions"),
    Disposition.PLAN: gettext_lazy("A plan"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that changes, and why it is what it would be."""

    title: Text
    before: Text
    after: Text
    comes_from: Text = ""
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Exercises that go, for one and the same reason; it is in words where no rule says it."""

    names: tuple[str, ...]
    reason: Text
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """The exercises of one session that go and come."""

    session: Text
    gone: tuple[Gone, ...]
    come: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that would be different; `role` is said where what the plan may claim changes."""

    rows: tuple[Row, ...]
    exchanges: tuple[Exchange, ...]
    cautions_come: tuple[str, ...]
    cautions_gone: tuple[str, ...]
    role: str

    @property
    def is_same(self) -> bool:
        """Whether nothing at all would be different."""
        return not (self.rows or self.exchanges or self.cautions_come or self.cautions_gone)


def comparison(before: State, after: State) -> Comparison:
    """Put the plans in force in two states of one record side by side."""
    old, new = before.chapters[-1], after.chapters[-1]
    versions = (old.rules_version, new.rules_version)
    found = compare(old.plan, new.plan, versions=versions)
    facts = {each: Facts(chapter.answers) for each, chapter in (("old", old), ("new", new))}
    cautions = [each for each in found if each.aspect is Aspect.CAUTIONS]
    return Comparison(
        rows=tuple(row for each in found if (row := _row(each, old.plan, new.plan))),
        exchanges=tuple(
            _exchange(each, new.plan, new.answers)
            for each in found
            if each.aspect is Aspect.EXERCISES
        ),
        cautions_come=tuple(
            caution(str(code), facts["new"]) for each in cautions for code in each.after
        ),
        cautions_gone=tuple(
            caution(str(code), facts["old"]) for each in cautions for code in each.before
        ),
        role=_(words.ROLES[new.plan.role]) if old.plan.role is not new.plan.role else "",
    )


def _row(difference: Difference, old: Plan, new: Plan) -> Row | None:
    if difference.aspect is Aspect.DISPOSITION:
        return Row(
            title=_("What it is"), before=KINDS[old.disposition], after=KINDS[new.disposition]
        )
    if difference.aspect is Aspect.DAYS:
        return Row(title=_("Days"), before=days_words(old.days), after=days_words(new.days))
    if difference.aspect is Aspect.RULES_VERSION:
        before, after = map(str, (*difference.before, *difference.after))
        return Row(title=_("Version of our rules"), before=before, after=after)
    return _number_row(difference, new) if difference.aspect is Aspect.NUMBER else None


def _number_row(difference: Difference, new: Plan) -> Row:
    number = Number(difference.subject)
    before, after = number_change(difference)
    rules = {reason.number: reason.rules for reason in new.reasons}
    return Row(
        title=ASKED[number],
        before=before,
        after=after,
        comes_from=COMES_FROM.get(number, ""),
        why=why(*rules[number]),
    )


def number_change(difference: Difference) -> tuple[str, str]:
    """Say one number before and after."""
    number, sides = Number(difference.subject), (difference.before, difference.after)
    before, after = (value_words(number, tuple(map(int, side))) for side in sides)
    if before == after:
        # The first and the best week are the same: it is those between that differ.
        before, after = (", ".join(map(str, side)) for side in sides)
    return before, after


def _exchange(difference: Difference, new: Plan, answers: Answers) -> Exchange:
    return Exchange(
        session=_("Session %(letter)s") % {"letter": difference.subject},
        gone=_gone(tuple(map(str, difference.before)), new, answers),
        come=tuple(name_of(str(code)) for code in difference.after),
    )


def _gone(codes_gone: tuple[str, ...], new: Plan, answers: Answers) -> tuple[Gone, ...]:
    """Group exercises that go by why they do."""
    reasons: dict[tuple[Text, tuple[str, ...]], list[str]] = {}
    for code in codes_gone:
        reasons.setdefault(_reason(code, new, answers), []).append(name_of(code))
    return tuple(
        Gone(names=tuple(names), reason=reason, why=why(*rules))
        for (reason, rules), names in reasons.items()
    )


def _reason(code: str, new: Plan, answers: Answers) -> tuple[Text, tuple[str, ...]]:
    """Say why an exercise goes: a rule that leaves it out, else what it needs or how hard it is."""
    exercise = EXERCISES[code]
    against = next((s for s in skipped(exercise.pattern, answers) if s.exercise == code), None)
    if against:
        return "", against.rules
    needs = codes.Equipment(exercise.equipment)
    if needs is not codes.Equipment.NONE and needs not in answers.equipment:
        return _("You do not have what is needed."), ()
    if exercise.level > new.level_cap:
        rules = next(each.rules for each in new.reasons if each.number is Number.LEVEL_CAP)
        return _("Harder than this plan goes."), rules
    return _("Other moves take that place."), ()


def sessions_words(before: State, after: State) -> tuple[str, ...]:
    """Say what happens to the sessions so far, and which one would come next."""
    done = sum(len(chapter.sessions) for chapter in before.chapters)
    new = after.chapters[-1]
    week = (new.first_session - 1) // new.plan.sessions_per_week + 1
    place = {"number": new.first_session, "week": week, "weeks": len(new.plan.weeks)}
    kept = ngettext(
        "Your %(done)d session stays in your log, and so do your weights.",
        "Your %(done)d sessions stay in your log, and so do your weights.",
        done,
    )
    if not done:
        return (_("You have no session in your log yet. The plan starts at week 1."),)
    if new.first_session == 1:
        return (kept % {"done": done}, _("The weeks start again at week 1."))
    onwards = _("Your next session would be session %(number)d, in week %(week)d of %(weeks)d.")
    return (kept % {"done": done}, onwards % place)
