"""What a page or its button must not promise."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article
from articles.promises import validate_article_text, validate_button_label


@pytest.mark.parametrize(
    "label",
    [
        "Build my free GLP-1 plan",
        "Treat my depression",
        "Start my anxiety plan",
        "Get my prescription",
        "Plan without medicine",
        "Cure low mood",
        "Find my dose",
    ],
)
def test_a_button_that_names_an_illness_or_a_medicine_is_refused(label):
    with pytest.raises(ValidationError):
        validate_button_label(label)


@pytest.mark.parametrize("label", ["Build my free plan", "Read the questions", "See help lines"])
def test_a_plain_button_is_allowed(label):
    assert validate_button_label(label) is None


@pytest.mark.parametrize(
    "text",
    [
        "Lift instead of taking medication.",
        "Try it rather than your tablets.",
        "You can stop your medicine after a month.",
        "Training may safely replace antidepressants.",
        "It works by potentially reducing reliance on medication.",
        "There is no longer need for pills.",
    ],
)
def test_advice_to_give_up_a_medicine_is_refused(text):
    with pytest.raises(ValidationError) as refusal:
        validate_article_text("body", text)

    assert list(refusal.value.message_dict) == ["body"]


@pytest.mark.parametrize(
    "text",
    [
        "Training does not replace your medicine.",
        "Do not stop, skip or change any medicine.",
        "Trials compared exercise with medicine.",
        "It is not safe to stop some medicines suddenly.",
    ],
)
def test_care_about_medicines_can_be_said(text):
    assert validate_article_text("body", text) is None


@pytest.mark.django_db
def test_the_text_that_ttl_grew_from_could_not_be_published():
    seed = Article(
        title="Resistance Training for Depression and Anxiety",
        slug="seed",
        summary="A summary.",
        clinical_context="It may serve as a standalone approach, potentially reducing reliance "
        "on medication.",
        rating="strong",
        cta_label="Build my free GLP-1 plan",
    )

    with pytest.raises(ValidationError) as refusal:
        seed.full_clean()

    assert set(refusal.value.message_dict) == {"cta_label", "clinical_context"}
