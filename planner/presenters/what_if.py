"""What another answer would change about the plan, before anything is changed."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from planner.engine import Answers, Aspect, Difference, Disposition, Number, what_would_change
from planner.labels import LABELS, Text
from planner.pages import BY_QUESTION
from planner.presenters.comparison import KINDS, number_change
from planner.presenters.plan import ASKED, days_words


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherAnswerView:
    """One other answer and what it would change; no effects where nothing would."""

    answer: str
    effects: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One question with its other answers; `page` is where to change it."""

    topic: Text
    page: int
    others: tuple[OtherAnswerView, ...]


def what_if(answers: Answers) -> tuple[QuestionView, ...]:
    """Say for each question about training what every other answer would do."""
    return tuple(
        QuestionView(
            topic=LABELS[name].topic,
            page=BY_QUESTION[name].number,
            others=tuple(
                OtherAnswerView(
                    answer=_answer(name, other.answer, is_taken_away=other.is_taken_away),
                    effects=_effects(other.differences),
                )
                for other in others
            ),
        )
        for name, others in groupby(what_would_change(answers), key=lambda other: other.question)
    )


def _answer(question: str, code: str, *, is_taken_away: bool) -> str:
    words = str(LABELS[question].options[code])
    if question != "equipment":
        return words
    return (_("Without: %(piece)s") if is_taken_away else _("With: %(piece)s")) % {"piece": words}


def _effects(differences: tuple[Difference, ...]) -> tuple[str, ...]:
    lines = [line for each in differences if (line := _line(each))]
    exercises = {
        code for each in differences if each.aspect is Aspect.EXERCISES for code in each.after
    }
    if exercises:
        text = ngettext("%(number)d other exercise.", "%(number)d other exercises.", len(exercises))
        lines.append(text % {"number": len(exercises)})
    return tuple(lines)


def _line(difference: Difference) -> str:
    if difference.aspect is Aspect.NUMBER:
        before, after = number_change(difference)
        title = ASKED[Number(difference.subject)]
        return _change(title, before, after)
    if difference.aspect is Aspect.DAYS:
        before, after = (days_words(side) for side in (difference.before, difference.after))
        return _change(_("Days"), before, after)
    if difference.aspect is Aspect.DISPOSITION:
        return _("%(kind)s.") % {"kind": KINDS[Disposition(difference.after[0])]}
    if difference.aspect is Aspect.CAUTIONS and difference.after:
        number = len(difference.after)
        text = ngettext("%(number)d new caution.", "%(number)d new cautions.", number)
        return text % {"number": number}
    return ""


def _change(title: Text, before: str, after: str) -> str:
    text = _("%(title)s: %(after)s, now %(before)s.")
    return text % {"title": title, "before": before, "after": after}
