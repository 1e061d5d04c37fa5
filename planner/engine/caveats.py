"""Caveat texts, shown as written (rulebook, section 9), and the order they stand in."""

from planner.engine.facts import Facts

CAVEATS: dict[str, str] = {
    "CAV-01": (
        "Do not stop, skip or change any medicine because of this plan. If you would like to "
        "change a medicine, talk with the person who prescribed it first. Stopping some medicines "
        "suddenly can make you feel unwell."
    ),
    "CAV-02": (
        "If you think about hurting yourself, reach out now. The free lines on this page are for "
        "you. If you are in danger, call your emergency number."
    ),
    "CAV-03": (
        "Stop and get help at once for: chest pain, fainting, trouble breathing, a drooping face, "
        "a weak arm, trouble speaking, sudden bad headache, a swollen sore calf, or numbness "
        "between the legs."
    ),
    "CAV-04": (
        "Stop and call your midwife or maternity unit for: bleeding, leaking fluid, strong regular "
        "tightenings, bad headache, blurred sight, chest pain, fainting, one sore swollen calf, or "
        "your baby moving less."
    ),
    "CAV-05": "This planner is for adults aged 18 and over.",
    "CAV-06": (
        "Keep effort easy enough to talk. Stop if you feel chest pain, pressure, faint or very "
        "short of breath."
    ),
    "CAV-07": (
        "Train only as your care team agrees. Eat before and after. Skip training on days you skip "
        "meals."
    ),
    "CAV-08": (
        "Check your blood pressure often. Do not train if it is 180 over 110 or more. Breathe out "
        "as you lift."
    ),
    "CAV-09": (
        "Never strain or hold your breath. Stop if your sight changes or you get a sudden bad "
        "headache."
    ),
    "CAV-10": (
        "New numbness, weakness, night pain or pain after a bad fall needs a check before you "
        "train."
    ),
    "CAV-11": "GLP-1 medicines and pregnancy: call your prescriber soon.",
    "CAV-12": (
        "Check your feet after training. If you have kidney disease, ask before you eat extra "
        "protein."
    ),
    "CAV-13": "Follow the advice of the team who treated you, even if this plan says more.",
    "CAV-14": "Keep your back long. Do not bend forward or twist with a weight. Step with care.",
    "CAV-15": (
        "Do gentle pelvic floor squeezes each day. Ease back if bleeding gets heavier, or if you "
        "feel pain, leaking or heaviness."
    ),
    "CAV-16": (
        "Keep a firm chair or wall within reach. Wear flat shoes. Let someone know when you train."
    ),
    "CAV-17": (
        "Your care team comes first. Keep your appointments and your treatment. Use this plan next "
        "to that care."
    ),
    "CAV-18": "Please do this plan with a trained person, not by yourself.",
    "CAV-19": "On hard days do the tiny version. One set is a win.",
    "CAV-20": (
        "Training makes the heart beat fast and skin warm. That is normal and will pass. Slow your "
        "breath out. Stop any time you like."
    ),
    "CAV-21": (
        "Please tell a doctor, nurse or therapist how you feel, and that you are starting this "
        "plan."
    ),
    "CAV-22": (
        "If you start to need far less sleep, feel wired, or feel driven to train more and more, "
        "pause and call your care team."
    ),
    "CAV-23": (
        "After 12 weeks do not lie flat on your back to train. Keep cool. Drink water. You should "
        "be able to talk."
    ),
    "CAV-24": (
        "Pain up to 3 out of 10, or close to your usual, is fine. Ease back at 4 to 5. Stop the "
        "move at 6 or more, or if pain is still up the next day."
    ),
    "CAV-25": "Take longer to warm up and cool down. Get up slowly after each set.",
    "CAV-26": (
        "Check your sugar before you train. If it is under 90 mg/dL (5.0 mmol/L), eat 15 to 30 g "
        "of carbs first. Do not train with ketones, or on a day you had a bad low. Keep fast sugar "
        "near. Ask your team about your doses."
    ),
    "CAV-27": (
        "Take long rests. Keep your reliever or emergency medicine near. Lift nothing above your "
        "head when you are by yourself if you have seizures."
    ),
    "CAV-28": "Do not use heart rate as a guide. Use how hard it feels, and whether you can talk.",
    "CAV-29": (
        "Drink as you normally do, and a little more in heat. Do not cut salt. If you feel shaky, "
        "sick or confused, stop and call your doctor."
    ),
    "CAV-30": (
        "Lift to keep your muscle. Eat some protein at each meal; many people are told 1.2 to 1.6 "
        "g per kg of weight a day, but ask your team, most of all with kidney disease. Do not "
        "train if you cannot keep food or drink down."
    ),
    "CAV-31": (
        "You may feel dizzy or sleepy. Stand up slowly, hold on for balance moves, and stay out of "
        "the heat."
    ),
    "CAV-32": (
        "Avoid knocks and drops. Get help for a bad bruise, a head knock or bleeding that will not "
        "stop."
    ),
    "CAV-33": "Not sure about a medicine? Ask a pharmacist if it changes how you should train.",
    "CAV-34": "Rest until you have been well for 2 days. Then start with the tiny version.",
    "CAV-35": (
        "Stop if you feel unwell. Sore muscles for 2 days are normal. Sharp pain is not. Ask a "
        "health worker if you are unsure."
    ),
    "CAV-36": (
        "First time? Watch your form in a mirror or film a set. A session or two with a trainer "
        "helps."
    ),
    "CAV-37": "Check bands for cracks. Fix them to something that cannot move.",
    "CAV-38": "Set pins, seats and safety bars before you load. Use clips.",
}

# Help and emergency first, the general safety card last, the rest by id.
ORDER = (
    "CAV-02",
    "CAV-03",
    "CAV-04",
    *sorted(CAVEATS.keys() - {"CAV-02", "CAV-03", "CAV-04", "CAV-35"}),
    "CAV-35",
)


def in_order(ids: frozenset[str]) -> tuple[str, ...]:
    """Put caveat ids in the order of the page."""
    return tuple(caveat for caveat in ORDER if caveat in ids)


# With an eating disorder nothing on the page speaks of body weight (INV-41).
GLP1_WITHOUT_WEIGHT = (
    "Lift to keep your muscle. Eat some protein at each meal, and ask your team how much is right "
    "for you. Do not train if you cannot keep food or drink down."
)


def caveat_text(caveat: str, facts: Facts) -> str:
    """Give the words of one caveat for this person."""
    if caveat == "CAV-30" and facts.eating_disorder:
        return GLP1_WITHOUT_WEIGHT
    return CAVEATS[caveat]
