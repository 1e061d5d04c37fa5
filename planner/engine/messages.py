"""What a screening rule says to the person (rulebook, section 4.3).

Where the rulebook speaks of a draft to take along, these speak of the summary that stands in its
place: nobody who needs a check first is shown a dose.
"""

_CHECK_FIRST = (
    "Most people with this condition can get stronger safely. A quick check comes first. Print "
    "this summary and show it to your doctor or nurse."
)
_CARE_FIRST = (
    "You are carrying a lot. Please talk with a doctor, nurse, midwife or therapist first. "
    "Training works best next to good care. Take this summary with you."
)
_TRAINED_PERSON = (
    "You have been cleared, which is great. For now, train with a trained person beside you. Show "
    "them this plan."
)
_STEADY_HELPER = (
    "A steady helper makes this safer. Please start with a physiotherapist, a falls class or a "
    "qualified trainer. Show them this plan."
)
_CAUTIONS = "Your plan is ready. Please read the caution cards first."

MESSAGES: dict[str, str] = {
    "SCR-01": (
        "Thank you for telling us. You matter, and you do not have to face this alone. Please "
        "reach out now to one of the free lines below, or to someone you trust. If you might act "
        "on these thoughts, or you have hurt yourself, call your emergency number now. We will not "
        "show a training plan today. You are welcome back once you have talked with someone."
    ),
    "SCR-02": (
        "What you describe needs care today. Please call one of the lines below, your care team, "
        "or your emergency number. Training can wait."
    ),
    "SCR-03": (
        "What you describe can be an emergency. Please call your emergency number now, or ask "
        "someone near you to call. Do not exercise."
    ),
    "SCR-04": (
        "Please get help now. Call your midwife or birth unit. If you feel very unwell, call your "
        "emergency number. Do not exercise today."
    ),
    "SCR-10": (
        "This planner is made for adults aged 18 and over. Strength training can be good for teens "
        "too, with a trained coach. Please talk with a parent, carer, school nurse or doctor about "
        "a plan that fits you."
    ),
    "SCR-11": (
        "That is OK. We ask everyone. If hard thoughts are around, the free lines below are there "
        "for you. Because we want you to be safe, please talk with a health worker before you use "
        "a plan."
    ),
    "SCR-12": (
        "One of your answers can be a sign that your heart needs a check. Please see a doctor soon "
        'and ask: "Is strength training safe for me?" Come back when you have the answer.'
    ),
    "SCR-13": (
        "Food and weight come first right now. Hard training could harm you. Please talk with your "
        "eating disorder team or doctor. They can say when and how to start."
    ),
    "SCR-14": (
        "Your blood pressure is too high to lift weights today. Please contact your doctor or "
        "pharmacist soon, today if you also have headache, blurred sight or chest pain. Come back "
        "when it is lower."
    ),
    "SCR-15": (
        "Straining can be risky with this condition. Please ask your specialist what you can do."
    ),
    "SCR-16": (
        "Your pain has a sign that needs a check first. Please see a doctor or physiotherapist "
        "soon."
    ),
    "SCR-17": (
        "Your maternity team knows your pregnancy best. Please ask them what exercise is safe for "
        "you."
    ),
    "SCR-18": (
        "GLP-1 medicines are not usually used in pregnancy. Please call your prescriber or midwife "
        "soon, before you train. Do not change doses on your own."
    ),
    "SCR-20": _CHECK_FIRST,
    "SCR-21": _CHECK_FIRST,
    "SCR-25": _CHECK_FIRST,
    "SCR-22": (
        "Please have your blood pressure checked first. Many pharmacies do it. Take this summary "
        "with you."
    ),
    "SCR-23": (
        "You are still healing. Ask the team who treated you when you can start. Take this summary "
        "with you."
    ),
    "SCR-24": (
        "After a bone break like yours, form matters more than load. Please see a physiotherapist "
        "first. Take this summary with you."
    ),
    "SCR-26": (
        "Your body is still healing after birth. Gentle walks and pelvic floor squeezes are a good "
        "start if you feel well. Ask your midwife, nurse or doctor before you start a plan."
    ),
    "SCR-27": (
        "Getting up from a chair is hard right now. That can improve. A physiotherapist can help "
        "you start safely. Take this summary with you."
    ),
    "SCR-28": (
        "Your pain is strong. Please talk with a doctor or physiotherapist so we start at the "
        "right level."
    ),
    "SCR-29": _CARE_FIRST,
    "SCR-30": _CARE_FIRST,
    "SCR-40": (
        "With symptoms this strong, please train with a trained person, such as a physiotherapist, "
        "a clinic programme or a qualified trainer who talks with your care team. Show them this "
        "plan."
    ),
    "SCR-41": (
        "Your team has said training can be part of your care. Please do it inside a clinic "
        "programme."
    ),
    "SCR-42": _TRAINED_PERSON,
    "SCR-43": _TRAINED_PERSON,
    "SCR-44": _STEADY_HELPER,
    "SCR-45": _STEADY_HELPER,
    "SCR-46": _STEADY_HELPER,
    "SCR-99": "Your plan is ready.",
    **dict.fromkeys((f"SCR-{number}" for number in range(60, 79)), _CAUTIONS),
}
