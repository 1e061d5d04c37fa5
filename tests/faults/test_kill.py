"""The web process dies in the middle of writing; whoever got an answer finds what they saved."""

import threading

from tests.faults.site import NoAnswer
from tests.planner.people import somebody

WRITERS = 4


def test_the_server_is_killed_while_people_answer(site, drill, rounds):
    drill.done = f"kill -9 of every process under {WRITERS} writers, {rounds} times"
    acknowledged = {}
    for _ in range(rounds):
        site.start()
        writers = [
            threading.Thread(target=answer, args=(site, drill, acknowledged)) for _ in "1234"
        ]
        for writer in writers:
            writer.start()
        threading.Event().wait(1.0)
        site.kill()
        for writer in writers:
            writer.join()

    site.start()
    drill.acknowledged = len(acknowledged)
    drill.lost = sum(
        site.visitor(token).get("questions/2/").status_code != 200 for token in acknowledged
    )
    assert drill.acknowledged > rounds


def answer(site, drill, acknowledged):
    """Start plan after plan and answer the first page, until the server is gone."""
    try:
        while True:
            drill.tried += 1
            visitor = site.visitor()
            if visitor.answer(1, somebody()).status_code == 302:
                acknowledged[visitor.token] = True
    except NoAnswer:
        return
