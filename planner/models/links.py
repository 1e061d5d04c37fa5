"""Links made from a plan for one use each; the owner can withdraw them."""

from dataclasses import replace

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from planner import vault

LOOKUP_BYTES = 32


def key_is_whole() -> models.Q:
    """Say that a wrapped key has one layer, as long ago, or two."""
    length = Length("wrapped_key")
    return models.Q(Exact(length, vault.FIRST_FORM_BYTES)) | models.Q(
        Exact(length, vault.WRAPPED_KEY_BYTES)
    )


class PlanLink(models.Model):
    """One more way to a plan: its data key, wrapped under the token of this link."""

    plan = models.ForeignKey("planner.PrivatePlan", models.CASCADE, related_name="links")
    use = models.CharField(max_length=8)
    lookup = models.BinaryField(unique=True)
    wrapped_key = models.BinaryField()
    key_version = models.CharField(max_length=32)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(name="link_key_version", fields=["key_version"])]
        constraints = [
            models.UniqueConstraint(name="link_once_for_each_use", fields=["plan", "use"]),
            models.CheckConstraint(
                name="link_has_a_use_of_its_own",
                condition=models.Q(use__in=[vault.Use.SHARE.value, vault.Use.CALENDAR.value]),
            ),
            models.CheckConstraint(
                name="link_lookup_is_a_whole_hash",
                condition=Exact(Length("lookup"), LOOKUP_BYTES),
            ),
            models.CheckConstraint(
                name="link_wrapped_key_is_whole",
                condition=key_is_whole(),
            ),
        ]

    def __str__(self) -> str:
        return f"A {self.use} link"

    @property
    def wrapped(self) -> vault.WrappedKey:
        """The two columns of the key as one value."""
        return vault.WrappedKey(wrapped_key=bytes(self.wrapped_key), key_version=self.key_version)

    @property
    def outer_key(self) -> vault.OuterKey:
        """What changes the outer layer of this row's key, without its link."""
        return replace(self.plan.outer_key, use=vault.Use(self.use))

    @wrapped.setter
    def wrapped(self, wrapped: vault.WrappedKey) -> None:
        self.wrapped_key, self.key_version = wrapped.wrapped_key, wrapped.key_version
