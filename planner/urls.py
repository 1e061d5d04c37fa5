"""Addresses of the planner: the start, the help lines and everything under one private link."""

from django.urls import include, path

# The import registers the `token` converter.
from planner import private
from planner.views import (
    calendar,
    changes,
    checks,
    clearance,
    diary,
    documents,
    exports,
    log,
    plan,
    progress,
    questionnaire,
    share,
    start,
    today,
)

app_name = "planner"
private_urls = [
    path("", plan.plan, name="plan"),
    path("plan/", plan.whole_plan, name="whole-plan"),
    path("feeling/", today.feeling, name="feeling"),
    path("swap/<int:place>/", today.swap, name="swap"),
    path("lighter/", today.lighter, name="lighter"),
    path("well/", today.well, name="well"),
    path("if-then/", today.if_then, name="if-then"),
    path("session/<int:number>/", log.session, name="log"),
    path("session/<int:number>/press/", log.press, name="log-press"),
    path("session/<int:number>/saved/", diary.saved, name="log-saved"),
    path("session/<int:number>/delete/", diary.delete, name="log-delete"),
    path("session/<int:number>/tiny/", log.session, {"way": "tiny"}, name="log-tiny"),
    path("session/<int:number>/stop/", log.session, {"way": "stop"}, name="log-stop"),
    path("sessions/", diary.diary, name="diary"),
    path("summary/", plan.summary, name="summary"),
    path("summary-for-clinician.pdf", documents.summary_pdf, name="summary-pdf"),
    path("print/", documents.print_plan, name="print"),
    path("strength-plan.pdf", documents.plan_pdf, name="plan-pdf"),
    path("take/", exports.take, name="take"),
    path("data/", exports.data, name="data"),
    path("log-table/", exports.log, name="log-table"),
    path("health-record/", exports.health_record, name="health-record"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/file/", calendar.calendar_download, name="calendar-file"),
    path("calendar/link/", calendar.calendar_link, name="calendar-link"),
    path("mood/", checks.mood_check, name="mood"),
    path("progress/", progress.progress, name="progress"),
    path("agreed/", clearance.agreed, name="agreed"),
    path("helper/", plan.helper_sheet, name="helper"),
    path("share/", share.share, name="share"),
    path("erase/", plan.erase, name="erase"),
    path("questions/<int:number>/", questionnaire.question, name="question"),
    path("safe/", questionnaire.safe, name="safe"),
    path("check/", questionnaire.check, name="check"),
    path("changes/", changes.changes, name="changes"),
    path("what-if/", changes.what_would_change, name="what-if"),
    path("evidence/", changes.evidence, name="evidence"),
    path("again/", changes.again, name="again"),
    path("next/", changes.go_on_after, name="next"),
]
urlpatterns = [
    path("plan/", start.start, name="start"),
    path(private.PLAN_FILE_ADDRESS, exports.read_back, name="import"),
    path("plan-file.schema.json", exports.schema, name="schema"),
    path("help/", start.help_now, name="help"),
    path(f"shared/<{private.CONVERTER}:token>/", share.shared_plan, name="shared"),
    path(
        f"calendar/<{private.CONVERTER}:token>.ics",
        calendar.calendar_feed,
        name="calendar-feed",
    ),
    path(f"plan/<{private.CONVERTER}:token>/", include(private_urls)),
]
