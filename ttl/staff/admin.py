"""Accounts and roles, for administrators who are no superusers too."""

from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles.roles import ROLES
from ttl.staff import events, second_step, sitting
from ttl.staff.accounts import may_manage, rights_of, roles_within_reach
from ttl.staff.models import Event, Kind, Phone

# Their pages show the secrets of phones.
admin.site.unregister([TOTPDevice, StaticDevice, User, Group])

DATES = ["last_login", "date_joined"]
FOR_SUPERUSERS = {"is_superuser", "user_permissions"}
ROLES_IN_WORDS = format_html_join("", "<p><strong>{}</strong>: {}</p>", ROLES.items())


class Recorded(admin.ModelAdmin):
    """Writes each change of accounts and roles into the trail, besides the history of the row."""

    def log_addition(self, request: HttpRequest, row: User | Group, message: object):
        return self._recorded(Kind.ADDED, request, super().log_addition(request, row, message))

    def log_change(self, request: HttpRequest, row: User | Group, message: object):
        return self._recorded(Kind.CHANGED, request, super().log_change(request, row, message))

    def log_deletions(self, request: HttpRequest, rows: QuerySet):
        for row in rows:
            events.record(Kind.DELETED, request.user.username, about=str(row))
        return super().log_deletions(request, rows)

    def _recorded(self, kind: Kind, request: HttpRequest, entry: LogEntry) -> LogEntry:
        row = entry.get_edited_object()
        note = f"{entry.get_change_message()} {events.rights_now(row)}"
        events.record(kind, request.user.username, about=str(row), note=note)
        return entry


@admin.register(User)
class AccountAdmin(Recorded, UserAdmin):
    """Accounts; only superusers touch a superuser, or give rights outside a role."""

    list_display = ["username", "email", "is_staff", "is_active", "has_second_step"]

    def get_queryset(self, request: HttpRequest):
        devices = Phone.objects.filter(user=OuterRef("pk"), confirmed=True)
        return super().get_queryset(request).annotate(protected=Exists(devices))

    @admin.display(description="second step", boolean=True, ordering="protected")
    def has_second_step(self, user: User) -> bool:
        return user.protected

    @admin.display(description="second step")
    def signing_in(self, user: User) -> str:
        if not user.protected:
            return "None yet. They set it up themselves, under “Your second step”."
        place = reverse("admin:reset_second_step", args=[user.pk])
        return format_html('Set up. <a href="{}">Take it away</a> if the phone is lost.', place)

    def get_readonly_fields(self, request: HttpRequest, user: User | None = None):
        return [*super().get_readonly_fields(request, user), "signing_in", *DATES]

    def get_fieldsets(self, request: HttpRequest, user: User | None = None):
        if user is None:
            return super().get_fieldsets(request, user)
        rights = ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]
        if not request.user.is_superuser:
            rights = [field for field in rights if field not in FOR_SUPERUSERS]
        return [
            (None, {"fields": ["username", "password", "signing_in"]}),
            ("The person", {"fields": ["first_name", "last_name", "email"]}),
            ("What they may do", {"fields": rights, "description": ROLES_IN_WORDS}),
            ("Dates", {"fields": DATES}),
        ]

    def formfield_for_manytomany(self, db_field, request, **options):
        if db_field.name == "groups":
            options["queryset"] = roles_within_reach(request.user)
        return super().formfield_for_manytomany(db_field, request, **options)

    def has_change_permission(self, request: HttpRequest, user: User | None = None) -> bool:
        allowed = super().has_change_permission(request, user)
        return allowed and (user is None or may_manage(request.user, user))

    def has_delete_permission(self, request: HttpRequest, user: User | None = None) -> bool:
        allowed = super().has_delete_permission(request, user)
        return allowed and (user is None or may_manage(request.user, user))

    def save_model(self, request: HttpRequest, user: User, form: object, change: bool) -> None:
        super().save_model(request, user, form, change)
        if not user.is_active:
            # Or they would live again with the account.
            sitting.end_everywhere(user)

    def get_urls(self):
        reset = self.admin_site.admin_view(self.reset_second_step)
        return [
            path("<int:pk>/second-step/", reset, name="reset_second_step"),
            *super().get_urls(),
        ]

    def reset_second_step(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take the second step off the account of a colleague who lost the phone."""
        colleague = get_object_or_404(User, pk=pk)
        # One's own is turned off with a code, as by anybody at one's unlocked computer.
        if colleague == request.user or not self.has_change_permission(request, colleague):
            raise PermissionDenied
        if request.method == "POST":
            second_step.remove(colleague, by=request.user.username)
            self.log_change(request, colleague, "Took the second step away.")
            messages.success(request, f"{colleague} has no second step now.")
            return redirect("admin:auth_user_change", pk)
        context = {**self.admin_site.each_context(request), "colleague": colleague}
        context["title"] = f"Take the second step of {colleague} away"
        return render(request, "staff/reset_second_step.html", context)


@admin.register(Group)
class RoleAdmin(Recorded, GroupAdmin):
    """Roles; each person sees, gives and takes only rights of their own."""

    def formfield_for_manytomany(self, db_field, request, **options):
        if db_field.name == "permissions":
            options["queryset"] = rights_of(request.user)
        return super().formfield_for_manytomany(db_field, request, **options)

    def has_change_permission(self, request: HttpRequest, role: Group | None = None) -> bool:
        return super().has_change_permission(request, role) and self._reaches(request, role)

    def has_delete_permission(self, request: HttpRequest, role: Group | None = None) -> bool:
        return super().has_delete_permission(request, role) and self._reaches(request, role)

    def _reaches(self, request: HttpRequest, role: Group | None) -> bool:
        return role is None or roles_within_reach(request.user).filter(pk=role.pk).exists()


@admin.register(Event)
class TrailAdmin(admin.ModelAdmin):
    """The trail, to read; nobody adds to it, changes it or shortens it by hand."""

    list_display = ["at", "kind", "who", "about", "note"]
    list_filter = ["kind", "at"]
    search_fields = ["who", "about"]
    ordering = ["-pk"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, event: Event | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, event: Event | None = None) -> bool:
        return False
