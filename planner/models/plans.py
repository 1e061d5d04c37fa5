"""Private plans: sealed records that only their links can find and open."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import partial

from django.conf import settings
from django.db import models, transaction
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.utils import timezone

from planner import disk, vault
from planner.models.erased import ErasedPlan
from planner.models.links import LOOKUP_BYTES, PlanLink, key_is_whole
from planner.models.weeks import week_of

# A draft lives for 24 hours after its last save, rounded up to a whole hour.
DRAFT_LIFE = timedelta(hours=24)
# A finished plan lives for 12 months after the week of its last use: that week and the 53 after it.
PLAN_LIFE = timedelta(weeks=54)


@dataclass(slots=True, kw_only=True)
class Draft:
    """What may change inside `edit`: the payload, and finished, which never goes back."""

    payload: bytes
    finished: bool


class PrivatePlanQuerySet(models.QuerySet["PrivatePlan"]):
    """Bytes in, bytes out; the token is the only way to a plan."""

    def expired(self) -> "PrivatePlanQuerySet":
        """Return the plans whose time is over; to a visitor they are already gone."""
        return self.filter(_time_is_over())

    def start(self, payload: bytes) -> str:
        """Make a draft and return its token, which is stored nowhere."""
        token = vault.new_token()
        plan = self.model(lookup=vault.lookup(token), created_week=week_of(timezone.now()))
        plan.sealed = plan.key(token).seal(payload)
        plan.renew(finished=False)
        plan.save(using=self.db, force_insert=True)
        return token

    def read(self, token: str) -> bytes:
        """Return the payload; writes nothing but a finished plan's dates, and those once a week."""
        plan = self._live(token)
        payload = plan.key(token).unseal(plan.sealed)
        if plan.sealed.is_of_first_form:
            rows = self.model.objects.using(self.db).filter(pk=plan.pk)
            _give_two_layers(rows, plan.key(token), plan.sealed)
        if plan.is_finished and plan.renew(finished=True):
            # Only the dates, and only forwards: another tab may be saving the payload meanwhile.
            self.filter(pk=plan.pk, used_week__lt=plan.used_week).update(
                used_week=plan.used_week, expires_at=plan.expires_at
            )
        return payload

    @contextmanager
    def edit(self, token: str) -> Iterator[Draft]:
        """Lock a plan, lend out its contents and save what changed; an exception saves nothing."""
        with transaction.atomic(using=self.db):
            plan = self.select_for_update()._live(token)
            payload = plan.key(token).unseal(plan.sealed)
            draft = Draft(payload=payload, finished=plan.is_finished)
            yield draft
            finished = draft.finished or plan.is_finished
            changed = draft.payload != payload or finished != plan.is_finished
            if changed:
                plan.sealed = plan.key(token).reseal(plan.sealed, draft.payload)
                plan.revision += 1
            if plan.renew(finished=finished) or changed:
                plan.save(using=self.db, force_update=True)

    def make_link(self, token: str, use: vault.Use) -> str:
        """Make the only link for this use and return its token; an older one opens nothing now."""
        with transaction.atomic(using=self.db):
            plan = self.select_for_update()._live(token)
            link_token = vault.new_token()
            link = PlanLink(plan=plan, use=use, lookup=vault.lookup(link_token, use))
            link.wrapped = plan.key(token).wrap_for(plan.key(link_token, use), plan.sealed)
            plan.links.filter(use=use).delete()
            link.save(using=self.db, force_insert=True)
        return link_token

    def withdraw_link(self, token: str, use: vault.Use) -> None:
        """End the link for this use, at once; without one nothing happens."""
        self._live(token).links.filter(use=use).delete()

    def has_link(self, token: str, use: vault.Use) -> bool:
        """Say whether a link for this use is in force."""
        return self._live(token).links.filter(use=use).exists()

    def read_through(self, link_token: str, use: vault.Use) -> bytes:
        """Return the payload to whoever has a link for this use; it keeps no plan alive."""
        links = PlanLink.objects.using(self.db).select_related("plan")
        found = links.filter(
            lookup=vault.lookup(link_token, use), use=use, plan__expires_at__gt=timezone.now()
        )
        if (link := found.first()) is None:
            raise self.model.DoesNotExist
        key, wrapped = link.plan.key(link_token, use), link.wrapped
        payload = key.unseal(link.plan.sealed, wrapped)
        if wrapped.is_of_first_form:
            _give_two_layers(links.filter(pk=link.pk), key, wrapped)
        return payload

    def erase(self, token: str) -> None:
        """Erase a plan at once, with its links; a second press finds nothing and is no error."""
        self.filter(lookup=vault.lookup(token)).wipe()

    def wipe(self) -> int:
        """Delete these plans, put them on the list of erased ones and give how many they were."""
        with transaction.atomic(using=self.db):
            rows = list(self.select_for_update().values_list("pk", "lookup"))
            erased = [ErasedPlan.now(uid, lookup) for uid, lookup in rows]
            ErasedPlan.objects.using(self.db).bulk_create(erased, ignore_conflicts=True)
            self.model.objects.using(self.db).filter(pk__in=[uid for uid, _lookup in rows]).delete()
            # A failure here must not tell the person that nothing was erased: it is.
            transaction.on_commit(partial(disk.forget_deleted, self.db), self.db, robust=True)
        return len(rows)

    def is_erased(self, token: str) -> bool:
        """Say whether there was a plan under this token until a few weeks ago."""
        found = self.expired().filter(lookup=vault.lookup(token)).exists()
        return found or ErasedPlan.objects.using(self.db).has(token)

    def _live(self, token: str) -> "PrivatePlan":
        return self.exclude(_time_is_over()).get(lookup=vault.lookup(token))


class PrivatePlan(models.Model):
    """One visitor's draft or plan; without its link the row says nothing but its weeks."""

    uid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    lookup = models.BinaryField(unique=True)
    wrapped_key = models.BinaryField()
    key_version = models.CharField(max_length=32)
    payload = models.BinaryField()
    revision = models.PositiveIntegerField(default=1)
    created_week = models.DateField()
    # Empty while the plan is a draft, so that no flag can disagree with it.
    used_week = models.DateField(null=True)
    expires_at = models.DateTimeField(db_index=True)

    objects = PrivatePlanQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # no member of staff has any business with these rows
        indexes = [
            models.Index(name="plan_key_version", fields=["key_version"]),
            # With the week, which is always empty here: SQLite would look for it in each row.
            models.Index(
                name="plan_drafts",
                fields=["expires_at", "used_week"],
                condition=models.Q(used_week=None),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="plan_lookup_is_a_whole_hash",
                condition=Exact(Length("lookup"), LOOKUP_BYTES),
            ),
            models.CheckConstraint(
                name="plan_wrapped_key_is_whole",
                condition=key_is_whole(),
            ),
            models.CheckConstraint(
                name="plan_revision_counts_from_one",
                condition=models.Q(revision__gte=1),
            ),
            models.CheckConstraint(
                name="plan_used_after_created",
                condition=models.Q(used_week__isnull=True)
                | models.Q(used_week__gte=models.F("created_week")),
            ),
        ]

    def __str__(self) -> str:
        return f"Private plan {self.uid}"

    @property
    def is_finished(self) -> bool:
        """Say whether this is a plan and no longer a draft."""
        return self.used_week is not None

    @property
    def sealed(self) -> vault.Sealed:
        """The three sealed columns as one value."""
        return vault.Sealed(
            wrapped_key=bytes(self.wrapped_key),
            key_version=self.key_version,
            payload=bytes(self.payload),
        )

    @sealed.setter
    def sealed(self, sealed: vault.Sealed) -> None:
        self.wrapped_key = sealed.wrapped_key
        self.key_version = sealed.key_version
        self.payload = sealed.payload

    @property
    def wrapped(self) -> vault.WrappedKey:
        """The two columns of the key as one value."""
        return vault.WrappedKey(wrapped_key=bytes(self.wrapped_key), key_version=self.key_version)

    @property
    def outer_key(self) -> vault.OuterKey:
        """What changes the outer layer of this row's key, without its link."""
        return vault.OuterKey(uid=self.uid.bytes, secrets=settings.PLAN_SECRETS)

    def key(self, token: str, use: vault.Use = vault.Use.PLAN) -> vault.Key:
        """Return what opens this row, given the right token."""
        return vault.Key(token=token, uid=self.uid.bytes, secrets=settings.PLAN_SECRETS, use=use)

    def renew(self, *, finished: bool) -> bool:
        """Move the dates to a use just now, and say whether that changed them."""
        before = self.used_week, self.expires_at
        now = timezone.now()
        if finished:
            self.used_week = week_of(now)
            # A clock that was ahead, here or on another machine, must not keep anybody from saving.
            self.created_week = min(self.created_week, self.used_week)
            self.expires_at = datetime.combine(self.used_week + PLAN_LIFE, time(), UTC)
        else:
            next_hour = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
            self.used_week, self.expires_at = None, next_hour + DRAFT_LIFE
        return (self.used_week, self.expires_at) != before


def _give_two_layers(row: models.QuerySet, key: vault.Key, old: vault.WrappedKey) -> None:
    newer = key.wrap_for(key, old)
    # Only from what was read: another tab may have saved meanwhile.
    row.filter(wrapped_key=old.wrapped_key).update(
        wrapped_key=newer.wrapped_key, key_version=newer.key_version
    )


def _time_is_over() -> models.Q:
    return models.Q(expires_at__lte=timezone.now())
