from django.db import migrations

# Titles in an index of their own: in the one of all words SQLite reads every text with a word to
# find those that have it in the title. PostgreSQL has had one since 0006.
SQLITE = (
    '''
    CREATE VIRTUAL TABLE articles_titleindex USING fts5(
        title_stems, kind,
        content='articles_searchentry', content_rowid='id', tokenize='unicode61 remove_diacritics 0'
    )
    ''',
    "INSERT INTO articles_titleindex(articles_titleindex) VALUES ('rebuild')",
    '''
    CREATE TRIGGER articles_searchentry_title_added AFTER INSERT ON articles_searchentry BEGIN
        INSERT INTO articles_titleindex(rowid, title_stems, kind)
        VALUES (new.id, new.title_stems, new.kind);
    END
    ''',
    '''
    CREATE TRIGGER articles_searchentry_title_removed AFTER DELETE ON articles_searchentry BEGIN
        INSERT INTO articles_titleindex(articles_titleindex, rowid, title_stems, kind)
        VALUES ('delete', old.id, old.title_stems, old.kind);
    END
    ''',
    '''
    CREATE TRIGGER articles_searchentry_title_changed AFTER UPDATE ON articles_searchentry BEGIN
        INSERT INTO articles_titleindex(articles_titleindex, rowid, title_stems, kind)
        VALUES ('delete', old.id, old.title_stems, old.kind);
        INSERT INTO articles_titleindex(rowid, title_stems, kind)
        VALUES (new.id, new.title_stems, new.kind);
    END
    ''',
)
SQLITE_BACK = (
    'DROP TRIGGER articles_searchentry_title_added',
    'DROP TRIGGER articles_searchentry_title_removed',
    'DROP TRIGGER articles_searchentry_title_changed',
    'DROP TABLE articles_titleindex',
)


def run(schema_editor, statements):
    if schema_editor.connection.vendor == 'sqlite':
        for statement in statements:
            schema_editor.execute(statement)


def make_index(apps, schema_editor):
    run(schema_editor, SQLITE)


def drop_index(apps, schema_editor):
    run(schema_editor, SQLITE_BACK)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0014_search_by_kind'),
    ]

    operations = [
        migrations.RunPython(make_index, drop_index),
    ]
