"""Words that need explaining, for the glossary and for links to it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse

from articles.promises import validate_article_text
from articles.term_links import TermLinks


class TermQuerySet(models.QuerySet["Term"]):
    """Terms of the glossary."""

    def links(self) -> TermLinks:
        """Return the links of one page, ready to be spent, in one query."""
        glossary = reverse("articles:glossary")
        terms = self.only("slug", "words")
        return TermLinks(
            tuple((word, term.place_on(glossary)) for term in terms for word in term.linked_words())
        )


class Term(models.Model):
    """A word that articles use, and what it means."""

    name = models.CharField(
        max_length=80, unique=True, help_text="The word as a reader would look it up."
    )
    slug = models.SlugField(
        max_length=80, unique=True, help_text="Links to this word end with it, after a #."
    )
    words = models.CharField(
        "linked words",
        max_length=200,
        blank=True,
        help_text="What articles link to this entry where it first appears, with commas between: "
        "“repetition, rep”. Plurals and capitals are found by themselves. Leave it empty for a "
        "word that often means something else, such as “set”.",
    )
    meaning = models.TextField(
        help_text="One or two plain sentences in our own words. No figure that needs a source."
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = [Lower("name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return self.place_on(reverse("articles:glossary"))

    def place_on(self, glossary: str) -> str:
        """Return where it stands on the page at an address, which asks for that only once."""
        return f"{glossary}#{self.slug}"

    @property
    def letter(self) -> str:
        """Return the letter it stands under."""
        return self.name[0].upper()

    def linked_words(self) -> list[str]:
        """Return the words that lead here."""
        return [word for part in self.words.split(",") if (word := part.strip())]

    def clean(self) -> None:
        """Refuse advice to give up a medicine, and a word that leads elsewhere already."""
        super().clean()
        validate_article_text("meaning", self.meaning)
        mine = {word.casefold() for word in self.linked_words()}
        for other in Term.objects.exclude(pk=self.pk):
            if shared := mine & {word.casefold() for word in other.linked_words()}:
                problem = f"“{min(shared)}” leads to “{other}” already. Take it out of one of them."
                raise ValidationError({"words": ValidationError(problem, code="taken")})
