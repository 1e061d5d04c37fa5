"""A search reads an index, and no list of what waits to get into it."""

import pytest
from django.db import connection

# SQLite's own index of words has no such list.
LETS_WORDS_WAIT = {
    "sqlite": "SELECT name FROM sqlite_master WHERE sql LIKE '%fastupdate%'",
    "postgresql": "SELECT relname FROM pg_class JOIN pg_am ON pg_am.oid = relam"
    " WHERE amname = 'gin' AND NOT coalesce('fastupdate=off' = ANY(reloptions), false)",
}


@pytest.mark.django_db
def test_a_text_that_was_saved_waits_in_no_list_which_every_search_would_read():
    with connection.cursor() as cursor:
        cursor.execute(LETS_WORDS_WAIT[connection.vendor])
        waiting = cursor.fetchall()

    assert waiting == []
