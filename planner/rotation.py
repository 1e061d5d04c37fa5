"""Change the server's secret of all private plans while the site runs; tell how far that is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Count, Max, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from planner import vault
from planner.models import PlanLink, PrivatePlan

BATCH_ROWS = 500
# Rows whose outer layer can be changed; those of the first form wait for their links.
HAS_TWO_LAYERS = Exact(Length("wrapped_key"), vault.WRAPPED_KEY_BYTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """What rests on one version of the secret, and when the last of it ends unless it is used."""

    plans: int = 0
    links: int = 0
    of_first_form: int = 0
    ends_at: datetime | None = None


def resting_on_each_version() -> dict[str, Resting]:
    """Count what rests on each version, those without anything and those we lack too."""
    of_first_form = Count("pk", filter=~Q(HAS_TWO_LAYERS))
    rows = {
        model: {
            version: (count, first_form, ends_at)
            for version, count, first_form, ends_at in model.objects.values("key_version")
            .annotate(count=Count("pk"), first_form=of_first_form, ends_at=Max(ends))
            .values_list("key_version", "count", "first_form", "ends_at")
        }
        for model, ends in ((PrivatePlan, "expires_at"), (PlanLink, "plan__expires_at"))
    }
    versions = {**settings.PLAN_SECRETS, **rows[PrivatePlan], **rows[PlanLink]}
    return {version: _both(*(each.get(version) for each in rows.values())) for version in versions}


def versions_in_use() -> set[str]:
    """Name the versions that anything rests on, by one step in an index for each."""
    return {version for model in (PrivatePlan, PlanLink) for version in _versions(model)}


def _versions(model: type[PrivatePlan | PlanLink]) -> Iterator[str]:
    # DISTINCT would read all rows, of which nearly every one says the same.
    rows = model.objects.order_by("key_version").values_list("key_version", flat=True)
    version = rows.first()
    while version is not None:
        yield version
        version = rows.filter(key_version__gt=version).first()


def rewrap() -> int:
    """Bring every row under the newest secret, one at a time, and say how many could not be.

    A row is changed only from what was read, so a visitor who saves meanwhile comes first. To stop
    half-way harms nothing: what is left is found again.
    """
    newest = next(iter(settings.PLAN_SECRETS))
    behind = ~Q(key_version=newest) & Q(HAS_TWO_LAYERS)
    plans = PrivatePlan.objects.filter(behind).order_by("pk")
    links = PlanLink.objects.filter(behind).select_related("plan").order_by("pk")
    return sum(rewrap_row(row) is False for rows in (plans, links) for row in _in_batches(rows))


def _in_batches(rows) -> Iterable[PrivatePlan | PlanLink]:
    batch = list(rows[:BATCH_ROWS])
    while batch:
        yield from batch
        batch = list(rows.filter(pk__gt=batch[-1].pk)[:BATCH_ROWS])


def rewrap_row(row: PrivatePlan | PlanLink) -> bool:
    """Bring one row under the newest secret, unless it changed since it was read."""
    try:
        newer = row.outer_key.rewrap(row.wrapped)
    except vault.Unreadable:
        return False
    type(row).objects.filter(pk=row.pk, wrapped_key=row.wrapped.wrapped_key).update(
        wrapped_key=newer.wrapped_key, key_version=newer.key_version
    )
    return True


def _both(plans: tuple | None, links: tuple | None) -> Resting:
    found = [each for each in (plans, links) if each]
    return Resting(
        plans=plans[0] if plans else 0,
        links=links[0] if links else 0,
        of_first_form=sum(each[1] for each in found),
        ends_at=max((each[2] for each in found), default=None),
    )
