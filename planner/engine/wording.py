"""The rulebook's own words for roles, conditions, effort, tempo, starting loads and warm-up."""

from dataclasses import dataclass

from planner.engine.answers import Condition, Equipment, Medicine
from planner.engine.exercises import Exercise
from planner.engine.facts import Facts
from planner.engine.screening import Role

ROLES: dict[Role, str] = {
    Role.WELLBEING: (
        "Strength training can lift mood and energy. This plan is for feeling well. It does not "
        "treat an illness."
    ),
    Role.STANDALONE_OPTION: (
        "For milder low mood, a plan like this can be one treatment choice by itself. Tell a "
        "health worker if you are no better in 6 to 8 weeks, or if you feel worse."
    ),
    Role.STANDALONE_SHARED: (
        "This plan can be one of your choices. Choose it together with a doctor, nurse, midwife "
        "or therapist."
    ),
    Role.ADJUNCT: (
        "Use this plan next to the care you have or are setting up. It does not replace your "
        "medicine, talking therapy or care team."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionText:
    """Why training may help with a condition, and what to watch (rulebook, section 2.4)."""

    id: str
    why: str
    watch: str
    sources: tuple[str, ...] = ()


CONDITIONS: dict[str, ConditionText] = {
    text.id: text
    for text in (
        ConditionText(
            id="CON-01",
            why="Short, regular strength work gives small wins you can see.",
            watch=(
                "If low mood lasts two weeks or more, do the mood check and see a health worker."
            ),
        ),
        ConditionText(
            id="CON-02",
            why=(
                "In trials, people who lifted weights had a moderate drop in low-mood scores. Two "
                "or three short sessions are enough."
            ),
            watch=(
                "Feeling no better by week 6 to 8 is a reason to talk to a clinician, not a "
                "failure."
            ),
            sources=("gordon-2018", "noetel-2024", "rossi-2024", "clegg-2026"),
        ),
        ConditionText(
            id="CON-04",
            why=(
                "Very small sessions can still count. The aim is to start and finish, not to push."
            ),
            watch="Your care team comes first. Tell them you are training.",
            sources=("nice-ng222", "fyfe-2022"),
        ),
        ConditionText(
            id="CON-05",
            why="Evidence here is thin, so this is an extra to your treatment.",
            watch="Keep all treatment as agreed with your team.",
            sources=("etxaniz-oses-2023",),
        ),
        ConditionText(
            id="CON-06",
            why=(
                "Training makes your heart beat faster in a safe place. Over time those feelings "
                "can scare you less."
            ),
            watch=(
                "If a session brings on panic, stop, slow your breath out, and use the easier "
                "version next time."
            ),
            sources=("gordon-2017", "gordon-2021", "strickland-2014", "broman-fulks-2004"),
        ),
        ConditionText(
            id="CON-08",
            why="Gentle strength work is safe in most healthy pregnancies and may help mood.",
            watch=(
                "Stop at once for bleeding, leaking fluid, strong tightenings, chest pain or "
                "fainting."
            ),
            sources=("acog-2020", "csep-pregnancy-2019"),
        ),
        ConditionText(
            id="CON-09",
            why="Moving again after birth can lift mood. Start light and build as you heal.",
            watch=(
                "Heavier bleeding, heaviness in the pelvis, or leaking means ease back and ask "
                "for help."
            ),
            sources=("deprato-2024", "csep-postpartum-2025"),
        ),
        ConditionText(
            id="CON-10",
            why="Getting stronger can help people do more with less pain and feel better.",
            watch="A little ache is fine if it settles by the next day.",
            sources=("owen-2020", "nice-ng193"),
        ),
        ConditionText(
            id="CON-11",
            why="Strong legs and good balance keep you free to do what you like.",
            watch="Use a chair or wall. Tell someone when you train alone.",
            sources=("cunha-2024", "tian-2024", "nsca-2019"),
        ),
        ConditionText(
            id="CON-12",
            why=(
                "Some weight lost on these medicines is muscle. Lifting tells your body to keep it."
            ),
            watch="Do not train if you cannot keep food or drink down.",
            sources=("mozaffarian-2025", "muscle-health-2024"),
        ),
    )
}
_BY_CONDITION = {
    Condition.WELLBEING: "CON-01",
    Condition.DEPRESSION: "CON-02",
    Condition.TREATMENT_RESISTANT: "CON-05",
    Condition.ANXIETY: "CON-06",
    Condition.DEPRESSION_ANXIETY: "CON-06",
    Condition.CHRONIC_PAIN: "CON-10",
    Condition.SARCOPENIA: "CON-11",
}


def condition_texts(facts: Facts) -> tuple[ConditionText, ...]:
    """Choose the texts for this person; nothing of body weight with an eating disorder."""
    condition = facts.answers.condition or Condition.WELLBEING
    if condition is Condition.PERIPARTUM:
        ids = ["CON-08" if facts.pregnant else "CON-09"]
    elif condition is Condition.DEPRESSION and facts.severity >= 3:
        ids = ["CON-04"]
    else:
        ids = [_BY_CONDITION[condition]]
    if facts.has(Medicine.GLP1) and not facts.eating_disorder:
        ids.append("CON-12")
    return tuple(CONDITIONS[text] for text in ids)


# Highest effort of a band of words, and the words (rulebook, section 5.4).
EFFORT_WORDS = (
    (2, "Very easy."),
    (4, "Easy. You could chat."),
    (6, "Steady. You could do 4 or more extra."),
    (7, "Firm. You could do 3 more."),
    (8, "Hard. You could do 2 more."),
)


def effort_words(effort: int) -> str:
    """Say what an effort from 0 to 8 feels like at the end of a set."""
    return next(words for highest, words in EFFORT_WORDS if effort <= highest)


def tempo_words(exercise: Exercise, lowering_seconds: int, held_press: bool) -> str:
    """Say how fast to move."""
    if held_press:
        return "Press for 5 seconds, then let go. That is one. Breathe the whole time."
    if exercise.unit.is_timed:
        return "Slow and steady. Breathe the whole time."
    return f"2 seconds up, {lowering_seconds} seconds down. Breathe out on the effort."


LOADED_START = (
    'Pick a weight that feels like "very easy, I could do 20". Do one set. If it still feels easy, '
    "4 out of 10 or less, go up one step next time. Never test your maximum."
)
STARTING_LOADS: dict[Equipment, str] = {
    Equipment.DUMBBELL: LOADED_START,
    Equipment.MACHINE: LOADED_START,
    Equipment.BARBELL: LOADED_START,
    Equipment.BAND: "Start with the lightest band that still pulls at the end of the move.",
    Equipment.NONE: "Start at the low end of the range.",
    Equipment.CHAIR_WALL: "Start at the low end of the range.",
}

WARM_UP = (
    "March on the spot or swing your arms, easily, for {minutes} minutes. Then do one set of the "
    "first two moves at half effort."
)
COOL_DOWN = "Walk slowly and breathe easily for {minutes} minutes."
STAND_UP_FASTER = "Stand up a bit faster, sit down slowly."
REST_DAYS = "Rest days are when you get stronger, so we keep a day between sessions."
FEWER_DAYS = (
    "Your days leave no room for three sessions with a rest day between them, so your plan has two."
)
