"""What is measured, in the order of the table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import cycle
from urllib.parse import urlencode

from bench import bare, person
from bench.asking import Answer, Application, ask
from planner.diary import next_number
from planner.engine import Answers, build_plan
from planner.state import State
from ttl.edge.application import Edge

ARTICLE = "/articles/resistance-training-for-depression-and-anxiety/"
Act = Callable[[], Answer | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: `acts` makes so many things to do, before the clock runs.

    What is a page, the same for everybody, has an `address` that a server is asked for too.
    """

    name: str
    acts: Callable[[int], list[Act]]
    status: int | None = 200
    address: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def is_served(self) -> bool:
        """Whether a server is asked for it too: wrk takes other answers for failures."""
        return bool(self.address) and self.status in {200, 304}


def rows(site: Edge) -> Iterator[Row]:
    """List the bare view, then every page and the engine; kept pages come warm and cold."""
    yield _page(bare.application(), "Bare Django view", bare.ADDRESS)
    page = partial(_page, site)
    yield page("Home", "/")
    yield _anew(site, "Home, made anew", "/")
    yield page("Article", ARTICLE)
    yield _anew(site, "Article, made anew", ARTICLE)
    known = {"If-None-Match": ask(site, ARTICLE).headers.get("ETag", "")}
    yield page("Article, not changed since", ARTICLE, status=304, headers=known)
    yield page("Topic", "/topics/strength-training/")
    yield page("Questions and answers", "/questions/")
    yield _anew(site, "Questions and answers, made anew", "/questions/")
    yield page("Search", "/search/?q=sleep")
    yield page("Page that is not there", "/articles/never-was/", status=404)
    yield from _plan_rows(site)


def _plan_rows(site: Application) -> Iterator[Row]:
    answered = person.with_answers()
    draft = person.kept(answered, finished=False)
    trained = person.with_a_log()
    plan = person.kept(trained, finished=True)
    yield _own(site, "Questionnaire, a page", f"{draft}questions/6/")
    yield Row(name="Questionnaire, a page sent", acts=partial(_answers, site, draft), status=302)
    full = answered.full_answers
    yield Row(name="Building a plan, the engine alone", acts=_engine(full), status=None)
    yield _own(site, "Today, with a log", plan)
    yield _own(site, "The whole plan, 12 weeks and a log", f"{plan}plan/")
    yield Row(name="A session noted", acts=partial(_sessions, site, trained), status=302)
    yield _own(site, "The plan as a file (JSON)", f"{plan}data/")
    yield _own(site, "The plan as a PDF", f"{plan}strength-plan.pdf")


def _own(site: Application, name: str, address: str) -> Row:
    act = partial(ask, site, address)
    return Row(name=name, acts=lambda count: [act] * count)


def _page(
    application: Application,
    name: str,
    address: str,
    *,
    status: int = 200,
    headers: dict[str, str] | None = None,
) -> Row:
    act = partial(ask, application, address, headers=headers)
    return Row(
        name=name,
        acts=lambda count: [act] * count,
        status=status,
        address=address,
        headers=headers or {},
    )


def _anew(site: Edge, name: str, address: str) -> Row:
    """Make a page that is kept as if nobody had asked for it since the last change."""

    def act() -> Answer:
        site.memory.clear()
        return ask(site, address)

    return Row(name=name, acts=lambda count: [act] * count)


def _engine(answers: Answers) -> Callable[[int], list[Act]]:
    def act() -> None:
        build_plan(answers)

    return lambda count: [act] * count


def _answers(site: Application, draft: str, count: int) -> list[Act]:
    """Send another age each time, so that there is something to save."""
    ages = cycle((34, 35))
    fields = {"country": "gb", "condition": "depression", "peripartum": "not_applicable"}
    forms = [urlencode({"age": next(ages), **fields}) for _ in range(count)]
    return [partial(ask, site, f"{draft}questions/1/", form=form) for form in forms]


def _sessions(site: Application, trained: State, count: int) -> list[Act]:
    """Note the next session of a record that nobody has noted it in yet."""
    address = f"session/{next_number(trained)}/press/"
    plans = [person.kept(trained, finished=True) for _ in range(count)]
    return [partial(ask, site, f"{plan}{address}", form="press=full") for plan in plans]
