"""What a stop symptom does to the answers: the screening that follows starts from it (PRG-50)."""

from dataclasses import replace

from planner.engine.answers import Answers, Symptom
from planner.engine.log import StopSymptom

# These end the plan until the questions have been answered again (PRG-50 to 52).
CLOSING = frozenset(StopSymptom) - {StopSymptom.NONE, StopSymptom.LOW_SUGAR, StopSymptom.OTHER}
# The question about symptoms asks the same: what was felt in a session is an answer to it.
TOLD = {
    StopSymptom.CHEST_PAIN: Symptom.CHEST_PAIN_EFFORT,
    StopSymptom.FAINT: Symptom.FAINTING,
    StopSymptom.BREATH: Symptom.BREATHLESS_EASILY,
}
# What to do now, in the words of the rulebook's cautions (PRG-50 to 53).
CAUTIONS = {
    StopSymptom.BLEEDING: "CAV-04",
    StopSymptom.CONTRACTION: "CAV-04",
    StopSymptom.LOW_SUGAR: "CAV-26",
}


def caution_after_stop(symptom: StopSymptom) -> str:
    """Name the caution to show in the same response."""
    return CAUTIONS.get(symptom, "CAV-03")


def answers_after_stop(answers: Answers, symptom: StopSymptom) -> Answers:
    """Forget what must be asked again; a sign of effort stands as told, so that a check follows."""
    told = TOLD.get(symptom)
    return replace(
        answers,
        symptoms=frozenset({told}) if told else frozenset(),
        clearance=None,
        pregnancy_flags=frozenset(),
        postpartum_flags=frozenset(),
    )
