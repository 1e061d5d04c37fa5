"""The migrations share out the desk as the table of roles says."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from articles.roles import ADMINISTRATOR, AUTHOR, EDITOR, REVIEWER, RIGHTS, ROLES, give

pytestmark = pytest.mark.django_db

# Those that call `give`, in order.
ROLE_MIGRATIONS = ["0011_roles", "0012_rights_of_safety"]


def rights_in_database():
    return {
        role: {
            f"{label}.{codename}"
            for label, codename in Group.objects.get(name=role).permissions.values_list(
                "content_type__app_label", "codename"
            )
        }
        for role in ROLES
    }


def rights_in_table():
    rights = {role: set() for role in ROLES}
    for label, by_role in RIGHTS.items():
        app, model = label.split(".")
        for role, actions in zip(ROLES, by_role, strict=True):
            rights[role] |= {f"{app}.{action}_{model}" for action in actions.split()}
    return rights


def test_the_migrations_give_each_role_what_the_table_says():
    Group.objects.all().delete()

    for name in ROLE_MIGRATIONS:
        import_module(f"articles.migrations.{name}").make_roles(apps, None)

    assert rights_in_database() == rights_in_table()


def test_every_model_of_the_library_has_a_line_in_the_table_even_if_it_is_nobodys():
    models = {model._meta.label_lower for model in apps.get_app_config("articles").get_models()}

    assert {label for label in RIGHTS if label.startswith("articles.")} == models


def test_giving_rights_again_takes_nothing_away_that_an_administrator_added():
    author = Group.objects.get(name=AUTHOR)
    author.permissions.add(Permission.objects.get(codename="add_topic"))
    before = author.permissions.count()

    give(apps, RIGHTS)

    assert (author.permissions.count(), Permission.objects.count()) == (
        before,
        len(set(Permission.objects.values_list("content_type", "codename"))),
    )


def test_permissions_made_by_the_migration_bear_the_names_that_django_gives_them():
    named = dict(Permission.objects.values_list("codename", "name"))

    assert [named[code] for code in ("publish_article", "view_faq", "change_user")] == [
        "Can publish, schedule, take back and archive articles",
        "Can view question",
        "Can change user",
    ]


def test_an_administrator_has_the_rights_of_every_other_role():
    rights = rights_in_table()

    assert rights[AUTHOR] | rights[EDITOR] | rights[REVIEWER] <= rights[ADMINISTRATOR]
