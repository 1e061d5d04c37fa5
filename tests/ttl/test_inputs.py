"""Plain inputs are written without a template, letter for letter as Django writes them."""

from datetime import date
from decimal import Decimal

import pytest
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from ttl.inputs import OPTIONS, PLAIN, Renderer

ATTRIBUTES = {
    "id": "id_pain",
    "checked": True,
    "required": False,
    "max": 10,
    "data-about": "\"><b>&'",
}
VALUES = (
    *(None, "", 0, 7, Decimal("7.50"), date(2026, 3, 9), "two words", "\"><script>&'"),
    *(mark_safe("&amp;"), gettext_lazy("Yes"), True, False),
)


@pytest.mark.parametrize("template", sorted(PLAIN | OPTIONS))
@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_an_input_is_written_as_django_writes_it(template, value):
    widget = {"type": "text", "name": "pain", "value": value, "attrs": ATTRIBUTES}
    context = {"widget": {**widget, "wrap_label": False}}

    written = Renderer().render(template, context)

    assert written == DjangoTemplates().render(template, context).strip()


@pytest.mark.parametrize("template", sorted(OPTIONS))
def test_an_option_within_its_label_is_left_to_django(template):
    widget = {"type": "radio", "name": "pain", "value": 1, "attrs": {"id": "a"}, "label": "<b>"}
    context = {"widget": {**widget, "wrap_label": True}}

    written = Renderer().render(template, context)

    assert written == DjangoTemplates().render(template, context)
