"""The server is told to stop, or to start anew, while people are at work: nobody notices."""

import json
import sqlite3
import threading
import time
from contextlib import closing

from tests.faults.site import PATIENCE_SECONDS, NoAnswer
from tests.planner.people import somebody

WRITERS = 6
# So long that each post has reached a process, and less than a process waits for the database.
UNDER_WAY_SECONDS = 2
# How long each process lives beside its successor, by the server's own rule, with some room.
CHANGE_SECONDS = 10


def test_the_server_is_told_to_stop_while_posts_are_under_way(site, drill, rounds):
    drill.done = f"SIGTERM while {WRITERS} posts wait for the database, {rounds} times"
    statuses, kept = [], 0
    for _ in range(rounds):
        site.start()
        visitors = [site.visitor() for _ in range(WRITERS)]
        with closing(sqlite3.connect(site.folder / "ttl.sqlite3", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            posts = [
                threading.Thread(target=lambda v=v: statuses.append(status_of(v))) for v in visitors
            ]
            for post in posts:
                post.start()
            time.sleep(UNDER_WAY_SECONDS)
            site.process.terminate()
            time.sleep(0.5)
            other.execute("COMMIT")
            for post in posts:
                post.join()
        assert site.process.wait(PATIENCE_SECONDS) == 0
        site.stop()
        site.start()
        kept += sum(each.get("questions/1/").status_code == 200 for each in visitors)
        site.stop()

    drill.tried = drill.acknowledged = rounds * WRITERS
    drill.lost = drill.acknowledged - kept
    assert statuses == [302] * drill.tried


def test_the_server_replaces_its_processes_while_people_answer(site, drill, rounds):
    rounds = max(1, rounds // 3)
    drill.done = f"SIGHUP under {WRITERS} writers behind a socket, {rounds} times"
    site.listen_on_a_socket().start()
    done, acknowledged, broken = threading.Event(), [], []

    def write():
        while not done.is_set():
            drill.tried += 1
            try:
                visitor = site.visitor()
                answer = visitor.answer(1, somebody())
            except NoAnswer as error:
                broken.append(error)
            else:
                (acknowledged if answer.status_code == 302 else broken).append(visitor.token)

    writers = [threading.Thread(target=write) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    for _ in range(rounds):
        site.ask_to_start_anew()
        time.sleep(CHANGE_SECONDS)
    done.set()
    for writer in writers:
        writer.join()

    drill.acknowledged = len(acknowledged)
    drill.lost = sum(
        site.visitor(token).get("questions/1/").status_code != 200 for token in acknowledged
    )
    assert broken == []
    assert len(processes_that_answered(site)) >= 2 * (rounds + 1)
    assert site.stop() == 0


def test_a_server_that_drains_is_out_of_the_way_before_it_stops(site, drill):
    drill.done = "the file that says so, then SIGTERM"
    site.start()
    site.wait_for("/readyz")

    (site.folder / "run" / "draining").touch()

    site.wait_for("/readyz", 503)
    drill.tried = 1
    assert site.client().get("/help/").status_code == 200
    assert site.stop() == 0


def status_of(visitor):
    try:
        return visitor.answer(1, somebody()).status_code
    except NoAnswer as error:
        return repr(error)


def processes_that_answered(site):
    lines = [json.loads(line) for line in site.printed.splitlines()]
    return {line["process"] for line in lines if line["logger"] == "ttl.requests"}
