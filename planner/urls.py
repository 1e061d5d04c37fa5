"""Addresses of the planner: the start, the help lines and everything under one private link."""

from django.urls import include, path

# The import registers the `token` converter.
from planner import (
    calendar_views,
    check_views,
    document_views,
    export_views,
    plan_views,
    private,
    progress_views,
    questionnaire_views,
    views,
)

app_name = "planner"
private_urls = [
    path("", plan_views.plan, name="plan"),
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
    path("mood/", check_views.mood_check, name="mood"),
    path("progress/", progress_views.progress, name="progress"),
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
    path(f"plan/<{private.CONVERTER}:token>/", include(private_urls)),
]
