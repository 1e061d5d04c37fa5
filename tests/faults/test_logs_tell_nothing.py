"""A whole journey through a real server that logs all it can leaves no trace of who went it."""

from planner import vault
from tests.faults.site import Client
from tests.planner.people import Visitor, somebody

TELLING = somebody(age=61, conditions=["kidney_disease", "epilepsy"], medicines=["lithium"])


def test_no_log_of_a_server_holds_a_link_its_hash_or_an_answer(site, drill):
    drill.done = "journeys with every log of the server at its loudest"
    site.start("--log-level", "debug", PYTHONWARNINGS="default")
    secrets = set()
    for _ in range(3):
        visitor = Visitor(client=Client(site.port))
        visitor.walk(TELLING)
        visitor.agree()
        for tail in ("", "no-such-page/", "questions/77/", "strength-plan.pdf?x=%00", "data/"):
            visitor.get(tail)
        site.visitor(visitor.token[:-1] + "~").get()
        visitor.client.get(f"/search/?q=kidney&token={visitor.token}")
        visitor.client.send("PUT", visitor.address(), "age=61", {"Content-Length": "6"})
        visitor.post("erase/", {})
        drill.tried += 1
        secrets |= {visitor.token, visitor.token[:30], vault.lookup(visitor.token).hex()}

    written = site.printed
    assert '"route":"planner:plan"' in written
    assert [each for each in secrets if each in written] == []
    telling = ("kidney", "epilepsy", "lithium", "age=61")
    assert [each for each in telling if each in written] == []
