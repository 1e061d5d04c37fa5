"""Pictures for the texts, kept in the database with the words that stand in for them."""

import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse

from articles.picture_blocks import IMAGE, Copy, Picture
from articles.pictures import PictureError, Pixels, Size, sizes_of, sizes_of_file
from articles.rendering import markers

# A screen reader says "image" by itself, and a name of a file says nothing at all.
NO_DESCRIPTION = re.compile(
    r"^(?:an? |the )?(?:image|picture|photo(?:graph)?|graphic|screenshot|drawing) (?:of|showing)\b"
    r"|^\S+\.(?:jpe?g|png|gif|webp|heic|tiff?|svg|bmp)$",
    re.IGNORECASE,
)


class ImageQuerySet(models.QuerySet["Image"]):
    """Pictures, without the weight of their files."""

    def shown_in(self, *texts: str) -> "ImageQuerySet":
        """Keep the pictures whose markers stand in these texts; texts without any cost no query."""
        shown = {key for text in texts for key, _form in markers(text) if key.startswith(IMAGE)}
        return self.filter(key__in={key.removeprefix(IMAGE) for key in shown})

    def with_copies(self) -> "ImageQuerySet":
        """Fetch what an address and a place on the page need, in one query more."""
        copies = ImageCopy.objects.defer("content").order_by("width")
        return self.prefetch_related(Prefetch("copies", copies))

    def figures(self) -> dict[str, Picture]:
        """Return what markers of these pictures become, by key."""
        return {f"{IMAGE}{image.key}": image.picture for image in self.with_copies()}


class Image(models.Model):
    """A picture with its words; the files themselves are its copies, one for each width."""

    key = models.SlugField(
        max_length=80,
        unique=True,
        help_text="A short name. Articles show the picture where a line of its own says "
        "[[image:the-key]].",
    )
    alt = models.CharField(
        "text for those who cannot see it",
        max_length=300,
        help_text="Say in one or two sentences what the picture tells, as you would to somebody "
        "on the phone. Do not begin with “image of”; readers hear that already.",
    )
    caption = models.CharField(
        max_length=300, blank=True, help_text="Words under the picture, if it needs any."
    )
    credit = models.CharField(
        max_length=200,
        help_text="Who made it and under which licence, such as “Jo Doe, CC BY 4.0” or “TTL”.",
    )

    objects = ImageQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                name="image_has_alternative_text",
                condition=~Q(alt=""),
                violation_error_message="Write the text for those who cannot see the picture.",
            ),
            models.CheckConstraint(
                name="image_has_a_credit",
                condition=~Q(credit=""),
                violation_error_message="Say who made the picture and under which licence.",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def marker(self) -> str:
        return f"[[{IMAGE}{self.key}]]"

    @property
    def picture(self) -> Picture:
        """What a marker of this picture becomes; needs the copies at hand, narrowest first."""
        copies = tuple(
            Copy(url=copy.address_of(self), width=copy.width, height=copy.height)
            for copy in self.copies.all()
        )
        return Picture(alt=self.alt, caption=self.caption, credit=self.credit, copies=copies)

    def clean(self) -> None:
        """Refuse words that describe nothing."""
        super().clean()
        self.alt = self.alt.strip()
        if found := NO_DESCRIPTION.search(self.alt):
            problem = (
                f"“{found.group()}” does not say what the picture tells. Begin with what there is "
                "to see, such as “A woman lifts a bag of shopping”."
            )
            raise ValidationError({"alt": ValidationError(problem, code="alt")})

    def show(self, pixels: Pixels) -> None:
        """Replace the files of this picture, once it is saved."""
        self._replace_copies(sizes_of(pixels))

    def show_file(self, file: bytes) -> None:
        """Replace the files by one that was a copy of ours, which stays to the letter."""
        try:
            sizes = sizes_of_file(file)
        except PictureError as refusal:
            raise ValidationError(str(refusal)) from refusal
        self._replace_copies(sizes)

    def widest_file(self) -> bytes:
        """Return the file that the others can be made from, or nothing where there is none."""
        widest = self.copies.order_by("width").last()
        return bytes(widest.content) if widest else b""

    def _replace_copies(self, sizes: Iterable[Size]) -> None:
        self.copies.all().delete()
        ImageCopy.objects.bulk_create(
            ImageCopy(
                image=self,
                width=size.width,
                height=size.height,
                digest=size.digest,
                content=size.content,
            )
            for size in sizes
        )


class ImageCopy(models.Model):
    """One size of a picture as a WebP file, under an address that its content makes."""

    image = models.ForeignKey(Image, models.CASCADE, related_name="copies")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    digest = models.CharField(max_length=16, validators=[RegexValidator(r"^[0-9a-f]{16}$")])
    content = models.BinaryField()

    class Meta:
        verbose_name_plural = "image copies"
        constraints = [
            models.UniqueConstraint(name="image_has_one_copy_a_width", fields=["image", "width"]),
            models.CheckConstraint(
                name="image_copy_has_a_size", condition=Q(width__gt=0, height__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.width} by {self.height}"

    def address_of(self, image: Image) -> str:
        return reverse("articles:image", args=[image.key, self.digest])
