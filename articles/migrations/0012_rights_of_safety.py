from django.db import migrations

from articles.roles import give

RIGHTS = {
    "safety.report": ("", "view change", "view change", "view change"),
    "safety.pause": ("", "view add change", "view add change", "view add change"),
}


def make_roles(apps, schema_editor):
    give(apps, RIGHTS)


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0011_roles"),
        ("safety", "0001_initial"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
