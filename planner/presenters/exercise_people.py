"""In words: what an exercise asks of a body, and the people whom each rule looks after."""

from django.utils.translation import gettext_lazy as _

from planner.engine import Tag
from planner.labels import Text

ASKS: dict[Tag, Text] = {
    Tag.SUPINE: _("You lie flat on your back."),
    Tag.PRONE_LYING: _("You lie face down."),
    Tag.FLOOR_TRANSFER: _("You get down to the floor and up again."),
    Tag.KNEELING: _("You kneel."),
    Tag.OVERHEAD: _("Your arms work above your shoulders."),
    Tag.HIGH_GRIP: _("It asks for a strong grip."),
    Tag.WRIST_LOAD: _("Your wrists carry weight."),
    Tag.VALSALVA_PRONE: _("It tempts people to hold their breath and strain."),
    Tag.HIGH_ABDOMINAL_PRESSURE: _("It puts pressure on the belly and the pelvic floor."),
    Tag.AXIAL_LOAD: _("A weight rests on your back."),
    Tag.KNEE_DEEP_FLEXION: _("Your knees bend deeply."),
    Tag.BALANCE_DEMAND: _("It asks for good balance."),
    Tag.SINGLE_LEG_LOAD: _("One leg carries most of your weight."),
    Tag.LOADED_SPINAL_FLEXION: _("Your back bends under a load."),
    Tag.LOADED_SPINAL_ROTATION: _("Your back turns under a load."),
    Tag.IMPACT: _("Your feet land hard."),
}
# The people of every rule that leaves out a tag or caps the level (rulebook, sections 5.3 and 5.5).
WHO: dict[str, Text] = {
    "RX-01": _("You are new to strength training"),
    "RX-02": _("You are coming back to strength training"),
    "RX-12": _("You are 65 to 74 years old"),
    "RX-13": _("You are 75 or older"),
    "RX-14": _("You cannot stand up from a chair five times without your hands"),
    "RX-30": _("You are up to 12 weeks pregnant"),
    "RX-31": _("You are 13 to 27 weeks pregnant"),
    "RX-32": _("You are 28 weeks pregnant or more"),
    "RX-33": _("You are pregnant and your pelvis hurts"),
    "RX-34": _("You may be pregnant, or would rather not say"),
    "RX-35": _("You gave birth less than 6 weeks ago, or less than 12 after a caesarean"),
    "RX-36": _("You gave birth 6 to 11 weeks ago, or 12 to 17 after a caesarean"),
    "RX-37": _("You gave birth in the last year"),
    "RX-38": _("Since a birth you leak, or feel heaviness in the pelvis"),
    "RX-42": _("You have thin bones (osteoporosis)"),
    "RX-43": _("You have broken a bone of the spine, or any bone in a small fall"),
    "RX-44": _("You fell twice or more in the last year, or were hurt by a fall"),
    "RX-45": _("You have high blood pressure"),
    "RX-46": _(
        "You have heart disease, had a stroke, or get signs of the heart when you make an effort"
    ),
    "RX-48": _("You have a lung disease"),
    "RX-49": _("You have epilepsy and train alone"),
    "RX-50": _("You have a hernia or a prolapse"),
    "RX-51": _("You have a weak artery (aneurysm), or bleeding or recent surgery in the eye"),
    "RX-52": _(
        "You had an operation or a bad injury in the last 12 weeks, or have a serious illness"
    ),
    "RX-56": _("You are 65 or older and take calming or antipsychotic medicine"),
    "RX-57": _("You take a blood thinner"),
    "RX-58": _("You have an eating disorder now"),
    "RX-59": _("You cannot get down to the floor and up again by yourself"),
    "RX-60": _("You train without a trained person to watch"),
}
