"""Does this apply to you: the person beside those who were studied."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from planner.engine import Answers, Facts, Fit, Match, fit, silences
from planner.labels import LABELS, Text
from planner.presenters.why import SourceLink, source_links

MATCHES: dict[Match, Text] = {
    Match.YES: gettext_lazy("Yes"),
    Match.PARTLY: gettext_lazy("In part"),
    Match.NO: gettext_lazy("No"),
    Match.NOT_SAID: gettext_lazy("Not said"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyView:
    """One source, who was in it, and whether that is somebody like this person."""

    source: SourceLink
    design: str
    people: str
    participants: str
    age: Text
    condition: Text
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """The page: what the person told us, how well the sources fit, and where they are silent."""

    age: int | None
    condition: Text
    summary: str
    silences: tuple[str, ...]
    studies: tuple[StudyView, ...]


def evidence_view(answers: Answers) -> EvidenceView:
    """Hold the sources behind the plan against this person, the closest ones first."""
    facts = Facts(answers)
    fits = sorted(fit(facts), key=lambda each: (not _is_close(each), len(each.gaps)))
    condition = LABELS["condition"].options[answers.condition] if answers.condition else ""
    return EvidenceView(
        age=answers.age,
        condition=condition,
        summary=_summary(fits),
        silences=tuple(map(_, silences(facts))),
        studies=tuple(map(_study, fits)),
    )


def _is_close(found: Fit) -> bool:
    return found.age is Match.YES and found.condition is Match.YES


def _summary(fits: list[Fit]) -> str:
    close = sum(map(_is_close, fits))
    if not close:
        return _(
            "None of the sources below studied only people of your age who want help with the "
            "same. The plan rests on what was seen in others, so take it as a careful guess."
        )
    text = ngettext(
        "%(close)d of the %(all)d sources below studied people of your age with what you want "
        "help with.",
        "%(close)d of the %(all)d sources below studied people of your age with what you want "
        "help with.",
        close,
    )
    return text % {"close": close, "all": len(fits)}


def _study(found: Fit) -> StudyView:
    study = found.study
    [link] = source_links((study.source,))
    people = study.participants
    return StudyView(
        source=link,
        design=_(study.design),
        people=_(study.people),
        participants=number_format(people, force_grouping=True) if people else "",
        age=MATCHES[found.age],
        condition=MATCHES[found.condition],
        gaps=tuple(map(_, found.gaps)),
    )
