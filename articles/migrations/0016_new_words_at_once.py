from django.db import migrations

INDEXES = (
    'articles_searchentry_article',
    'articles_searchentry_article_title',
    'articles_searchentry_question',
    'articles_searchentry_question_title',
    'articles_searchentry_other',
    'articles_searchentry_other_title',
)


# By itself PostgreSQL keeps up to 4 MB of new words beside each of these until it next tidies up,
# and every search reads all of that. A text is saved rarely and looked for often.
def take_words_at_once(apps, schema_editor):
    if schema_editor.connection.vendor == 'postgresql':
        for index in INDEXES:
            schema_editor.execute(f'ALTER INDEX {index} SET (fastupdate = off)')
            schema_editor.execute(f"SELECT gin_clean_pending_list('{index}')")


def let_words_wait(apps, schema_editor):
    if schema_editor.connection.vendor == 'postgresql':
        for index in INDEXES:
            schema_editor.execute(f'ALTER INDEX {index} RESET (fastupdate)')


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0015_search_at_size'),
    ]

    operations = [
        migrations.RunPython(take_words_at_once, let_words_wait),
    ]
