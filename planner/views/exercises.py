"""The public pages of the exercises: the same for everybody, so that they can be cached."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import register_converter, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from planner.engine import EXERCISES, Exercise
from planner.forms.exercises import ExerciseFilterForm
from planner.presenters.exercise_page import by_pattern, exercise_page


class ExerciseAddress:
    """An exercise in an address: its code with hyphens; an unknown one is no address."""

    regex = "[a-z-]+"

    def to_python(self, value: str) -> Exercise:
        exercise = EXERCISES.get(value.replace("-", "_"))
        if exercise is None:
            raise ValueError(value)
        return exercise

    def to_url(self, code: str) -> str:
        return code.replace("_", "-")


register_converter(ExerciseAddress, "exercise")


@require_safe
def exercise_list(request: HttpRequest) -> HttpResponse:
    """List all exercises, or those that fit the filters."""
    form = ExerciseFilterForm(request.GET)
    groups = by_pattern(**form.cleaned_data) if form.is_valid() else by_pattern()
    count = sum(len(pages) for _title, pages in groups)
    context = {
        "form": form,
        "groups": groups,
        "found": ngettext("%(count)d exercise", "%(count)d exercises", count) % {"count": count},
        "trail": [(_("Home"), reverse("home")), (_("Exercises"), "")],
    }
    page = render(request, "planner/exercises.html", context)
    if form.errors:
        # Of what fits no filter there is no end, so none of it is kept anywhere.
        page["Cache-Control"] = "no-cache"
    return page


@require_safe
def exercise_detail(request: HttpRequest, exercise: Exercise) -> HttpResponse:
    """Show how to do one exercise."""
    trail = [
        (_("Home"), reverse("home")),
        (_("Exercises"), reverse("planner:exercises")),
        (_(exercise.name), ""),
    ]
    context = {"page": exercise_page(exercise), "trail": trail}
    return render(request, "planner/exercise.html", context)
