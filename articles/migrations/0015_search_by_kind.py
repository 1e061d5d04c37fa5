from django.db import migrations

BEFORE = ('title_stems', 'text_stems')
# With its kind among its words, the newest entries of a kind are found without passing the others.
NOW = (*BEFORE, 'kind')
SQLITE = (
    'DROP TRIGGER articles_searchentry_added',
    'DROP TRIGGER articles_searchentry_removed',
    'DROP TRIGGER articles_searchentry_changed',
    'DROP TABLE articles_searchindex',
    '''
    CREATE VIRTUAL TABLE articles_searchindex USING fts5(
        {columns},
        content='articles_searchentry', content_rowid='id', tokenize='unicode61 remove_diacritics 0'
    )
    ''',
    "INSERT INTO articles_searchindex(articles_searchindex) VALUES ('rebuild')",
    '''
    CREATE TRIGGER articles_searchentry_added AFTER INSERT ON articles_searchentry BEGIN
        INSERT INTO articles_searchindex(rowid, {columns}) VALUES (new.id, {new});
    END
    ''',
    '''
    CREATE TRIGGER articles_searchentry_removed AFTER DELETE ON articles_searchentry BEGIN
        INSERT INTO articles_searchindex(articles_searchindex, rowid, {columns})
        VALUES ('delete', old.id, {old});
    END
    ''',
    '''
    CREATE TRIGGER articles_searchentry_changed AFTER UPDATE ON articles_searchentry BEGIN
        INSERT INTO articles_searchindex(articles_searchindex, rowid, {columns})
        VALUES ('delete', old.id, {old});
        INSERT INTO articles_searchindex(rowid, {columns}) VALUES (new.id, {new});
    END
    ''',
)


def index(schema_editor, columns):
    """Make the index of SQLite anew; PostgreSQL reads the kind from the entry itself."""
    if schema_editor.connection.vendor != 'sqlite':
        return
    parts = {
        'columns': ', '.join(columns),
        'new': ', '.join(f'new.{column}' for column in columns),
        'old': ', '.join(f'old.{column}' for column in columns),
    }
    for statement in SQLITE:
        schema_editor.execute(statement.format(**parts))


def with_kind(apps, schema_editor):
    index(schema_editor, NOW)


def without_kind(apps, schema_editor):
    index(schema_editor, BEFORE)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0013_growth'),
    ]

    operations = [
        migrations.RunPython(with_kind, without_kind),
    ]
