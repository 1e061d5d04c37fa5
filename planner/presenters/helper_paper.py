"""One sheet for whoever stands by while a person trains under supervision (RX, SCR-40 to 46).

What to watch and when to stop are the plan's own cautions. The order of the sheet and the
questions to ask are a design choice of ours, and the sheet says so.
"""

from django.utils.translation import gettext as _

from planner.engine import Answers, Plan
from planner.engine import Facts as EngineFacts
from planner.presenters.engine_words import caution, name_of
from planner.presenters.help import help_for
from planner.presenters.paper import Block, Document, Facts, Items, Paragraph, Section
from planner.presenters.plan import PlanView, plan_view
from planner.presenters.plan_paper import WITH_A_TRAINED_PERSON, efforts, help_lines, pictures

# Said to the person alone: their medicines, whom to tell, that company is needed at all.
FOR_THE_PERSON = frozenset({"CAV-01", "CAV-11", "CAV-18", "CAV-21", "CAV-33", "CAV-36"})
# Whoever stands by must know the signs of an emergency, whatever the plan says of them.
ALWAYS = "CAV-03"
STOP_AT_ONCE = ("CAV-02", ALWAYS, "CAV-04")
STOP_THE_MOVE = ("CAV-24", "CAV-35")


def helper_paper(plan: Plan, answers: Answers) -> Document:
    """Lay out what to watch, what to say and when to stop, in the order in which it matters."""
    view = plan_view(plan, answers)
    texts = dict(zip(plan.caveats, view.cautions, strict=True))
    texts[ALWAYS] = caution(ALWAYS, EngineFacts(answers))
    apart = FOR_THE_PERSON.union(STOP_AT_ONCE, STOP_THE_MOVE)
    watch = tuple(text for caveat, text in texts.items() if caveat not in apart)
    return Document(
        title=_("For the person who stands by"),
        notice=str(WITH_A_TRAINED_PERSON),
        lead=_(
            "Thank you for being there. This sheet is given to you by the person who trains. "
            '"You" in the cautions is that person.'
        ),
        sections=(
            Section(
                title=_("Stop and get help at once"),
                blocks=(
                    Items(items=_chosen(texts, STOP_AT_ONCE)),
                    help_lines(help_for(answers.country)),
                ),
            ),
            Section(
                title=_("Stop the move, or the session"),
                blocks=(Items(items=(*_chosen(texts, STOP_THE_MOVE), *_limits(plan))),),
            ),
            *([Section(title=_("What to watch"), blocks=(Items(items=watch),))] if watch else []),
            Section(title=_("What to say"), blocks=_questions(plan)),
            Section(title=_("In this order"), blocks=_order(plan, view)),
        ),
        closing=_(
            "The cautions are those of the plan. The questions and the order of this sheet are "
            "our own choice; we do not know them from a study. What the care team says comes first."
        ),
    )


def _chosen(texts: dict[str, str], wanted: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(texts[caveat] for caveat in wanted if caveat in texts)


def _limits(plan: Plan) -> tuple[str, ...]:
    effort = _("Stop a set when it feels harder than %(effort)d out of 10, whatever the plan says.")
    return (
        effort % {"effort": plan.effort_cap},
        _("Stop when the person asks to. They need give no reason."),
    )


def _questions(plan: Plan) -> tuple[Block, ...]:
    table = efforts(plan)
    return (
        Items(
            items=(
                _('Before: "How are you today? Any new pain, or anything that feels wrong?"'),
                _('After a set: "How hard was that, from 0 to 10? Can you talk easily?"'),
                _('After a move: "Does anything hurt, from 0 to 10?"'),
                _('On a hard day: "Shall we do the tiny version? It counts just as much."'),
            )
        ),
        Paragraph(text=table.caption),
        Facts(pairs=tuple((effort.text, feeling.text) for effort, feeling in table.rows)),
    )


def _order(plan: Plan, view: PlanView) -> tuple[Block, ...]:
    rest = _("%(seconds)d seconds after each set, or longer.") % {"seconds": plan.rest_seconds}
    templates = {"A": plan.template_a, "B": plan.template_b}
    return (
        Paragraph(lead=_("Warm up."), text=view.warm_up),
        *(
            Paragraph(
                lead=_("Session %(template)s.") % {"template": template},
                text=", ".join(name_of(code) for code in codes),
            )
            for template, codes in templates.items()
        ),
        pictures(plan),
        Paragraph(lead=_("Rest."), text=rest),
        Paragraph(lead=_("Cool down."), text=view.cool_down),
        Paragraph(text=_("How much of each stands in the printed plan and on today's page.")),
    )
