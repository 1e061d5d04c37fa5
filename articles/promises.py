"""Words that an article or its button must not say to people who may be ill."""

import re

from django.core.exceptions import ValidationError

# A button that names an illness or a medicine promises a treatment, which the plan is not.
BUTTON_WORDS = re.compile(
    r"glp|semaglutide|tirzepatide|insulin|antidepress|medic|drug|prescri|dose"
    r"|treat|cure|heal\b|therap|clinical|depress|anxi|disorder|diabet|obes|weight loss",
    re.IGNORECASE,
)
MEDICINE = (
    r"(?:\w+\s+){0,2}(?:medicines?|medications?|antidepress\w+|tablets?|pills?|drugs?"
    r"|pharmacotherapy)"
)
# Only advice to give up a medicine: "does not replace your medicine" must stay sayable.
GIVING_UP_MEDICINE = re.compile(
    rf"\b(?:instead of|rather than|no (?:longer )?need for|(?:less|reduc\w*|lower\w*) (?:your )?"
    rf"(?:reliance|dependence) on)\s+{MEDICINE}"
    rf"|\b(?:can|may|could|will)\s+(?:safely\s+)?(?:replace|stop|skip|quit|drop|come off"
    rf"|cut down)\s+(?:on\s+)?{MEDICINE}",
    re.IGNORECASE,
)


def validate_button_label(label: str) -> None:
    """Refuse a button that names an illness, a medicine or a treatment."""
    if found := BUTTON_WORDS.search(label):
        raise ValidationError(
            f"The button leads to a general strength plan, so it cannot say “{found.group()}”. "
            "“Build my free plan” always works.",
            code="claim",
        )


def validate_article_text(field: str, text: str) -> None:
    """Refuse text that tells readers to give up or cut a medicine."""
    if found := GIVING_UP_MEDICINE.search(text):
        raise ValidationError(
            {
                field: ValidationError(
                    f"“{found.group()}” reads as advice to give up a medicine. Say what was "
                    "studied, and that changes are for the prescriber.",
                    code="claim",
                )
            }
        )
