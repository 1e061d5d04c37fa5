"""Private plans on a real disk: what a thief of the files sees, and many writers at once."""

import secrets
import zlib
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from planner import vault
from planner.models import PrivatePlan


def bytes_on_disk(path):
    return path.read_bytes() + path.with_name(path.name + "-wal").read_bytes()


def test_no_answer_and_no_token_stands_in_the_files(sqlite_file):
    # Random bytes, because zlib keeps those as they are: without the cipher they would be found.
    canaries = [secrets.token_bytes(32) for _ in range(1_000)]
    people = [b"".join(canaries[n : n + 20]) for n in range(0, 1_000, 20)]
    tokens = [PrivatePlan.objects.start(answers) for answers in people]
    for token, answers in zip(tokens[:25], people, strict=False):
        with PrivatePlan.objects.edit(token) as draft:
            draft.payload, draft.finished = answers + b"!", True

    stolen = bytes_on_disk(sqlite_file)

    assert [canary for canary in canaries if canary in stolen] == []
    assert [token for token in tokens if token.encode() in stolen] == []
    assert all(vault.lookup(token) in stolen for token in tokens)
    assert all(canary in b"".join(map(zlib.compress, people)) for canary in canaries)


def test_sixteen_editors_at_once_lose_nothing(transactional_db):
    token = PrivatePlan.objects.start(b"")
    markers = [bytes([number]) for number in range(16)]
    together = Barrier(len(markers))

    def append(marker):
        together.wait()
        try:
            with PrivatePlan.objects.edit(token) as draft:
                draft.payload += marker
        finally:
            connection.close()

    with ThreadPoolExecutor(len(markers)) as editors:
        list(editors.map(append, markers))

    assert sorted(PrivatePlan.objects.read(token)) == list(range(16))
    assert PrivatePlan.objects.get().revision == 17
