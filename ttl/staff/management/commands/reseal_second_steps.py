"""The command after a change of PLAN_SECRETS, for phones that nobody uses meanwhile."""

from collections import Counter

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from ttl.staff import sealing
from ttl.staff.models import Phone


class Command(BaseCommand):
    help = "Seal the secrets of phones by the newest of PLAN_SECRETS; safe while the site runs."

    def handle(self, **_options: object) -> None:
        """Go through the phones one by one, and fail if one could not be opened."""
        found = Counter(_reseal(pk) for pk in Phone.objects.values_list("pk", flat=True))
        self.stdout.write(f"Sealed anew: {found['sealed']}. As they were: {found['kept']}.")
        if found["unreadable"]:
            raise CommandError(
                f"Phones whose secret cannot be opened: {found['unreadable']}. Is an old version"
                " missing from PLAN_SECRETS? Their owners need recovery codes until it is back."
            )


@transaction.atomic
def _reseal(pk: int) -> str:
    phone = Phone.objects.select_for_update().filter(pk=pk).first()
    if phone is None or sealing.is_newest(phone.key):
        return "kept"
    try:
        phone.reseal()
    except sealing.Unreadable:
        return "unreadable"
    return "sealed"
