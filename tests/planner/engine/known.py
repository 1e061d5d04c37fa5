"""What follows from plain answers by the rulebook (sections 3.3 and 3.5), worked out by hand.

The tests measure the engine against this and never against the engine's own facts.
"""

SELF_RATED = {"minimal": 0, "mild": 1, "moderate": 2, "severe": 4}
PHQ9_BANDS = [0] * 5 + [1] * 5 + [2] * 5 + [3] * 5 + [4] * 8
GAD7_BANDS = [0] * 5 + [1] * 5 + [2] * 5 + [4] * 7
SUPERVISION = {"none": 0, "exercise_professional": 1, "clinician_programme": 2}
URGENT_SYMPTOMS = {
    "chest_pain_now",
    "stroke_signs",
    "breathless_now",
    "one_calf_swollen",
    "saddle_numb_or_bladder",
}
EFFORT_SYMPTOMS = {
    "chest_pain_effort",
    "fainting",
    "breathless_easily",
    "palpitations",
    "ankle_swelling",
    "leg_cramp_walking",
}
MANY = (
    "pregnancy_flags",
    "postpartum_flags",
    "mental_flags",
    "symptoms",
    "conditions",
    "recent_event",
    "pain_flags",
    "medicines",
)


class Known:
    """The derived facts of one set of plain answers; an unanswered question gives the mild fact."""

    def __init__(self, raw):
        self.raw = raw
        self.age = raw.get("age") or 0
        self.condition = raw.get("condition")
        self.picked = {code for name in MANY for code in raw.get(name) or ()} - {"none"}
        if "diabetes_type1" in self.picked:  # VAL-12
            self.picked.add("insulin")
        self.sites = set(raw.get("pain_sites") or ()) - {"none"}
        self.pain_now = raw.get("pain_now") or 0
        self.equipment = set(raw.get("equipment") or ()) | {"none"}
        self.days = set(raw.get("days_available") or ())
        self.favourites = set(raw.get("days_preferred") or ())
        self._read_mood(raw)
        self._read_birth(raw)
        self._read_body(raw)

    def _read_mood(self, raw):
        phq9, gad7 = raw.get("phq9") or (), raw.get("gad7") or ()
        levels = (
            [SELF_RATED[raw["severity_self"]]] if raw.get("severity_self") in SELF_RATED else []
        )
        levels += [PHQ9_BANDS[sum(phq9)]] if phq9 else []
        levels += [GAD7_BANDS[sum(gad7)]] if gad7 else []
        self.sev_unknown = not levels
        self.sev = max(levels) if levels else 2
        self.crisis = raw.get("self_harm") == "yes" or any(item >= 1 for item in phq9[8:])
        self.in_care = raw.get("under_care") == "yes"
        self.trd = self.condition == "depression_treatment_resistant"
        self.anxious = self.condition in {"anxiety_gad", "depression_anxiety"}
        self.ed = self.any("eating_disorder_now", "underweight")

    def _read_birth(self, raw):
        self.pregnant = raw.get("peripartum") == "pregnant"
        self.postpartum = raw.get("peripartum") == "postpartum"
        self.unsaid = raw.get("peripartum") == "prefer_not_to_say"
        self.pregnancy_week = raw.get("pregnancy_week") or 0
        self.heal_week = raw.get("postpartum_week") or 0
        if raw.get("birth_type") == "caesarean":
            self.heal_week = max(0, self.heal_week - 6)

    def _read_body(self, raw):
        self.cleared = raw.get("clearance") == "yes"
        self.sup = SUPERVISION[raw.get("supervision") or "none"]
        self.bp = raw.get("bp_status")
        self.inactive = raw.get("active_now") == "no"
        self.stands_with_hands = raw.get("chair_stand") == "with_hands"
        self.cannot_stand = raw.get("chair_stand") == "cannot"
        self.frail_sign = self.stands_with_hands or self.cannot_stand
        self.urgent_symptom = bool(self.picked & URGENT_SYMPTOMS)
        self.effort_symptom = bool(self.picked & EFFORT_SYMPTOMS)
        self.metabolic = self.any("diabetes_type1", "diabetes_type2", "kidney_disease")
        self.heart_or_stroke = self.any("heart_disease", "stroke_or_tia")
        self.recent_event = self.any("surgery_12w", "injury_or_fracture_12w")
        self.pain = bool(self.sites) or self.condition == "depression_chronic_pain"
        self.pain_flag = bool(set(raw.get("pain_flags") or ()) - {"none"})
        self.low_energy = (
            raw.get("energy_mode") == "low_energy"
            or self.sev >= 3
            or raw.get("glp1_intake") == "hardly_eating_or_vomiting"
        )
        self.guarded_body = (
            self.any("aneurysm_or_eye_bleed", "pg_complication", "bone_fracture_fragility")
            or self.cannot_stand
            or self.pain_now >= 7
        )

    def any(self, *codes):
        """Whether one of the codes was picked in a multi-select question."""
        return not self.picked.isdisjoint(codes)
