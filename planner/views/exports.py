"""Taking a plan elsewhere: data, a table of the log, a health record; and reading a plan back."""

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from planner.engine import Disposition
from planner.exports.data import plan_file
from planner.exports.fhir import bundle
from planner.exports.importing import HelpFirstError, UnusableFileError, read_plan_file
from planner.exports.schema import plan_file_schema
from planner.exports.spreadsheet import log_table
from planner.forms.exports import PlanFileForm
from planner.in_force import in_force
from planner.models import PrivatePlan
from planner.presenters.help import help_for
from planner.private import private_page, same_origin_post
from planner.state import decode, encode
from planner.views.questionnaire import get_or_post


def download(content: bytes, content_type: str, name: str) -> HttpResponse:
    """Answer with a file, whose name says nothing about the person."""
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=disposition)


@private_page
@same_origin_post
@require_safe
def take(request: HttpRequest, token: str) -> HttpResponse:
    """List every form in which the plan can be taken along."""
    in_force(PrivatePlan.objects.read(token))
    return render(request, "planner/take.html", {"token": token})


@private_page
@same_origin_post
@require_safe
def data(request: HttpRequest, token: str) -> HttpResponse:
    """Give people what is theirs: answers and log always, doses only of a plan in force."""
    state = decode(PrivatePlan.objects.read(token))
    if state.help_shown:
        raise Http404
    content = plan_file(state, timezone.localdate())
    return download(content, "application/json", "strength-plan.json")


@private_page
@same_origin_post
@require_safe
def log(request: HttpRequest, token: str) -> HttpResponse:
    """Give the log as a table, one row a set."""
    state = in_force(PrivatePlan.objects.read(token))
    return download(log_table(state), "text/csv; charset=utf-8", "strength-log.csv")


@private_page
@same_origin_post
@require_safe
def health_record(request: HttpRequest, token: str) -> HttpResponse:
    """Give the plan as a FHIR bundle."""
    state = in_force(PrivatePlan.objects.read(token))
    content = msgspec.json.encode(bundle(state, state.chapters[-1].plan, timezone.now()))
    return download(content, "application/fhir+json", "strength-plan.fhir.json")


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """Publish what a plan file looks like, for whoever writes a program that reads one."""
    response = JsonResponse(plan_file_schema(), json_dumps_params={"indent": 1})
    response["Content-Type"] = "application/schema+json"
    return response


@private_page
@same_origin_post
@get_or_post
def read_back(request: HttpRequest) -> HttpResponse:
    """Make a new private record from a saved plan file."""
    form = PlanFileForm(request.POST, request.FILES) if request.method == "POST" else PlanFileForm()
    if form.is_bound and form.is_valid():
        try:
            imported = read_plan_file(form.cleaned_data["file"].read(), timezone.localdate())
        except UnusableFileError as error:
            form.add_error("file", str(error))
        except HelpFirstError as error:
            return _help_first(request, error)
        else:
            token = PrivatePlan.objects.start(encode(imported.state))
            return render(request, "planner/imported.html", {"file": imported, "token": token})
    return render(request, "planner/import.html", {"form": form})


def calls_for_help(request: HttpRequest) -> bool:
    """Say whether a file was sent whose answers are met with help; nothing is kept."""
    form = PlanFileForm(request.POST, request.FILES)
    try:
        if form.is_valid():
            read_plan_file(form.cleaned_data["file"].read(), timezone.localdate())
    except UnusableFileError:
        return False
    except HelpFirstError:
        form.cleaned_data["file"].seek(0)
        return True
    return False


def _help_first(request: HttpRequest, error: HelpFirstError) -> HttpResponse:
    """Show help at once; nothing of the file is kept."""
    context = {
        "rule": error.rule,
        "urgent": error.rule.disposition is Disposition.URGENT_HELP,
        "show_lines": error.rule.id != "SCR-10",
        "help": help_for(error.answers.country),
    }
    return render(request, "planner/stop.html", context)
