"""Words by which somebody may be asking for help bring the help lines first."""

import pytest

from articles.search.crisis import asks_for_help


@pytest.mark.parametrize(
    "typed",
    [
        *("suicide", "Suicidal thoughts", "suicde", "suiside", "sucidal", "overdosing"),
        *("how to kill myself", "I want to DIE", "i don\u2019t want to live", "self-harm"),
        *("cutting myself", "end it all", "better off dead", "I can't go on", "hurting myself"),
        *("suicidio", "quiero SUICIDARME", "me quiero morir", "quitarme la vida", "hacerme daño"),
        *("autolesión", "ya no quiero vivir", "acabar con mi vida", "estaría mejor muerta"),
        *("ya no puedo más", "sobredosis de pastillas", "sin razones para vivir", "matarme"),
        *("thinking of ending my life", "selfharm", "no reason to live"),
    ],
)
def test_help_comes_first(typed):
    assert asks_for_help(typed) is True


@pytest.mark.parametrize(
    "typed",
    [
        *("", "squat", "deadlift", "low mood", "feeling low", "I hurt my knee", "die hard"),
        *("sentadilla", "dolor de espalda", "ánimo bajo", "me lastimé la rodilla", "peso muerto"),
        *("vivir más años", "no puedo dormir", "cómo empezar", "daño en el hombro"),
        *("killer workout", "outside", "decide", "beside", "live longer", "self care"),
    ],
)
def test_other_searches_stay_as_they_are(typed):
    assert asks_for_help(typed) is False
