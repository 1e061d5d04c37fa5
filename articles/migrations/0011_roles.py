from django.db import migrations

from articles.roles import give

WRITE = "view add change delete"
# As decided on the day; articles/roles.py says how it is now.
RIGHTS = {
    "articles.article": (WRITE, f"{WRITE} publish", "view approve", f"{WRITE} publish approve"),
    "articles.takeaway": (WRITE, WRITE, "view", WRITE),
    "articles.appliesto": (WRITE, WRITE, "view", WRITE),
    "articles.citation": (WRITE, WRITE, "view", WRITE),
    "articles.faq": (WRITE, WRITE, "view", WRITE),
    "articles.source": ("view add change", WRITE, "view", WRITE),
    "articles.claim": ("view add change", WRITE, "view", WRITE),
    "articles.image": ("view add change", WRITE, "view", WRITE),
    "articles.topic": ("view", WRITE, "view", WRITE),
    "articles.term": ("view", WRITE, "view", WRITE),
    "articles.synonym": ("view", WRITE, "view", WRITE),
    "auth.user": ("", "", "", "view add change"),
    "auth.group": ("", "", "", WRITE),
}


def make_roles(apps, schema_editor):
    give(apps, RIGHTS)


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0010_linkcheck"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        # Going back leaves the groups: people are in them.
        migrations.RunPython(make_roles, migrations.RunPython.noop),
    ]
