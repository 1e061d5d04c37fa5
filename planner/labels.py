"""The words of the questionnaire: what each question is called, asks, is for and offers."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The words of one question; `topic` names it in error messages and summaries."""

    topic: Text
    question: Text
    why: Text
    options: dict[str, Text] = field(default_factory=dict)


LABELS: dict[str, Label] = {
    "age": Label(
        topic=_("Age"),
        question=_("How old are you?"),
        why=_("Age changes the plan, and it is for adults."),
    ),
    "country": Label(
        topic=_("Where you are"),
        question=_("Where are you now?"),
        why=_("To show the right help lines."),
        options={
            "us": _("United States"),
            "gb": _("United Kingdom"),
            "ie": _("Ireland"),
            "ca": _("Canada"),
            "au": _("Australia"),
            "nz": _("New Zealand"),
            "in": _("India"),
            "eu_other": _("Another EU country"),
            "other": _("Somewhere else"),
        },
    ),
    "peripartum": Label(
        topic=_("Pregnancy and birth"),
        question=_("Are you pregnant, or did you have a baby in the last year?"),
        why=_("Some moves change in pregnancy and after birth."),
        options={
            "not_applicable": _("No, or does not apply"),
            "pregnant": _("Pregnant"),
            "postpartum": _("Had a baby in the last 12 months"),
            "prefer_not_to_say": _("I would rather not say"),
        },
    ),
    "pregnancy_week": Label(
        topic=_("Weeks pregnant"),
        question=_("How many weeks pregnant are you?"),
        why=_("The plan changes at week 13 and week 28."),
    ),
    "pregnancy_flags": Label(
        topic=_("Your pregnancy now"),
        question=_("Do any of these fit?"),
        why=_("To spot when exercise must wait."),
        options={
            "pg_urgent": _(
                "Bleeding, leaking fluid, strong regular tightenings, bad headache or blurred "
                "sight, or baby moving less"
            ),
            "pg_complication": _("My maternity team told me about a problem or to limit exercise"),
            "pelvic_girdle_pain": _("Pain at the front or back of the pelvis"),
            "none": _("None of these"),
        },
    ),
    "postpartum_week": Label(
        topic=_("Weeks since the birth"),
        question=_("How many weeks since the birth?"),
        why=_("Healing time sets the start."),
    ),
    "birth_type": Label(
        topic=_("How the birth was"),
        question=_("How was the birth?"),
        why=_("A C-section needs more healing time."),
        options={
            "vaginal": _("Vaginal"),
            "caesarean": _("Caesarean (C-section)"),
            "other_or_prefer_not": _("Other, or rather not say"),
        },
    ),
    "postpartum_flags": Label(
        topic=_("After the birth"),
        question=_("Do any of these fit?"),
        why=_("To spot when exercise must wait or be gentler."),
        options={
            "pp_urgent": _(
                "Heavy or new bleeding, fever, chest pain, bad headache, one swollen calf, or a "
                "wound that is open, red or leaking"
            ),
            "pp_pelvic_floor": _("Leaking, or a heavy or bulging feeling down below"),
            "none": _("None of these"),
        },
    ),
    "condition": Label(
        topic=_("What you want help with"),
        question=_("What would you most like help with?"),
        why=_("Shapes the plan and what we can say about it."),
        options={
            "wellbeing": _("Feeling well, or low mood with no diagnosis"),
            "depression": _("Depression"),
            "depression_treatment_resistant": _(
                "Depression that did not get better with treatment"
            ),
            "anxiety_gad": _("Worry or anxiety most days"),
            "depression_anxiety": _("Low mood and worry together"),
            "depression_peripartum": _("Low mood in pregnancy or after birth"),
            "depression_chronic_pain": _("Low mood with long-lasting pain"),
            "depression_sarcopenia": _("Low mood with weak muscles, or in later life"),
        },
    ),
    "severity_self": Label(
        topic=_("How strong it feels"),
        question=_("How strong are these feelings in the last 2 weeks?"),
        why=_("Sets how gently we start."),
        options={
            "minimal": _("Hardly there"),
            "mild": _("Mild: I can do most things"),
            "moderate": _("Medium: some days are hard"),
            "severe": _("Strong: most days are very hard"),
            "not_sure": _("I am not sure"),
        },
    ),
    "phq9": Label(
        topic=_("Mood check"),
        question=_("Take the 2-minute mood check"),
        why=_("A clearer picture, and a start point to track."),
    ),
    "gad7": Label(
        topic=_("Worry check"),
        question=_("Take the 1-minute worry check"),
        why=_("A clearer picture, and a start point to track."),
    ),
    "self_harm": Label(
        topic=_("Thoughts of hurting yourself"),
        question=_(
            "In the last 2 weeks, have you had thoughts of hurting yourself, or that you would "
            "be better off dead?"
        ),
        why=_("So we can point to help right away."),
        options={
            "no": _("No"),
            "yes": _("Yes"),
            "prefer_not_to_say": _("I would rather not say"),
        },
    ),
    "mental_flags": Label(
        topic=_("More about your mind"),
        question=_("Do any of these fit?"),
        why=_("Some need help first, or a gentler plan."),
        options={
            "voices_or_mania_now": _(
                "Right now I hear or see things others do not, or I feel wired with almost no sleep"
            ),
            "bipolar_history": _("I have been told I have bipolar"),
            "panic_attacks": _("I get panic attacks"),
            "eating_disorder_now": _("I have an eating disorder now"),
            "eating_disorder_past": _("I had one in the past"),
            "underweight": _(
                "I have been told I am underweight, or I lost a lot of weight without trying"
            ),
            "none": _("None of these"),
        },
    ),
    "under_care": Label(
        topic=_("Your care"),
        question=_("Are you in touch with a doctor, nurse, midwife or therapist about your mood?"),
        why=_("Stronger symptoms need a care team."),
        options={
            "yes": _("Yes"),
            "no": _("No"),
        },
    ),
    "symptoms": Label(
        topic=_("Signs to check"),
        question=_("Do any of these fit you?"),
        why=_("These can mean the heart or body needs a check first."),
        options={
            "chest_pain_now": _("Chest pain or pressure now, or at rest today"),
            "stroke_signs": _("Sudden face droop, arm weakness or trouble speaking"),
            "breathless_now": _("Struggling to breathe right now"),
            "one_calf_swollen": _("One calf swollen, warm or sore"),
            "saddle_numb_or_bladder": _(
                "New numbness between the legs, or new trouble with bladder or bowel"
            ),
            "chest_pain_effort": _("Chest pain or pressure when active"),
            "fainting": _("Fainted or almost fainted in the last 3 months"),
            "breathless_easily": _("Out of breath with light effort or lying flat"),
            "palpitations": _("Racing or uneven heartbeat at rest"),
            "ankle_swelling": _("Both ankles swell"),
            "leg_cramp_walking": _("Calf cramp when walking that stops with rest"),
            "feverish_today": _("Fever or feeling ill today"),
            "none": _("None of these"),
        },
    ),
    "conditions": Label(
        topic=_("Your health"),
        question=_("Has a health worker told you that you have any of these?"),
        why=_("Each one changes the plan."),
        options={
            "heart_disease": _("Heart disease or heart failure"),
            "stroke_or_tia": _("Stroke or mini-stroke"),
            "high_blood_pressure": _("High blood pressure"),
            "diabetes_type1": _("Type 1 diabetes"),
            "diabetes_type2": _("Type 2 diabetes"),
            "kidney_disease": _("Kidney disease"),
            "lung_disease": _("Asthma or other lung disease"),
            "osteoporosis": _("Thin bones (osteoporosis)"),
            "bone_fracture_fragility": _("A broken spine bone, or a break after a small fall"),
            "falls_2plus_or_injury": _("Two or more falls, or one that hurt me, in the last year"),
            "aneurysm_or_eye_bleed": _(
                "Weak artery (aneurysm) or bleeding or recent surgery in the eye"
            ),
            "hernia_or_prolapse": _("Hernia or prolapse"),
            "epilepsy": _("Epilepsy"),
            "other_serious": _("Cancer in treatment or another serious illness"),
            "none": _("None of these"),
        },
    ),
    "bp_status": Label(
        topic=_("Blood pressure"),
        question=_("What was your last blood pressure?"),
        why=_(
            "If your two numbers fit different answers, pick the higher one. Very high pressure "
            "must come down first."
        ),
        options={
            "under_160_100": _("Under 160 over 100"),
            "160_100_to_179_109": _("160 to 179 over 100 to 109"),
            "180_110_or_more": _("180 over 110 or more"),
            "not_checked_6m": _("Not checked in 6 months, or not sure"),
        },
    ),
    "active_now": Label(
        topic=_("Being active"),
        question=_(
            "In the last 3 months, were you active for 30 minutes, 3 days a week (a brisk walk "
            "counts)?"
        ),
        why=_("People who are already active can often keep going."),
        options={
            "yes": _("Yes"),
            "no": _("No"),
        },
    ),
    "recent_event": Label(
        topic=_("The last 12 weeks"),
        question=_("In the last 12 weeks, have you had any of these?"),
        why=_("Healing needs time and advice."),
        options={
            "surgery_12w": _("An operation"),
            "injury_or_fracture_12w": _("A bad injury or broken bone"),
            "none": _("None of these"),
        },
    ),
    "pain_sites": Label(
        topic=_("Pain"),
        question=_("Do you have pain most weeks? Where?"),
        why=_("So we can choose kinder moves."),
        options={
            "neck": _("Neck"),
            "shoulder": _("Shoulder"),
            "elbow": _("Elbow"),
            "wrist_hand": _("Wrist or hand"),
            "upper_back": _("Upper back"),
            "low_back": _("Lower back"),
            "hip": _("Hip"),
            "knee": _("Knee"),
            "ankle_foot": _("Ankle or foot"),
            "widespread": _("All over"),
            "none": _("No, or not most weeks"),
        },
    ),
    "pain_now": Label(
        topic=_("How bad the pain is"),
        question=_("How bad is it on most days?"),
        why=_("0 is no pain, 10 is the worst. Sets your own pain baseline."),
    ),
    "pain_flags": Label(
        topic=_("What comes with the pain"),
        question=_("Does the pain come with any of these?"),
        why=_("These need a check first."),
        options={
            "numb_or_weak_worse": _("Numbness or weakness that is getting worse"),
            "night_pain_or_weight_loss": _("Strong night pain, or weight loss without trying"),
            "cancer_history": _("A history of cancer"),
            "recent_major_fall": _("It began after a bad fall or crash"),
            "none": _("None of these"),
        },
    ),
    "medicines": Label(
        topic=_("Medicines"),
        question=_("Do you take any of these?"),
        why=_("Some change how training should feel."),
        options={
            "antidepressant": _("Antidepressant"),
            "glp1": _("GLP-1 weight or diabetes medicine (such as semaglutide or tirzepatide)"),
            "insulin": _("Insulin"),
            "sulfonylurea": _("Sulfonylurea or glinide tablets (such as gliclazide or glipizide)"),
            "beta_blocker": _("Beta blocker (such as bisoprolol or propranolol)"),
            "lithium": _("Lithium"),
            "antipsychotic": _("Antipsychotic"),
            "sedative": _("Sleeping tablet or calming medicine"),
            "blood_thinner": _("Blood thinner"),
            "not_sure": _("I am not sure"),
            "none": _("None of these"),
        },
    ),
    "glp1_intake": Label(
        topic=_("Eating and drinking"),
        question=_("How is eating going?"),
        why=_("You need fuel to train safely."),
        options={
            "eating_ok": _("I can eat and drink"),
            "hardly_eating_or_vomiting": _("I can hardly eat, or I keep being sick"),
        },
    ),
    "chair_stand": Label(
        topic=_("Standing up from a chair"),
        question=_("Can you stand up from a chair five times?"),
        why=_("A quick check of leg strength."),
        options={
            "easily": _("Yes, without hands"),
            "with_hands": _("Only with my hands"),
            "cannot": _("No"),
        },
    ),
    "floor_ok": Label(
        topic=_("Getting down to the floor"),
        question=_("Can you get down to the floor and up again by yourself?"),
        why=_("Tells us whether to use floor moves."),
        options={
            "yes": _("Yes"),
            "no": _("No, or not easily"),
        },
    ),
    "clearance": Label(
        topic=_("A health worker's agreement"),
        question=_(
            "Has a doctor, midwife, nurse or physiotherapist who knows about this said strength "
            "training is fine for you?"
        ),
        why=_("It lets you go on once it is checked."),
        options={
            "yes": _("Yes, in the last 12 months (for pregnancy or birth: this one)"),
            "no": _("No, or not yet"),
        },
    ),
    "supervision": Label(
        topic=_("Who guides you"),
        question=_("Will someone trained guide you?"),
        why=_("Some plans are only safe with guidance."),
        options={
            "none": _("No, on my own"),
            "exercise_professional": _("Yes, a qualified trainer or physiotherapist"),
            "clinician_programme": _("Yes, a programme run by my clinic"),
        },
    ),
    "experience": Label(
        topic=_("Strength training so far"),
        question=_("How much strength training have you done?"),
        why=_("Sets the start point."),
        options={
            "new": _("New to it, or not for a year or more"),
            "returning": _("Did it before, but not in the last 3 months"),
            "regular": _("At least twice a week for the last 3 months"),
        },
    ),
    "equipment": Label(
        topic=_("What you can use"),
        question=_("What can you use?"),
        why=_("Pick all that you have. We only pick moves you can do."),
        options={
            "chair_wall": _("A firm chair, a wall and a low step"),
            "band": _("Bands"),
            "dumbbell": _("Dumbbells or a kettlebell"),
            "machine": _("Gym machines"),
            "barbell": _("Barbell and rack"),
            "none": _("Nothing"),
        },
    ),
    "session_minutes": Label(
        topic=_("Session length"),
        question=_("How long can a session be?"),
        why=_("To fit your day."),
        options={
            "20": _("20 minutes"),
            "30": _("30 minutes"),
            "45": _("45 minutes"),
            "60": _("60 minutes"),
        },
    ),
    "days_per_week": Label(
        topic=_("Days a week"),
        question=_("How many days a week?"),
        why=_("Two or three is enough."),
        options={
            "2": _("Two"),
            "3": _("Three"),
            "you_choose": _("You choose"),
        },
    ),
    "days_available": Label(
        topic=_("Days that could work"),
        question=_("Which days could work?"),
        why=_("To leave rest days between."),
        options={
            "mon": _("Monday"),
            "tue": _("Tuesday"),
            "wed": _("Wednesday"),
            "thu": _("Thursday"),
            "fri": _("Friday"),
            "sat": _("Saturday"),
            "sun": _("Sunday"),
        },
    ),
    "days_preferred": Label(
        topic=_("Favourite days"),
        question=_("Any favourite days?"),
        why=_("To suit your week."),
        options={
            "mon": _("Monday"),
            "tue": _("Tuesday"),
            "wed": _("Wednesday"),
            "thu": _("Thursday"),
            "fri": _("Friday"),
            "sat": _("Saturday"),
            "sun": _("Sunday"),
        },
    ),
    "energy_mode": Label(
        topic=_("Energy"),
        question=_("How is your energy for this?"),
        why=_("A tiny start still counts."),
        options={
            "usual": _("Fine for a normal start"),
            "low_energy": _("Very low: start tiny"),
        },
    ),
}

# What made somebody stop, in a session.
STOP_SYMPTOMS: dict[str, Text] = {
    "none": _("No, nothing worrying"),
    "chest_pain": _("Chest pain or pressure"),
    "faint": _("I fainted, or nearly did"),
    "breath": _("Breath so short that I had to stop"),
    "vision": _("Sudden bad headache, change of sight, or a weak face, arm or speech"),
    "calf": _("One calf swollen and sore"),
    "bleeding": _("Bleeding or leaking fluid, in pregnancy or after birth"),
    "contraction": _("Strong regular tightenings, or the baby moving less"),
    "low_sugar": _("Signs of low blood sugar"),
    "other": _("Something else"),
}
KINDS: dict[str, Text] = {
    "full": _("The session"),
    "tiny": _("The tiny version"),
    "skipped": _("Skipped"),
    "stopped_safety": _("Stopped for a warning sign"),
}
WEIGHT_UNITS: dict[str, Text] = {"kg": _("kilograms (kg)"), "lb": _("pounds (lb)")}
