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


# The kinds of which there are many, each where it would drown among the other.
POSTGRESQL = (
    '''
    CREATE INDEX articles_searchentry_question ON articles_searchentry USING gin (document)
    WHERE kind = 'question'
    ''',
    '''
    CREATE INDEX articles_searchentry_question_title ON articles_searchentry
    USING gin (title_document) WHERE kind = 'question'
    ''',
    '''
    CREATE INDEX articles_searchentry_article_title ON articles_searchentry
    USING gin (title_document) WHERE kind = 'article'
    ''',
)
POSTGRESQL_BACK = (
    'DROP INDEX articles_searchentry_question',
    'DROP INDEX articles_searchentry_question_title',
    'DROP INDEX articles_searchentry_article_title',
)


def index(schema_editor, columns, of_postgresql):
    """Make the index of SQLite anew; PostgreSQL gets or loses indexes beside those it has."""
    if schema_editor.connection.vendor != 'sqlite':
        for statement in of_postgresql:
            schema_editor.execute(statement)
        return
    parts = {
        'columns': ', '.join(columns),
        'new': ', '.join(f'new.{column}' for column in columns),
        'old': ', '.join(f'old.{column}' for column in columns),
    }
    for statement in SQLITE:
        schema_editor.execute(statement.format(**parts))


def with_kind(apps, schema_editor):
    index(schema_editor, NOW, POSTGRESQL)


def without_kind(apps, schema_editor):
    index(schema_editor, BEFORE, POSTGRESQL_BACK)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0013_growth'),
    ]

    operations = [
        migrations.RunPython(with_kind, without_kind),
    ]
