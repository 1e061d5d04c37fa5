"""The plan engine: `build_plan(answers)` gives a plan or a refusal, the same for the same answers.

It is pure: no Django, no clock, no randomness, no files, no network. The rest of TTL imports from
here and never from behind it.
"""

from planner.engine import answers as codes
from planner.engine import wording as words
from planner.engine.alternatives import (
    SORE_AREA_RULE,
    LeftOut,
    Skipped,
    alternatives,
    left_out,
    skipped,
)
from planner.engine.answers import Answers
from planner.engine.build import build_plan
from planner.engine.caveats import CAVEATS, caveat_text
from planner.engine.choosing import Choices, choices, offers_tiny
from planner.engine.comparison import Aspect, Difference, OtherAnswer, compare, what_would_change
from planner.engine.dose import HELD_PRESSES, LIFTING_SECONDS, lowering_seconds
from planner.engine.evidence import Fit, Match, fit, silences
from planner.engine.exercises import Exercise, Pattern, Tag, Unit
from planner.engine.facts import Facts, check_level
from planner.engine.fold import follow, schedule
from planner.engine.library import BY_CODE as EXERCISES
from planner.engine.library import progressions
from planner.engine.limits import SORE_AREA_PAIN
from planner.engine.log import (
    Chapter,
    ExerciseDone,
    Kind,
    MoodCheck,
    SessionDone,
    SetDone,
    StopSymptom,
    Swap,
    WeightUnit,
)
from planner.engine.messages import MESSAGES as SCREENING_MESSAGES
from planner.engine.monitoring import (
    CheckDue,
    Instrument,
    absence,
    answers_after,
    check_due,
    growth_held,
    respond,
)
from planner.engine.outlines import Outline, outline
from planner.engine.pain import usual_pain
from planner.engine.parse import parse_answers
from planner.engine.plan import (
    Course,
    Number,
    Phase,
    Plan,
    Prescription,
    Refusal,
    Session,
    Week,
)
from planner.engine.plausible import Oddity, oddities
from planner.engine.questionnaire import BY_NAME as QUESTIONS
from planner.engine.questionnaire import Question, applies, drop_irrelevant
from planner.engine.replan import (
    aged_answers,
    asks_for_more,
    birthday_threshold,
    decide,
    new_chapter,
    offers,
    replan_trigger,
    to_ask_again,
)
from planner.engine.rulebook import RULES, RULES_VERSION
from planner.engine.rules import Rule
from planner.engine.screening import Role, outgrows_clearance, stop_at_once
from planner.engine.screening_rules import Access, Disposition, ScreeningRule
from planner.engine.standing import Change, Dose, NextSession, Standing, Status, Target
from planner.engine.stopping import CLOSING, answers_after_stop, caution_after_stop
from planner.engine.suitability import Unsuitable, similar, unsuitable
from planner.engine.validation import MESSAGES as VALIDATION_MESSAGES
from planner.engine.validation import InvalidAnswersError, Problem, problem, problems

__all__ = [
    "CAVEATS",
    "CLOSING",
    "EXERCISES",
    "HELD_PRESSES",
    "LIFTING_SECONDS",
    "QUESTIONS",
    "RULES",
    "RULES_VERSION",
    "SCREENING_MESSAGES",
    "SORE_AREA_PAIN",
    "SORE_AREA_RULE",
    "VALIDATION_MESSAGES",
    "Access",
    "Answers",
    "Aspect",
    "Change",
    "Chapter",
    "CheckDue",
    "Choices",
    "Course",
    "Difference",
    "Disposition",
    "Dose",
    "Exercise",
    "ExerciseDone",
    "Facts",
    "Fit",
    "Instrument",
    "InvalidAnswersError",
    "Kind",
    "LeftOut",
    "Match",
    "MoodCheck",
    "NextSession",
    "Number",
    "Oddity",
    "OtherAnswer",
    "Outline",
    "Pattern",
    "Phase",
    "Plan",
    "Prescription",
    "Problem",
    "Question",
    "Refusal",
    "Role",
    "Rule",
    "ScreeningRule",
    "Session",
    "SessionDone",
    "SetDone",
    "Skipped",
    "Standing",
    "Status",
    "StopSymptom",
    "Swap",
    "Tag",
    "Target",
    "Unit",
    "Unsuitable",
    "Week",
    "WeightUnit",
    "absence",
    "aged_answers",
    "alternatives",
    "answers_after",
    "answers_after_stop",
    "applies",
    "asks_for_more",
    "birthday_threshold",
    "build_plan",
    "caution_after_stop",
    "caveat_text",
    "check_due",
    "check_level",
    "choices",
    "codes",
    "compare",
    "decide",
    "drop_irrelevant",
    "fit",
    "follow",
    "growth_held",
    "left_out",
    "lowering_seconds",
    "new_chapter",
    "oddities",
    "offers",
    "offers_tiny",
    "outgrows_clearance",
    "outline",
    "parse_answers",
    "problem",
    "problems",
    "progressions",
    "replan_trigger",
    "respond",
    "schedule",
    "silences",
    "similar",
    "skipped",
    "stop_at_once",
    "to_ask_again",
    "unsuitable",
    "usual_pain",
    "what_would_change",
    "words",
]
