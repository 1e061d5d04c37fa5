"""A refusal in words: what the person is told, and the one-page summary for their clinician."""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from planner.engine import (
    RULES,
    Answers,
    Disposition,
    Facts,
    Outline,
    Pattern,
    Refusal,
    ScreeningRule,
    Tag,
    outline,
)
from planner.labels import LABELS, Text
from planner.presenters.answers import Row, telling_rows
from planner.presenters.engine_words import cautions, reason_of

# What a clinician is asked about, by rule.
CLINICAL_REASONS: dict[str, Text] = {
    "SCR-12": _("Signs under effort or at rest that may come from the heart"),
    "SCR-13": _("An eating disorder now, or low weight"),
    "SCR-14": _("A last blood pressure of 180 over 110 or more"),
    "SCR-15": _("An aneurysm, or bleeding or recent surgery in the eye"),
    "SCR-16": _("A warning sign together with pain"),
    "SCR-17": _("A problem in this pregnancy, or advice to limit exercise"),
    "SCR-18": _("A GLP-1 medicine in pregnancy"),
    "SCR-20": _("Heart disease, heart failure, stroke or mini-stroke"),
    "SCR-21": _("Diabetes or kidney disease, and not yet active"),
    "SCR-22": _("A last blood pressure of 160 over 100 or more, or none in 6 months"),
    "SCR-23": _("An operation, bad injury or broken bone in the last 12 weeks"),
    "SCR-24": _("A broken spine bone, or a break after a small fall"),
    "SCR-25": _("Cancer in treatment or another serious illness"),
    "SCR-26": _("Early healing after birth (a caesarean adds 6 weeks)"),
    "SCR-27": _("Cannot stand up from a chair five times"),
    "SCR-28": _("Usual pain of 7 out of 10 or more"),
    "SCR-29": _("Strong or treatment-resistant symptoms, without contact with care"),
    "SCR-30": _("Low mood in pregnancy or after birth, without contact with care"),
}
PATTERNS: dict[Pattern, Text] = {
    Pattern.SQUAT: _("sitting and standing"),
    Pattern.HINGE: _("bending at the hips"),
    Pattern.PUSH_HORIZONTAL: _("pushing forwards"),
    Pattern.PUSH_VERTICAL: _("raising or pressing with the arms"),
    Pattern.PULL_HORIZONTAL: _("pulling backwards"),
    Pattern.PULL_VERTICAL: _("pulling downwards"),
    Pattern.CARRY: _("walking tall or carrying"),
    Pattern.CORE: _("steadying the trunk"),
    Pattern.CALF: _("rising on the toes"),
    Pattern.BALANCE: _("balance"),
}
LEFT_OUT: dict[Tag, Text] = {
    Tag.SUPINE: _("lying on the back"),
    Tag.PRONE_LYING: _("lying face-down"),
    Tag.FLOOR_TRANSFER: _("getting down to the floor"),
    Tag.KNEELING: _("kneeling"),
    Tag.OVERHEAD: _("effort with the hands above the head"),
    Tag.HIGH_GRIP: _("a strong or long grip"),
    Tag.WRIST_LOAD: _("weight through a bent-back wrist"),
    Tag.VALSALVA_PRONE: _("lifts that tempt people to hold their breath"),
    Tag.HIGH_ABDOMINAL_PRESSURE: _("moves that press hard on the belly and pelvic floor"),
    Tag.AXIAL_LOAD: _("a load pressing down along the spine"),
    Tag.KNEE_DEEP_FLEXION: _("deep knee bends"),
    Tag.BALANCE_DEMAND: _("standing on one leg or a narrow base without support"),
    Tag.SINGLE_LEG_LOAD: _("most weight on one leg"),
    Tag.LOADED_SPINAL_FLEXION: _("bending the spine under load"),
    Tag.LOADED_SPINAL_ROTATION: _("twisting the spine under load"),
    Tag.IMPACT: _("jumps and impact"),
}
# These stand on every plan, and on what stands in its place.
ALWAYS = {"CAV-01", "CAV-35"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalView:
    """What the person is told, and whether a health worker's agreement would open a plan."""

    messages: tuple[str, ...]
    cautions: tuple[str, ...]
    may_be_cleared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryView:
    """The clinician's page: the question, the answers behind it, and what would follow."""

    reasons: tuple[Text, ...]
    rows: list[Row]
    outline: Outline
    patterns: tuple[Text, ...]
    left_out: tuple[Text, ...]


def refusal_view(refusal: Refusal, answers: Answers) -> RefusalView:
    """Say what comes first, for every rule that asks for it."""
    rules, facts = _deciding(refusal), Facts(answers)
    caveats = {caveat for rule in rules for caveat in rule.caveats} | ALWAYS
    return RefusalView(
        messages=tuple(dict.fromkeys(reason_of(rule.id) for rule in rules)),
        cautions=cautions((each for each in refusal.caveats if each in caveats), facts),
        may_be_cleared=all(rule.lifted_by_clearance for rule in rules),
    )


def summary_view(refusal: Refusal, answers: Answers) -> SummaryView:
    """Put the question to the clinician; no exercise, set, repetition or load is in it."""
    shape = outline(answers)
    areas = LABELS["pain_sites"].options
    return SummaryView(
        reasons=tuple(CLINICAL_REASONS[rule.id] for rule in _deciding(refusal)),
        rows=telling_rows(answers),
        outline=shape,
        patterns=tuple(PATTERNS[pattern] for pattern in shape.patterns),
        left_out=(
            *(LEFT_OUT[tag] for tag in shape.excluded_tags),
            *(
                gettext("hard work for this sore area: %(area)s") % {"area": areas[area]}
                for area in shape.excluded_areas
                if area not in {"none", "widespread"}
            ),
        ),
    )


def _deciding(refusal: Refusal) -> tuple[ScreeningRule, ...]:
    rules = (RULES[rule] for rule in refusal.screening_rules)
    return tuple(
        rule
        for rule in rules
        if isinstance(rule, ScreeningRule) and rule.disposition is Disposition.CLEARANCE_FIRST
    )
