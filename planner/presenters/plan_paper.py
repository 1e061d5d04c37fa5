"""A whole plan for paper: all that is needed away from the site, with boxes to write in."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from planner.engine import EXERCISES, Answers, NextSession, Plan, codes, words
from planner.labels import Text
from planner.presenters.drawing import drawing
from planner.presenters.help import Help, help_for
from planner.presenters.paper import (
    Block,
    Cell,
    Document,
    Facts,
    Items,
    Paragraph,
    Pictures,
    Section,
    Sheet,
    Table,
)
from planner.presenters.plan import NumberView, PlanView, plan_view
from planner.presenters.session_cards import next_card, session_cards
from planner.presenters.sessions import ExerciseView
from planner.presenters.why import SourceLink, Why

WITH_A_TRAINED_PERSON = gettext_lazy("For use with a qualified person present.")
NOT_MEDICAL_CARE = gettext_lazy(
    "TTL gives information, not medical care. Keep your treatment and your appointments."
)
HOW_TO_FILL_IN: tuple[Text, ...] = (
    gettext_lazy("Do one exercise after the other, from the top. Rest between the sets."),
    gettext_lazy(
        "After each set, write in its box how many you did. Write the load once, if there is one."
    ),
    gettext_lazy(
        "After the last set, write how hard it felt and the worst pain during the move, both from "
        "0 to 10. Mood runs from 0 to 10 too, and 10 is best."
    ),
)
NEXT_STEP = gettext_lazy(
    "Type it in on your page when you like: it then works out your next step. Until then stay with "
    "the same load, and go no higher than the top number."
)
NEXT_STEP_TOGETHER = gettext_lazy(
    "Decide on the next step together with your trained person. Until then stay with the same "
    "load, and go no higher than the top number."
)
TINY = gettext_lazy(
    "Do the first three exercises, one set each, at an effort of 5 or less. It counts just as much."
)
# Fewer sessions stand side by side where the letters are large.
SESSIONS_A_CARD, SESSIONS_A_LARGE_CARD = 3, 2


def plan_paper(
    plan: Plan,
    answers: Answers,
    *,
    is_large: bool = False,
    address: str = "",
    next_session: NextSession | None = None,
) -> Document:
    """Lay out a plan; `address` is its private link, where the person asked to have it on paper.

    `next_session` is what the log has made of it so far, None while there is no log.
    """
    view = plan_view(plan, answers)
    sessions_a_card = SESSIONS_A_LARGE_CARD if is_large else SESSIONS_A_CARD
    return Document(
        title=_("Your strength plan"),
        notice=f"{WITH_A_TRAINED_PERSON} {view.message}" if view.is_supervised else "",
        lead="" if view.is_supervised else view.message,
        sections=(
            Section(title=_("Read these first"), blocks=(Items(items=view.cautions),)),
            Section(title=_("Help lines"), blocks=(help_lines(help_for(answers.country)),)),
            Section(title=_("What this plan is for"), blocks=_purpose(view, address)),
            Section(title=_("How to do a session"), blocks=_how(plan, view)),
            Section(title=_("The exercises"), blocks=_exercises(plan, view)),
            *_now(next_session),
            Section(title=_("Your sessions"), blocks=session_cards(plan, sessions_a_card)),
            Section(title=_("Where the numbers come from"), blocks=(_numbers(view.numbers),)),
        ),
        closing=NOT_MEDICAL_CARE,
    )


def _now(session: NextSession | None) -> tuple[Section, ...]:
    title = _("Where you are now")
    written = Paragraph(text=_("The cards below show the plan as it was first written."))
    return (Section(title=title, blocks=(next_card(session), written)),) if session else ()


def help_lines(help_: Help) -> Facts:
    """List the lines of a country, the emergency number first."""
    lines = (*help_.country.emergency, *help_.country.lines, help_.fallback)
    anywhere = (_("Emergency"), _("the emergency number of the place where you are"))
    return Facts(
        pairs=(
            *(() if help_.country.emergency else (anywhere,)),
            *(
                (line.name, f"{line.number}. {line.note}" if line.note else line.number)
                for line in lines
            ),
        )
    )


def _purpose(view: PlanView, address: str) -> tuple[Block, ...]:
    texts = (
        f"{text.why} {_('Watch for:')} {text.watch}{_from(text.sources)}"
        for text in view.conditions
    )
    link = Paragraph(lead=_("Your private link:"), text=address)
    return (
        Paragraph(text=view.role),
        *(Paragraph(text=text) for text in texts),
        Facts(
            pairs=(
                (_("Your days"), view.days),
                (
                    _("How long"),
                    _("%(minutes)d minutes a session, for %(weeks)d weeks")
                    % {"minutes": view.minutes, "weeks": len(view.weeks)},
                ),
            )
        ),
        Paragraph(text=" ".join(view.notes)),
        *((link,) if address else ()),
    )


def _how(plan: Plan, view: PlanView) -> tuple[Block, ...]:
    rest = _("%(seconds)d seconds after each set, or longer.") % {"seconds": view.rest_seconds}
    next_step = NEXT_STEP_TOGETHER if view.is_supervised else NEXT_STEP
    return (
        Paragraph(lead=_("Warm up."), text=view.warm_up),
        Items(items=(*HOW_TO_FILL_IN, next_step)),
        Paragraph(lead=_("Rest."), text=rest),
        Paragraph(lead=_("Cool down."), text=view.cool_down),
        Paragraph(lead=_("Hard day? Do the tiny version."), text=TINY),
        efforts(plan),
    )


def efforts(plan: Plan) -> Table:
    """Say what each effort up to this plan's highest feels like."""
    rows, low = [], 0
    for high, feeling in words.EFFORT_WORDS:
        if low <= plan.effort_cap:
            band = _("%(low)d to %(high)d") % {"low": low, "high": high} if low < high else high
            rows.append((Cell(text=str(band)), Cell(text=_(feeling))))
        low = high + 1
    return Table(
        caption=_("How hard it feels at the end of a set. Never above %(most)d in this plan.")
        % {"most": plan.effort_cap},
        columns=(Cell(text=_("Effort")), Cell(text=_("How it feels"))),
        rows=tuple(rows),
        weights=(1, 5),
    )


def _exercises(plan: Plan, view: PlanView) -> tuple[Block, ...]:
    every = {each.name: each for session in view.this_week for each in session.exercises}
    starts: dict[str, list[str]] = {}
    for each in every.values():
        starts.setdefault(each.start, []).append(each.name)
    return (
        pictures(plan),
        Table(
            caption="",
            columns=tuple(
                Cell(text=title)
                for title in (
                    _("Exercise"),
                    _("How to do it"),
                    _("How fast"),
                    _("Easier"),
                    _("Harder, later"),
                )
            ),
            rows=tuple(map(_exercise, every.values())),
            weights=(4, 9, 6, 4, 4),
        ),
        *(
            Paragraph(lead=_("First time: %(names)s.") % {"names": ", ".join(names)}, text=start)
            for start, names in starts.items()
        ),
    )


def pictures(plan: Plan) -> Pictures:
    """Show every exercise of a plan once, in the order in which they come."""
    codes = dict.fromkeys((*plan.template_a, *plan.template_b))
    return Pictures(drawings=tuple(drawing(EXERCISES[code]) for code in codes))


def _exercise(each: ExerciseView) -> tuple[Cell, ...]:
    harder = each.harder or _("no other version in this plan")
    texts = (each.name, each.cue, each.tempo, each.easier, harder)
    return tuple(Cell(text=text) for text in texts)


def _numbers(numbers: tuple[NumberView, ...]) -> Table:
    return Table(
        caption="",
        columns=(Cell(text=_("Number")), Cell(text=_("Yours")), Cell(text=_("Why"))),
        rows=tuple(
            (
                Cell(text=number.title),
                Cell(text=number.value),
                Cell(text=" ".join((str(number.comes_from), *map(_reason, number.why))).strip()),
            )
            for number in numbers
        ),
        weights=(4, 4, 15),
    )


def _reason(why: Why) -> str:
    choice = _(" The exact number is our careful choice.") if why.is_choice else ""
    return f"{why.reason}{_from(why.sources)}{choice}"


def _from(sources: tuple[SourceLink, ...]) -> str:
    names = ", ".join(source.name for source in sources)
    return _(" From: %(sources)s.") % {"sources": names} if names else ""


def usual_sheet(answers: Answers) -> Sheet:
    """Guess which sheets the printer holds from the country."""
    letter = {codes.Country.US, codes.Country.CA}
    return Sheet.LETTER if answers.country in letter else Sheet.A4
