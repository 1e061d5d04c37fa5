"""What `load_content` last put into the database, so that it can tell a staff edit."""

from django.db import models


class LoadedContent(models.Model):
    """The fingerprint of one shipped row as it was last loaded; it outlives the row itself."""

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=160)
    fingerprint = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="loaded_content_is_kept_once", fields=["kind", "key"])
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
