from uuid import uuid4

from django.db import migrations

from ttl.edge.triggers import unwatch, watch

# What public pages are made of. SQLite forgets the triggers of a table that a later migration
# makes anew: that one has to call `watch` again.
SHOWN = (
    "articles_appliesto",
    "articles_article",
    "articles_article_topics",
    "articles_changenotice",
    "articles_citation",
    "articles_claim",
    "articles_faq",
    "articles_formeraddress",
    "articles_image",
    "articles_imagecopy",
    "articles_source",
    "articles_takeaway",
    "articles_term",
    "articles_topic",
    "safety_pause",
)


def begin(apps, schema_editor):
    apps.get_model("edge", "Edition").objects.create(pk=1, token=uuid4().hex)
    watch(schema_editor, *SHOWN)


def end(apps, schema_editor):
    unwatch(schema_editor, *SHOWN)
    apps.get_model("edge", "Edition").objects.all().delete()
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION edge_new_edition()", None)


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0014_search_by_kind"),
        ("edge", "0001_initial"),
        ("safety", "0001_initial"),
    ]

    operations = [migrations.RunPython(begin, end)]
