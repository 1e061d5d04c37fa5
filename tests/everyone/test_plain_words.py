"""Every fixed text can be read at the age of 11 to 12, blames nobody, and explains its terms."""

import re
from collections import defaultdict

import pytest

from articles.content.files import read_content
from articles.readability import HIGHEST_GRADE, grade
from planner.texts import every_text
from tests.everyone.fixed_texts import FEWEST_WORDS, fixed_texts

# The measure of one sentence leaps with one long word: a text by itself may be two grades above
# what a table or a file must keep to, and is only measured from this many words on.
OF_ONE_TEXT = HIGHEST_GRADE + 2
LONG, ENOUGH = 15, 60
# A list of warning signs in one breath, whose words name them; and who was studied, to the letter.
HARDER = {
    "CAUTION CAV-03",
    "CAUTION CAV-04",
    "QUESTION pregnancy_flags",
    "STUDY rossi-2024",
}

BLAME = re.compile(
    r"\b(should have|ought to|failed|failing|failures?|laz\w+|excuses?|guilt\w*|asham\w+|shame|"
    r"faults?|disappoint\w*|cheat\w*|neglect\w*|lag\w*|poor|weak|missed|skipped|wrong|give up|"
    r"gave up|sufferers?|suffer\w*|victims?|obese|crazy|complian\w+|non-complian\w+)\b"
    r"|\b(deberías haber|tendrías que haber|fracas\w+|fall(?:aste|ado|o|os)|perezos\w+|vag[oa]s?|"
    r"culpas?|culpables?|excusas?|vergüenza|decepci\w+|trampas?|descuid\w+|atrasad\w+|"
    r"te saltaste|sufr\w+|víctimas?|loc[oa]s?)\b",
    re.IGNORECASE,
)
# Where such a word says that nobody is to blame, names an illness or a thing, or is asked in the
# words of a published questionnaire.
KIND = re.compile(
    r"not your fault|nothing wrong|not a failure|heart failure|No es culpa tuya|no un fracaso"
    r"|weak (?:face|arm|spots|muscles|artery)|never to failure|nunca hasta el fallo"
    r"|A missed session moves|Small, skipped and lighter|short, skipped or lighter"
    r"|full, tiny, skipped|[Ss]omething (?:in an article )?(?:is|looks|went) wrong"
    r"|is wrong or unsafe"
    r"|(?:feels|felt) wrong",
    re.IGNORECASE,
)
ONE_WORD_OF_THE_LOG = {"Skipped"}

JARGON = re.compile(
    r"\b(RPE|1RM|deloads?|hypertroph\w+|periodi[sz]\w+|mesocycles?|AMRAP|supersets?|concentric|"
    r"eccentric|isometric|contraindic\w+|comorbid\w*|efficacy|adherence|RCTs?|meta-analys\w+|SMD|"
    r"confidence interval|valsalva|DOMS|supine|prone|pronat\w+|randomi[sz]ed|cohort|placebo|"
    r"heterogen\w+|algorithm|protocol|intervention|baseline|progressive overload|scapula\w*|"
    r"lumbar|thoracic|FHIR|JSON|odds ratio|effect size)\b",
    re.IGNORECASE,
)
# A file format beside its plain words, and one word of the engine's that its sentence explains.
EXPLAINED = {"fhir", "json", "baseline"}
GLOSSARY = " ".join(f"{term.name}, {term.words}" for term in read_content().terms).lower()


def questionnaires():
    """The published ones, whose words are not ours to change."""
    return {each.text for each in every_text() if each.where in {"phq9", "gad7"}}


def test_every_text_of_a_sentence_or_more_is_easy_enough_by_itself():
    hard = {
        text.where: (round(grade(text.prose), 1), text.prose)
        for text in fixed_texts()
        if text.words >= LONG and grade(text.prose) > OF_ONE_TEXT
    }

    assert {where: hard[where] for where in hard if where not in HARDER} == {}
    assert set(hard) == HARDER


def test_every_table_and_every_file_can_be_read_at_the_age_of_11_to_12():
    groups = defaultdict(list)
    for text in fixed_texts():
        if text.words >= FEWEST_WORDS:
            groups[text.where.partition(" ")[0]].append(text)
    grades = {
        where: round(grade("\n\n".join(text.prose for text in texts)), 1)
        for where, texts in groups.items()
        if sum(text.words for text in texts) >= ENOUGH
    }

    assert len(grades) > 50
    assert {where: each for where, each in grades.items() if each > HIGHEST_GRADE} == {}


def test_no_text_blames_anybody_in_either_language():
    theirs = questionnaires()
    blaming = [
        (text.where, said)
        for text in fixed_texts()
        if text.english not in theirs | ONE_WORD_OF_THE_LOG
        for said in (text.english, *text.spanish)
        if BLAME.search(KIND.sub("", said))
    ]

    assert len(theirs) > 15
    assert blaming == []


def test_no_text_uses_a_term_that_the_glossary_does_not_explain():
    terms = {
        (found[0], text.where) for text in fixed_texts() for found in JARGON.finditer(text.prose)
    }

    assert len(terms) > 5
    assert {
        (term, where)
        for term, where in terms
        if term.lower() not in GLOSSARY and term.lower() not in EXPLAINED
    } == set()


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        (BLAME, "You should have done more."),
        (BLAME, "Te saltaste la sesión."),
        (JARGON, "Take a deload week."),
    ],
)
def test_such_a_word_would_be_found(pattern, said):
    assert pattern.search(KIND.sub("", said))
