"""Every migration expands before a later release contracts: the release before goes on working."""

import pytest
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import models as tables
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import NOT_PROVIDED

OURS = {"articles", "edge", "planner", "staff", "ttl"}
# What was there before anybody ran TTL; the rule begins behind it.
BEFORE_THE_RULE = {"articles": "0011_roles", "planner": "0002_links_and_erased"}
# A step that takes something away, and the release whose code no longer used it.
CONTRACTS: dict[tuple[str, str], str] = {
    ("planner", "0004_two_layers_of_keys"): "allows a second length beside the old one",
}

TAKES_AWAY = (
    migrations.RemoveField,
    migrations.RenameField,
    migrations.RenameModel,
    migrations.DeleteModel,
    migrations.AlterModelTable,
    tables.AlterTogetherOptionOperation,
)
MOVES_DATA = (migrations.RunPython, migrations.RunSQL)
# These change no table.
WORDS = (migrations.AlterModelOptions, migrations.AlterModelManagers)


def faults(operations: list[Operation], app: str, state: ProjectState) -> list[str]:
    """Say what in these operations the code of the release before would stumble over."""
    state, found, made = state.clone(), [], set()
    for operation in operations:
        found += _faults(operation, app, state, made)
        if isinstance(operation, migrations.CreateModel):
            made.add(operation.name.lower())
        operation.state_forwards(app, state)
    changing = [each for each in operations if not isinstance(each, WORDS)]
    moving = [each for each in changing if isinstance(each, MOVES_DATA)]
    if moving and len(moving) < len(changing):
        found.append("moves data and changes tables in one step")
    found += ["cannot be undone" for each in moving if not each.reversible]
    return found


def _faults(operation: Operation, app: str, state: ProjectState, made: set[str]) -> list[str]:
    name = type(operation).__name__
    if isinstance(operation, TAKES_AWAY):
        return [f"{name}: the release before still uses it"]
    if getattr(operation, "model_name", "").lower() in made:
        return []
    if isinstance(operation, migrations.AddConstraint):
        return [f"{name}: the release before may write what it forbids"]
    if isinstance(operation, migrations.AddField):
        return [f"{name}: {why}" for why in _burdens(operation.field)]
    if isinstance(operation, migrations.AlterField):
        before = state.models[app, operation.model_name.lower()].fields[operation.name]
        return [f"{name}: {why}" for why in _narrower(before, operation.field)]
    return []


def _burdens(field: models.Field) -> list[str]:
    if field.many_to_many or field.null or field.db_default is not NOT_PROVIDED:
        return []
    return ["a row of the release before has no value for it"]


def _narrower(before: models.Field, after: models.Field) -> list[str]:
    checks = {
        "empty values are refused": before.null and not after.null,
        "equal values are refused": after.unique and not before.unique,
        "its default is gone": before.db_default is not NOT_PROVIDED
        and after.db_default is NOT_PROVIDED,
        "it is shorter": (after.max_length or 10**9) < (before.max_length or 10**9),
        "its type is another": before.get_internal_type() != after.get_internal_type(),
    }
    return [why for why, holds in checks.items() if holds]


def test_each_migration_leaves_the_release_before_working():
    loader = MigrationLoader(None)
    checked = {
        key: faults(migration.operations, key[0], loader.project_state(key, at_end=False))
        for key, migration in loader.disk_migrations.items()
        if key[0] in OURS and key[1] > BEFORE_THE_RULE.get(key[0], "") and key not in CONTRACTS
    }

    assert {key: found for key, found in checked.items() if found} == {}


def test_the_list_of_contracting_steps_names_no_other():
    loader = MigrationLoader(None)

    assert set(CONTRACTS) <= set(loader.disk_migrations)
    assert set(BEFORE_THE_RULE.items()) <= set(loader.disk_migrations)


def _state():
    state = ProjectState()
    fields = [
        ("id", models.BigAutoField(primary_key=True)),
        ("name", models.CharField(max_length=20, null=True)),
        ("kind", models.CharField(max_length=20, db_default="a")),
    ]
    migrations.CreateModel("Thing", fields).state_forwards("planner", state)
    return state


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        ([migrations.RemoveField("thing", "name")], 1),
        ([migrations.RenameField("thing", "name", "title")], 1),
        ([migrations.DeleteModel("Thing")], 1),
        ([migrations.RenameModel("Thing", "Object")], 1),
        ([migrations.AddField("thing", "new", models.TextField())], 1),
        ([migrations.AddField("thing", "new", models.TextField(default=""))], 1),
        ([migrations.AddField("thing", "new", models.TextField(db_default=""))], 0),
        ([migrations.AddField("thing", "new", models.TextField(null=True))], 0),
        ([migrations.AlterField("thing", "name", models.CharField(max_length=20))], 1),
        ([migrations.AlterField("thing", "name", models.CharField(max_length=9, null=True))], 1),
        ([migrations.AlterField("thing", "name", models.CharField(max_length=99, null=True))], 0),
        ([migrations.AlterField("thing", "name", models.IntegerField(null=True))], 1),
        ([migrations.AlterField("thing", "kind", models.CharField(max_length=20))], 1),
        (
            [
                migrations.AlterField(
                    "thing", "name", models.CharField(max_length=20, null=True, unique=True)
                )
            ],
            1,
        ),
        (
            [
                migrations.AddConstraint(
                    "thing", models.CheckConstraint(name="c", condition=models.Q(name="a"))
                )
            ],
            1,
        ),
        ([migrations.RunPython(migrations.RunPython.noop)], 1),
        ([migrations.RunPython(migrations.RunPython.noop, migrations.RunPython.noop)], 0),
        (
            [
                migrations.AddField("thing", "new", models.TextField(null=True)),
                migrations.RunSQL("SELECT 1", migrations.RunSQL.noop),
            ],
            1,
        ),
        (
            [
                migrations.CreateModel("Other", [("id", models.BigAutoField(primary_key=True))]),
                migrations.AddField("other", "new", models.TextField()),
            ],
            0,
        ),
    ],
)
def test_what_the_release_before_would_stumble_over_is_found(operations, expected):
    assert len(faults(operations, "planner", _state())) == expected
