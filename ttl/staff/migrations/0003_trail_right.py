from django.db import migrations

from articles.roles import give

# As decided on the day; articles/roles.py says how it is now.
RIGHTS = {"staff.event": ("", "", "", "view")}


def make_roles(apps, schema_editor):
    give(apps, RIGHTS)


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0011_roles"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("staff", "0002_seal_phones"),
    ]

    operations = [
        # Going back leaves the groups: people are in them.
        migrations.RunPython(make_roles, migrations.RunPython.noop),
    ]
