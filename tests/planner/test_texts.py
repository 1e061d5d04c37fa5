"""The planner's tables in Spanish: nothing left out, nothing softened, nothing added."""

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.core.management import call_command

from planner.management.commands.makemessages import Command, as_python
from planner.texts import FixedText, Kind, every_text

PLANNER = Path(__file__).parents[2] / "planner"
CATALOGUE = polib.pofile(str(PLANNER / "locale/es/LC_MESSAGES/django.po"))
SPANISH = {entry.msgid: entry.msgstr for entry in CATALOGUE if entry.translated()}
TEXTS = {each.text for each in every_text()}
# Said alike in both languages.
ALIKE = {"Australia", "India", "No", "Vaginal"}
SENTENCE = re.compile(r"[\"'A-Z].* ")


def in_spanish(text):
    return SPANISH.get(text, "")


def sentences_of(source):
    """Every string of a module that reads like a sentence, but no docstring and no part of one."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    walked = list(ast.walk(tree))
    docstrings = {n.value for n in walked if isinstance(n, ast.Expr)}
    parts = {part for n in walked if isinstance(n, ast.JoinedStr) for part in n.values}
    return {
        node.value
        for node in set(walked) - docstrings - parts
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and SENTENCE.match(node.value)
    }


def words_of_technique(value):
    if isinstance(value, str):
        return {value}
    inner = value.values() if isinstance(value, dict) else value
    return set().union(*map(words_of_technique, inner))


def test_the_list_holds_every_sentence_of_the_engine():
    said = {
        sentence
        for source in (PLANNER / "engine").glob("*.py")
        for sentence in sentences_of(source)
    }

    assert len(said) > 200
    assert said - TEXTS == set()


def test_the_list_holds_every_sentence_of_the_technique():
    files = sorted((PLANNER / "technique").glob("*.toml"))
    written = set().union(*(words_of_technique(tomllib.loads(f.read_text())) for f in files))
    positions = {"standing", "seated", "floor", "bench"}

    assert len(files) == 11
    assert written - TEXTS == positions


def test_the_list_shows_each_text_to_makemessages_as_it_stands():
    awkward = FixedText(kind=Kind.CUE, where="squat", text='Say "one", don\'t \\ stop: ½ {low}\n')
    called = [
        node.args[0].value
        for node in ast.walk(ast.parse(as_python((*every_text(), awkward))))
        if isinstance(node, ast.Call)
    ]

    assert called == [each.text for each in (*every_text(), awkward)]


def test_makemessages_collects_each_text_in_one_line_and_leaves_nothing_behind(
    tmp_path, monkeypatch
):
    """Needs GNU gettext, as Django's own command does."""
    planner = tmp_path / "planner"
    (planner / "locale").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(apps.get_app_config("planner"), "path", str(planner))

    call_command(Command(), locale=["es"], verbosity=0)

    made = planner / "locale/es/LC_MESSAGES/django.po"
    assert {entry.msgid for entry in polib.pofile(str(made))} == TEXTS
    assert {entry.msgid for entry in polib.pofile(str(made)) if entry.comment == ""} == set()
    assert '\nmsgid ""\n"' not in made.read_text().partition("\n\n")[2]
    assert [file.name for file in planner.iterdir()] == ["locale"]


def test_every_text_of_the_tables_is_said_in_spanish():
    assert sorted(text for text in TEXTS if not in_spanish(text)) == []


def test_nothing_in_the_catalogue_waits_for_its_translation_or_for_a_second_look():
    assert len(CATALOGUE) >= len(TEXTS)
    assert [entry.msgid for entry in CATALOGUE if not entry.translated()] == []


def test_no_translation_is_the_english_again():
    assert {text for text in TEXTS if in_spanish(text) == text} == ALIKE


def test_a_translation_has_the_same_gaps_to_fill():
    gap = re.compile(r"\{\w*\}|%\(\w+\)[sd]")

    assert any(map(gap.search, TEXTS))
    assert [
        t for t in TEXTS if Counter(gap.findall(t)) != Counter(gap.findall(in_spanish(t)))
    ] == []


def numbers_in(text):
    """Read numbers as one value whatever the mark: 5.0 and 5,0; 5,000 and 5000."""
    plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    return Counter(float(n.replace(",", ".")) for n in re.findall(r"\d+(?:[.,]\d+)?", plain))


def test_a_translation_has_the_same_numbers():
    assert numbers_in("5,000 of 5.0 mmol/L") == numbers_in("5000 de 5,0 mmol/L")
    assert [text for text in TEXTS if numbers_in(text) != numbers_in(in_spanish(text))] == []


def test_a_question_stays_a_question_and_a_sentence_a_sentence():
    closing = {".": ".", "?": "?"}
    ends = {text: closing.get(text[-1]) for text in TEXTS}

    assert [text for text, end in ends.items() if end and in_spanish(text)[-1:] != end] == []
    assert [t for t in TEXTS if in_spanish(t).count("¿") != in_spanish(t).count("?")] == []


# What must be named wherever English names it, in the words of this catalogue.
NAMED = {
    r"\bemergency number\b": r"número de emergencias",
    r"\bcall your emergency number now\b": r"llama ahora a tu número de emergencias",
    r"\bemergency (?!number)|\ban emergency\b": r"emergencia",
    r"\bfree lines\b": r"líneas gratuitas",
    r"\bchest pain\b": r"dolor (o presión )?en el pecho",
    r"\bfaint": r"desmay",
    r"\bheadache\b": r"dolor de cabeza",
    r"\bcalf\b": r"pantorrilla",
    r"\bbleeding\b": r"sangr",
    r"\bfluid\b": r"pérdida de líquido",
    r"\bblurred sight\b": r"vista borrosa",
    r"\bnumb(ness)?\b": r"adormecimiento",
    r"\bblood pressure\b": r"presión arterial",
    r"\bdoctor": r"médico",
    r"\bnurse": r"enfermera",
    r"\bmidwife\b": r"partera o matrona",
    r"\bphysiotherapist": r"fisioterapeuta",
    r"\btherapist": r"terapeuta",
    r"\bpharmacist": r"farmacéutico",
    r"\bhealth worker": r"profesional de salud",
    r"\bcare team\b": r"equipo de salud",
    r"\bpelvic floor\b": r"piso pélvico",
    r"\b(do|does) not\b|\bcannot\b": r"\b(no|ni|sin)\b",
    r"\bnever\b": r"\bnunca\b",
    r"\bsquats?\b": r"sentadilla",
    r"\blunge\b": r"zancada",
    r"\bdeadlift\b": r"peso muerto",
    r"\bbands?\b": r"banda",
    r"\bdumbbells?\b": r"mancuerna",
    r"\bmat\b": r"colchoneta",
}


@pytest.mark.parametrize("english", NAMED)
def test_what_matters_is_named_wherever_english_names_it(english):
    bound = {text for text in TEXTS if re.search(english, text, re.IGNORECASE)}
    named = re.compile(NAMED[english], re.IGNORECASE)

    assert bound
    assert [text for text in bound if not named.search(in_spanish(text))] == []


def test_the_emergency_number_stands_only_where_english_names_it():
    told = {text for text in TEXTS if "número de emergencias" in in_spanish(text)}

    assert told == {text for text in TEXTS if "emergency number" in text}
    assert len(told) == 5


def test_no_two_exercises_share_a_name_in_spanish():
    names = [each.text for each in every_text() if each.kind is Kind.NAME]

    assert len(names) == 80
    assert len({in_spanish(name).casefold() for name in names}) == 80


def test_the_answer_none_of_these_is_called_by_its_own_name():
    none = in_spanish("None of these")

    for rule in ('Please pick at least one, or "None of these".', '"None of these" cannot go with'):
        [text] = [each for each in TEXTS if each.startswith(rule)]
        assert f"«{none}»" in in_spanish(text)


def test_the_site_says_tu_and_only_the_published_checks_say_usted():
    formal = re.compile(r"\busted\b", re.IGNORECASE)
    [item] = [text for text in TEXTS if "family down" in text]

    assert {text for text in TEXTS if formal.search(in_spanish(text))} == {item}
