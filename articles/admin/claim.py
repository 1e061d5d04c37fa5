"""The ledger of effect sizes."""

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from articles.admin.notice import NoticeDesk, NoticeForm
from articles.admin.rights import is_left_to_editors
from articles.ledger import forms_in_use, uses_of
from articles.models import Claim


class ClaimForm(NoticeForm):
    """Sees that only those who publish put a row before readers, and that a changed row still has
    every form that a text shows of it.
    """

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        if is_left_to_editors(self.user, Claim(source=cleaned["source"])):
            problem = (
                "Readers can see that source's page, and would see this row at once. Ask an editor "
                "to add it."
            )
            raise forms.ValidationError({"source": problem})
        if self.instance.pk:
            self._refuse_lost_forms(Claim(**self.columns(cleaned)))
        return cleaned

    def _refuse_lost_forms(self, changed: Claim) -> None:
        try:
            changed.validate_constraints()
        except forms.ValidationError:
            return  # it is no figure at all, which Django says next
        kept = changed.figure.forms
        for where, form in forms_in_use(self.instance.key):
            if form not in kept:
                raise forms.ValidationError(
                    f"The {where} shows [[{self.instance.key}:{form}]], which needs what you "
                    "emptied here. Fill it in again, or change that text first."
                )


@admin.register(Claim)
class ClaimAdmin(NoticeDesk):
    form = ClaimForm
    list_display = ["marker", "outcome", "population", "figure", "certainty", "checked_date"]
    list_filter = ["measure", "certainty", "outcome"]
    list_select_related = ["source"]
    search_fields = ["key", "outcome", "population", "source__label", "source__key"]
    autocomplete_fields = ["source"]
    date_hierarchy = "checked_date"
    fieldsets = [
        ("What the figure is about", {"fields": ["key", "source", "outcome"]}),
        ("Who, and against what", {"fields": ["population", "comparison"]}),
        (
            "The figure, exactly as printed",
            {
                "fields": [
                    "measure",
                    ("estimate", "decimals"),
                    ("low", "high"),
                    ("interval", "level"),
                    "better",
                ],
                "description": "A change here changes every page that shows this row. Leave empty "
                "what you have not seen.",
            },
        ),
        (
            "How sure it is",
            {"fields": ["i_squared", ("trials", "participants"), "certainty", "note"]},
        ),
        ("Checked", {"fields": ["checked_date", "shown_in"]}),
    ]

    @admin.display(description="marker", ordering="key")
    def marker(self, claim: Claim) -> str:
        return f"[[{claim.key}]]"

    @admin.display(description="figure")
    def figure(self, claim: Claim) -> str:
        return claim.effect.printed()

    @admin.display(description="shown in")
    def shown_in(self, claim: Claim) -> str:
        return ", ".join(uses_of(claim.key)) if claim.pk else ""

    def get_readonly_fields(self, _request: HttpRequest, claim: Claim | None = None) -> list[str]:
        # Texts show the row by its key, so it stays what it was.
        return ["key", "shown_in"] if claim else ["shown_in"]

    def has_delete_permission(self, request: HttpRequest, claim: Claim | None = None) -> bool:
        # A text that shows the row would be left with a marker and no figure.
        return not (claim and uses_of(claim.key)) and super().has_delete_permission(request, claim)

    def get_actions(self, request: HttpRequest) -> dict[str, object]:
        # Rows are deleted one by one, where it is known whether a text shows them.
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def view_on_site(self, claim: Claim) -> str:
        return claim.source.get_absolute_url()
