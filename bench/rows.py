"""What is measured, in the order of the table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from urllib.parse import urlencode

from bench import bare, person
from bench.asking import Answer, Application, ask
from planner.diary import next_number
from planner.engine import build_plan

ARTICLE = "/articles/resistance-training-for-depression-and-anxiety/"
Act = Callable[[], Answer | None]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: `acts` makes so many things to do, before the clock runs."""

    name: str
    acts: Callable[[int], list[Act]]
    status: int | None = 200


def rows(site: Application) -> Iterator[Row]:
    """List the bare view, then every page and the engine."""
    read = partial(_same, site)
    yield Row("Bare Django view", _same(bare.application(), "/bare/"))
    yield Row("Home", read("/"))
    yield Row("Article", read(ARTICLE))
    etag = ask(site, ARTICLE).headers.get("ETag", "")
    yield Row("Article, not changed since", read(ARTICLE, HTTP_IF_NONE_MATCH=etag), 304)
    yield Row("Topic", read("/topics/strength-training/"))
    yield Row("Questions and answers", read("/questions/"))
    yield Row("Search", read("/search/?q=sleep"))
    yield Row("Page that is not there", read("/articles/never-was/"), 404)
    yield from _plan_rows(site)


def _plan_rows(site: Application) -> Iterator[Row]:
    answered = person.with_answers()
    draft = person.kept(answered, finished=False)
    trained = person.with_a_log()
    plan = person.kept(trained, finished=True)
    read = partial(_same, site)
    yield Row("Questionnaire, a page", read(f"{draft}questions/7/"))
    yield Row("Questionnaire, a page sent", partial(_answers_sent, site, draft), 302)
    full = answered.full_answers
    yield Row("Building a plan, the engine alone", _engine(lambda: build_plan(full)), None)
    yield Row("Today, with a log", read(plan))
    yield Row("The whole plan, 12 weeks and a log", read(f"{plan}plan/"))
    yield Row("A session noted", partial(_sessions_noted, site, trained), 302)
    yield Row("The plan as a file (JSON)", read(f"{plan}data/"))
    yield Row("The plan as a PDF", read(f"{plan}strength-plan.pdf"))


def _same(application: Application, address: str, **headers: str) -> Callable[[int], list[Act]]:
    act = partial(ask, application, address, **headers)
    return lambda count: [act] * count


def _engine(work: Callable[[], object]) -> Callable[[int], list[Act]]:
    def act() -> None:
        work()

    return lambda count: [act] * count


def _answers_sent(site: Application, draft: str, count: int) -> list[Act]:
    """Send another age each time, so that there is something to save."""
    ages = cycle((34, 35))
    fields = {"country": "gb", "condition": "depression"}
    forms = [urlencode({"age": next(ages), **fields}) for _ in range(count)]
    return [partial(ask, site, f"{draft}questions/1/", form=form) for form in forms]


def _sessions_noted(site: Application, trained: object, count: int) -> list[Act]:
    """Note the next session of a record that nobody has noted it in yet."""
    address = f"session/{next_number(trained)}/press/"
    plans = [person.kept(trained, finished=True) for _ in range(count)]
    return [partial(ask, site, f"{plan}{address}", form="press=full") for plan in plans]
