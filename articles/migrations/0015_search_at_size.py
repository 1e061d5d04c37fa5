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
# One index for each kind of which there are many and one for the others, in place of those of all
# kinds: through these PostgreSQL came to every article to find questions.
# A vector is kept apart from its row, which PostgreSQL does not reckon with: it would rather read
# every row and its vector than ask an index. In this function it may not, and it plans each time.
POSTGRESQL = (
    'DROP INDEX articles_searchentry_document',
    'DROP INDEX articles_searchentry_title',
    '''
    CREATE INDEX articles_searchentry_article ON articles_searchentry USING gin (document)
    WHERE kind = 'article'
    ''',
    '''
    CREATE INDEX articles_searchentry_other ON articles_searchentry USING gin (document)
    WHERE kind NOT IN ('article', 'question')
    ''',
    '''
    CREATE INDEX articles_searchentry_other_title ON articles_searchentry
    USING gin (title_document) WHERE kind NOT IN ('article', 'question')
    ''',
    '''
    CREATE FUNCTION articles_entries_with(place text, of_kind text, asked text, most integer)
    RETURNS SETOF bigint LANGUAGE plpgsql STABLE ROWS 600
    SET enable_seqscan = off SET enable_indexscan = off
    AS $$ BEGIN
        RETURN QUERY EXECUTE format(
            'WITH found AS MATERIALIZED (SELECT id FROM articles_searchentry WHERE kind = %L'
            ' AND %I @@ to_tsquery(''simple'', $1)) SELECT id FROM found LIMIT $2', of_kind, place
        ) USING asked, most;
    END $$
    ''',
)
POSTGRESQL_BACK = (
    'DROP FUNCTION articles_entries_with(text, text, text, integer)',
    'DROP INDEX articles_searchentry_article',
    'DROP INDEX articles_searchentry_other',
    'DROP INDEX articles_searchentry_other_title',
    'CREATE INDEX articles_searchentry_title ON articles_searchentry USING gin (title_document)',
    'CREATE INDEX articles_searchentry_document ON articles_searchentry USING gin (document)',
)


def make_index(apps, schema_editor):
    for statement in {'sqlite': SQLITE, 'postgresql': POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def drop_index(apps, schema_editor):
    back = {'sqlite': SQLITE_BACK, 'postgresql': POSTGRESQL_BACK}
    for statement in back[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0014_search_by_kind'),
    ]

    operations = [
        migrations.RunPython(make_index, drop_index),
    ]
