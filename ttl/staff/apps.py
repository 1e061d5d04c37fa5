"""The desk as Django's admin, and this package as an app of its own."""

from django.apps import AppConfig

# Not the class by its name: Django would take it for a second configuration of this package.
from django.contrib.admin import apps as admin
from django.core.checks import register


class DeskConfig(admin.AdminConfig):
    default = False
    default_site = "ttl.staff.site.DeskSite"


class StaffConfig(AppConfig):
    name = "ttl.staff"

    def ready(self) -> None:
        """Have the address of the desk checked as the site starts."""
        from ttl.staff.checks import desk_stands_alone  # noqa: PLC0415 - once the apps are there

        register(desk_stands_alone)
