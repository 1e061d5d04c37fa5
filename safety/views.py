"""The pages on safety that everybody may read, and the form to report a problem."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from safety.forms import ReportForm
from safety.models import REPORT_DAYS, Pause
from safety.promises import PROMISES, last_run


@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    """Say what TTL is for, what its plans promise, how that was checked and what is still open."""
    context = {"promises": PROMISES, "run": last_run(), "pause": Pause.objects.in_force()}
    return render(request, "safety/safety.html", context)


# No cookie speaks for a visitor here, so there is nothing that a token could protect.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Take a report from anybody, without asking who they are."""
    form = ReportForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        form.save()
        return redirect("safety:reported")
    return render(request, "safety/report.html", {"form": form, "days": REPORT_DAYS})


@require_safe
def reported(request: HttpRequest) -> HttpResponse:
    """Say thank you, and what happens next."""
    return render(request, "safety/reported.html")
