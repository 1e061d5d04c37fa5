"""The desk as Django's admin, and this package as an app of its own."""

from django.apps import AppConfig

# Not the class by its name: Django would take it for a second configuration of this package.
from django.contrib.admin import apps as admin


class DeskConfig(admin.AdminConfig):
    default = False
    default_site = "ttl.staff.site.DeskSite"


class StaffConfig(AppConfig):
    name = "ttl.staff"
