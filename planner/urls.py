"""Addresses of the planner: the start, the help lines and everything under one private link."""

from django.urls import include, path

# The import registers the `token` converter.
from planner import (
    calendar_views,
    check_views,
    diary_views,
    document_views,
    export_views,
    log_views,
    plan_views,
    private,
    progress_views,
    questionnaire_views,
    share_views,
    today_views,
    views,
)

app_name = "planner"
private_urls = [
    path("", plan_views.plan, name="plan"),
    path("plan/", plan_views.whole_plan, name="whole-plan"),
    path("feeling/", today_views.feeling, name="feeling"),
    path("swap/<int:place>/", today_views.swap, name="swap"),
    path("lighter/", today_views.lighter, name="lighter"),
    path("well/", today_views.well, name="well"),
    path("if-then/", today_views.if_then, name="if-then"),
    path("session/<int:number>/", log_views.session, name="log"),
    path("session/<int:number>/press/", log_views.press, name="log-press"),
    path("session/<int:number>/saved/", diary_views.saved, name="log-saved"),
    path("session/<int:number>/delete/", diary_views.delete, name="log-delete"),
    path("session/<int:number>/tiny/", log_views.session, {"way": "tiny"}, name="log-tiny"),
    path("session/<int:number>/stop/", log_views.session, {"way": "stop"}, name="log-stop"),
    path("sessions/", diary_views.diary, name="diary"),
    path("summary/", plan_views.summary, name="summary"),
    path("summary-for-clinician.pdf", document_views.summary_pdf, name="summary-pdf"),
    path("print/", document_views.print_plan, name="print"),
    path("strength-plan.pdf", document_views.plan_pdf, name="plan-pdf"),
    path("take/", export_views.take, name="take"),
    path("data/", export_views.data, name="data"),
    path("log-table/", export_views.log, name="log-table"),
    path("health-record/", export_views.health_record, name="health-record"),
    path("calendar/", calendar_views.calendar, name="calendar"),
    path("calendar/file/", calendar_views.calendar_download, name="calendar-file"),
    path("calendar/link/", calendar_views.calendar_link, name="calendar-link"),
    path("mood/", check_views.mood_check, name="mood"),
    path("progress/", progress_views.progress, name="progress"),
    path("share/", share_views.share, name="share"),
    path("erase/", plan_views.erase, name="erase"),
    path("questions/<int:number>/", questionnaire_views.question, name="question"),
    path("safe/", questionnaire_views.safe, name="safe"),
    path("check/", questionnaire_views.check, name="check"),
]
urlpatterns = [
    path("plan/", views.start, name="start"),
    path(private.PLAN_FILE_ADDRESS, export_views.read_back, name="import"),
    path("plan-file.schema.json", export_views.schema, name="schema"),
    path("help/", views.help_now, name="help"),
    path(f"shared/<{private.CONVERTER}:token>/", share_views.shared_plan, name="shared"),
    path(
        f"calendar/<{private.CONVERTER}:token>.ics",
        calendar_views.calendar_feed,
        name="calendar-feed",
    ),
    path(f"plan/<{private.CONVERTER}:token>/", include(private_urls)),
]
