"""Write down what was done about signing in and about rights."""

from django.contrib.auth.models import Group, User

from ttl.staff.models import Event, Kind

# Who did what was done by a command, on the machine itself.
COMMAND_LINE = "(command line)"


def record(kind: Kind, who: str, about: str = "", note: str = "") -> None:
    """Add one line to the trail."""
    Event.objects.create(kind=kind, who=who, about=about, note=note)


def record_wrong_password(name: str) -> None:
    """Note a refusal under the name of an account, never under anything else that was typed.

    People type passwords into the field above by mistake.
    """
    known = User.objects.filter(username=name).values_list("username", flat=True).first()
    record(Kind.WRONG_PASSWORD, who="", about=known or "")


def rights_now(row: User | Group) -> str:
    """Say in words what an account or a role may do after a change."""
    if isinstance(row, Group):
        rights = sorted(row.permissions.values_list("codename", flat=True))
        return f"Now: {', '.join(rights) or 'no rights'}."
    marks = [word for word in ("is_active", "is_staff", "is_superuser") if getattr(row, word)]
    roles = sorted(row.groups.values_list("name", flat=True))
    extra = sorted(row.user_permissions.values_list("codename", flat=True))
    return f"Now: {', '.join([*marks, *roles, *extra]) or 'closed'}."
