"""Boxes that find a row as one types, for whatever was sent in them."""

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

# No database holds a number of more digits as the key of a row.
MOST_DIGITS = 18


class _KnownOnly:
    """Offers again only what can be a row; Django would ask the database for anything at all."""

    def optgroups(self, name, value, attrs=None):
        return super().optgroups(name, [each for each in value if _is_a_number(each)], attrs)


class OneRow(_KnownOnly, AutocompleteSelect):
    """One row."""


class SomeRows(_KnownOnly, AutocompleteSelectMultiple):
    """Any number of rows."""


class ChoiceDesk(admin.options.BaseModelAdmin):
    """Shows a form again, whatever stood in a box that finds rows."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        return self._careful(OneRow, super().formfield_for_foreignkey, db_field, request, kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return self._careful(SomeRows, super().formfield_for_manytomany, db_field, request, kwargs)

    def _careful(self, widget, usual, db_field, request, kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = widget(db_field, self.admin_site)
        return usual(db_field, request, **kwargs)


def _is_a_number(typed: object) -> bool:
    digits = str(typed)
    return digits.isdecimal() and len(digits) <= MOST_DIGITS
