"""Publications that the articles and the planner cite."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse


class Source(models.Model):
    """A publication: what it is, who was studied, what was found, and how sure that is."""

    key = models.SlugField(
        max_length=60,
        unique=True,
        help_text="First author and year, such as cunha-2024. Articles and plans link by it.",
    )
    rulebook_id = models.CharField(
        max_length=8,
        blank=True,
        editable=False,
        help_text="Row of the clinical rulebook that this source comes from; readers never see it.",
    )
    label = models.CharField(
        max_length=120,
        help_text="The short name in running text, such as “Cunha and others, 2024”.",
    )
    citation = models.TextField(
        help_text="The full reference: authors, title, journal, year, volume and pages."
    )
    year = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Year of publication. Leave empty when it is not known."
    )
    design = models.CharField(
        max_length=200,
        help_text="The kind of study in plain words, such as “Review of 33 trials”.",
    )
    population = models.TextField(
        blank=True,
        help_text="Who took part: ages, health, where. Readers compare it to themselves.",
    )
    sample_size = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="How many people took part in all. Leave empty when you have not seen it.",
    )
    finding = models.TextField(
        help_text="What was found, in one or two plain sentences and in our own words."
    )
    figures = models.TextField(
        blank=True,
        help_text="The main numbers exactly as printed, each with its range. Markdown works here.",
    )
    certainty = models.TextField(
        blank=True, help_text="How sure we can be and why: the grade by its authors, the limits."
    )
    doi = models.CharField(
        "DOI",
        max_length=200,
        blank=True,
        validators=[RegexValidator(r"^10\.\d{4,9}/\S+$", "Enter only the DOI, from 10. onwards.")],
        help_text="Only the part that begins with 10. Copy it from the paper; never guess it.",
    )
    pmid = models.CharField(
        "PubMed number",
        max_length=12,
        blank=True,
        validators=[RegexValidator(r"^\d+$", "Enter only the digits of the PubMed number.")],
        help_text="Only the digits.",
    )
    url = models.URLField(
        "address",
        max_length=500,
        blank=True,
        help_text="Where you read it. Readers get it when there is no DOI or PubMed number.",
    )

    class Meta:
        ordering = ["label", "key"]
        constraints = [
            models.CheckConstraint(
                name="source_can_be_found",
                condition=~Q(doi="") | ~Q(pmid="") | ~Q(url=""),
                violation_error_message="Enter a DOI, a PubMed number or an address.",
            ),
            models.CheckConstraint(
                name="source_sample_size_is_positive",
                condition=Q(sample_size=None) | Q(sample_size__gt=0),
                violation_error_message="Leave the number of people empty when it is not known.",
            ),
            models.CheckConstraint(
                name="source_year_is_plausible",
                condition=Q(year=None) | Q(year__range=(1900, 2100)),
                violation_error_message="Enter the year with four digits.",
            ),
            models.UniqueConstraint(
                name="source_rulebook_row_is_used_once",
                fields=["rulebook_id"],
                condition=~Q(rulebook_id=""),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return reverse("articles:source", args=[self.key])

    @property
    def publisher_url(self) -> str:
        """Return the permanent address of the publication, or nothing when none is known."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else ""
