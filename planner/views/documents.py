"""A plan, or the question to a clinician, on paper: a page to print, and PDFs."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from planner.exports.pdf import NoPdfError, as_pdf
from planner.forms.paper import PrintForm
from planner.in_force import PlanToday, opened
from planner.models import PrivatePlan
from planner.presenters.paper import Document
from planner.presenters.plan_paper import plan_paper, usual_sheet
from planner.presenters.summary_paper import summary_paper
from planner.private import private_page, same_origin_post
from planner.state import decode
from planner.views.exports import download


@private_page
@same_origin_post
@require_safe
def print_plan(request: HttpRequest, token: str) -> HttpResponse:
    """Show the plan as it comes out on paper, and the choices for it."""
    now = opened(PrivatePlan.objects.read(token))
    form = PrintForm(request.GET.dict(), usual_sheet(now.state.answers))
    form.full_clean()
    context = {"document": _plan(now, form, _link(request, token)), "form": form, "token": token}
    return render(request, "planner/print.html", context)


@private_page
@same_origin_post
@require_safe
def plan_pdf(request: HttpRequest, token: str) -> HttpResponse:
    """Give the plan as a PDF; a choice that cannot be read is shown on the print page."""
    now = opened(PrivatePlan.objects.read(token))
    form = PrintForm(request.GET.dict(), usual_sheet(now.state.answers))
    way_out = reverse("planner:print", kwargs={"token": token})
    if not form.is_valid():
        return redirect(f"{way_out}?{request.GET.urlencode()}")
    document = _plan(now, form, _link(request, token))
    return _pdf(request, document, form, "strength-plan.pdf", way_out)


@private_page
@same_origin_post
@require_safe
def summary_pdf(request: HttpRequest, token: str) -> HttpResponse:
    """Give the question to a clinician as a PDF, where a check comes first."""
    state = decode(PrivatePlan.objects.read(token))
    if state.help_shown or state.refusal is None:
        raise Http404
    form = PrintForm(request.GET.dict(), usual_sheet(state.answers))
    way_out = reverse("planner:summary", kwargs={"token": token})
    if not form.is_valid():
        return redirect(way_out)
    document = summary_paper(state.refusal, state.answers)
    return _pdf(request, document, form, "summary-for-clinician.pdf", way_out)


def _link(request: HttpRequest, token: str) -> str:
    return request.build_absolute_uri(reverse("planner:plan", kwargs={"token": token}))


def _plan(now: PlanToday, form: PrintForm, link: str) -> Document:
    """Lay out the plan in force with the answers it was made from, and where the log has led."""
    chapter = now.state.chapters[-1]
    return plan_paper(
        chapter.plan,
        chapter.answers,
        is_large=form.is_large,
        address=link if form.has_link else "",
        next_session=now.standing.next if chapter.sessions else None,
    )


def _pdf(
    request: HttpRequest, document: Document, form: PrintForm, name: str, way_out: str
) -> HttpResponse:
    """Answer with the file, or say kindly that it could not be made and what can be had instead."""
    try:
        content = as_pdf(document, form.sheet_chosen, is_large=form.is_large)
    except NoPdfError:
        context = {"way_out": way_out}
        return render(request, "planner/no_pdf.html", context, status=503)
    return download(content, "application/pdf", name)
