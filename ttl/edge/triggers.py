"""Triggers that name the content anew whenever a row of it changes, whoever changes it."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

EVENTS = ("INSERT", "UPDATE", "DELETE")
SQLITE = """
    CREATE TRIGGER {table}_{event}_edition AFTER {event} ON {table} BEGIN
        UPDATE edge_edition SET token = lower(hex(randomblob(16)));
    END
"""
# Once in a transaction, and as it ends: whoever writes content waits for nobody who still writes.
FUNCTION = """
    CREATE OR REPLACE FUNCTION edge_new_edition() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        UPDATE edge_edition SET token = replace(gen_random_uuid()::text, '-', '')
        WHERE xmin <> pg_current_xact_id()::xid;
        RETURN NULL;
    END $$
"""
POSTGRESQL = """
    CREATE CONSTRAINT TRIGGER {table}_edition AFTER INSERT OR UPDATE OR DELETE ON {table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION edge_new_edition()
"""


def watch(schema_editor: BaseDatabaseSchemaEditor, *tables: str) -> None:
    """Name the content anew with each change of a row of these tables, from now on."""
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    if not is_sqlite:
        schema_editor.execute(FUNCTION, None)
    unwatch(schema_editor, *tables)
    for table in tables:
        for event in EVENTS if is_sqlite else ("",):
            statement = SQLITE if is_sqlite else POSTGRESQL
            schema_editor.execute(statement.format(table=table, event=event.lower()), None)


def unwatch(schema_editor: BaseDatabaseSchemaEditor, *tables: str) -> None:
    """Watch these tables no longer."""
    for table in tables:
        if schema_editor.connection.vendor == "sqlite":
            for event in EVENTS:
                schema_editor.execute(
                    f"DROP TRIGGER IF EXISTS {table}_{event.lower()}_edition", None
                )
        else:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_edition ON {table}", None)
