"""The golden cases of the rulebook, section 12, as data.

Each is: the answers that differ from the base person; first screening rule, disposition and
access, role; the numbers, where there is a plan.
"""

CASES = {
    "GT-01": (
        {},
        ("SCR-99", "plan / active", "standalone_option"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "30, 5, 60",
            "effort cap, start level, level cap, set cap, mode": "7, 2, 3, 3, standard",
            "weekly sets": "10 10 12 14 16 10 18 18 18 18 18 11",
            "A": (
                "bodyweight_squat, kneeling_push_up, self_resisted_row, bird_dog, "
                "bodyweight_good_morning"
            ),
            "B": (
                "bodyweight_good_morning, goalpost_press, self_resisted_pull_down, dead_bug, "
                "bodyweight_squat"
            ),
        },
    ),
    "GT-02": (
        {
            "condition": "wellbeing",
            "severity_self": "minimal",
            "experience": "regular",
            "equipment": ["machine", "dumbbell", "barbell"],
            "session_minutes": "60",
            "days_per_week": "3",
        },
        ("SCR-99", "plan / active", "wellbeing"),
        {
            "days": "3: mon wed fri",
            "minutes, slots, rest": "60, 8, 90",
            "effort cap, start level, level cap, set cap, mode": "8, 3, 3, 3, standard",
            "weekly sets": "48 51 51 51 51 31 51 51 51 51 51 31",
            "A": (
                "leg_press, machine_chest_press, machine_row, cable_pallof_press, "
                "seated_leg_curl, farmer_carry, dumbbell_heel_raise, single_leg_stand"
            ),
            "B": (
                "dumbbell_romanian_deadlift, dumbbell_shoulder_press, lat_pulldown, "
                "cable_pallof_press, goblet_squat, goblet_carry, dumbbell_floor_press, "
                "dumbbell_one_arm_row"
            ),
        },
    ),
    "GT-03": (
        {"severity_self": "severe", "under_care": "yes"},
        ("SCR-40", "supervised_only / draft_for_supervisor", "adjunct"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "30, 4, 60",
            "effort cap, start level, level cap, set cap, mode": "6, 1, 3, 2, standard",
            "weekly sets": "8 8 10 12 14 9 16 16 16 16 16 10",
            "A": "mini_squat, palm_press, shoulder_blade_squeeze, standing_brace_breath",
            "B": "glute_bridge, front_raise_unloaded, thigh_press_down, standing_brace_breath",
        },
    ),
    "GT-04": (
        {
            "severity_self": "severe",
            "supervision": "clinician_programme",
            "equipment": ["chair_wall", "band"],
            "energy_mode": "low_energy",
            "under_care": "yes",
        },
        ("SCR-60", "plan_with_cautions / active", "adjunct"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "30, 4, 60",
            "effort cap, start level, level cap, set cap, mode": "6, 1, 3, 2, standard",
            "weekly sets": "8 8 10 12 14 9 16 16 16 16 16 10",
            "A": "sit_to_stand_hands, wall_push_up, wall_elbow_press, seated_knee_lift",
            "B": "wall_tap_hinge, front_raise_unloaded, thigh_press_down, standing_brace_breath",
        },
    ),
    "GT-05": (
        {"phq9": [2, 2, 2, 2, 2, 2, 2, 2, 0], "under_care": "no"},
        ("SCR-29", "clearance_first / draft_for_clinician", "adjunct"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "30, 4, 60",
            "effort cap, start level, level cap, set cap, mode": "6, 1, 3, 2, standard",
            "weekly sets": "8 8 10 12 14 9 16 16 16 16 16 10",
            "A": "mini_squat, palm_press, shoulder_blade_squeeze, standing_brace_breath",
            "B": "glute_bridge, front_raise_unloaded, thigh_press_down, standing_brace_breath",
        },
    ),
    "GT-06": (
        {"phq9": [1, 1, 1, 0, 0, 0, 0, 0, 1]},
        ("SCR-01", "urgent_help / none", None),
        None,
    ),
    "GT-07": (
        {
            "age": 31,
            "peripartum": "pregnant",
            "condition": "depression_peripartum",
            "equipment": ["chair_wall", "band"],
            "pregnancy_week": 20,
            "pregnancy_flags": ["none"],
            "under_care": "yes",
            "floor_ok": "yes",
        },
        ("SCR-65", "plan_with_cautions / active", "standalone_shared"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "30, 5, 90",
            "effort cap, start level, level cap, set cap, mode": "6, 2, 3, 3, gentle",
            "weekly sets": "10 10 12 14 14 10 14 14 14 14 14 10",
            "A": "band_squat, band_chest_press, band_row, band_pallof_press, band_deadlift",
            "B": (
                "band_deadlift, band_shoulder_press, band_straight_arm_pulldown, "
                "band_pallof_press, band_squat"
            ),
        },
    ),
    "GT-08": (
        {
            "age": 31,
            "peripartum": "postpartum",
            "condition": "depression_peripartum",
            "postpartum_week": 8,
            "birth_type": "caesarean",
            "postpartum_flags": ["none"],
            "under_care": "yes",
            "clearance": "no",
        },
        ("SCR-26", "clearance_first / draft_for_clinician", "standalone_shared"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "30, 4, 60",
            "effort cap, start level, level cap, set cap, mode": "4, 1, 1, 1, gentle",
            "weekly sets": "8 8 8 8 8 8 8 8 8 8 8 8",
            "A": "mini_squat, palm_press, shoulder_blade_squeeze, standing_brace_breath",
            "B": "glute_bridge, front_raise_unloaded, thigh_press_down, standing_brace_breath",
        },
    ),
    "GT-09": (
        {
            "age": 70,
            "condition": "depression_sarcopenia",
            "equipment": ["chair_wall", "band"],
            "session_minutes": "45",
            "chair_stand": "easily",
            "floor_ok": "yes",
        },
        ("SCR-67", "plan_with_cautions / active", "standalone_shared"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "45, 6, 90",
            "effort cap, start level, level cap, set cap, mode": "7, 2, 3, 3, standard",
            "weekly sets": "12 12 14 16 19 12 22 24 24 24 24 15",
            "A": (
                "band_squat, band_chest_press, band_row, supported_single_leg_stand, "
                "band_deadlift, band_pallof_press"
            ),
            "B": (
                "band_deadlift, band_shoulder_press, band_straight_arm_pulldown, "
                "semi_tandem_stand, band_squat, band_pallof_press"
            ),
        },
    ),
    "GT-10": (
        {
            "age": 78,
            "condition": "depression_sarcopenia",
            "equipment": ["chair_wall"],
            "chair_stand": "with_hands",
            "floor_ok": "no",
        },
        ("SCR-45", "supervised_only / draft_for_supervisor", "standalone_shared"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "30, 5, 90",
            "effort cap, start level, level cap, set cap, mode": "6, 1, 2, 2, gentle",
            "weekly sets": "10 10 12 14 14 10 14 14 14 14 14 10",
            "A": (
                "sit_to_stand_hands, wall_push_up, wall_elbow_press, supported_tandem_stand, "
                "wall_tap_hinge"
            ),
            "B": (
                "hip_hinge_drill, front_raise_unloaded, thigh_press_down, "
                "weight_shift_front_back, mini_squat"
            ),
        },
    ),
    "GT-11": (
        {
            "condition": "wellbeing",
            "severity_self": "minimal",
            "medicines": ["glp1"],
            "experience": "returning",
            "equipment": ["dumbbell", "chair_wall"],
            "session_minutes": "45",
            "days_per_week": "3",
            "glp1_intake": "eating_ok",
        },
        ("SCR-74", "plan_with_cautions / active", "wellbeing"),
        {
            "days": "3: mon wed fri",
            "minutes, slots, rest": "45, 6, 60",
            "effort cap, start level, level cap, set cap, mode": "8, 2, 3, 3, standard",
            "weekly sets": "18 21 25 30 36 22 43 45 45 45 45 27",
            "A": (
                "goblet_squat, dumbbell_floor_press, dumbbell_one_arm_row, wall_plank, "
                "dumbbell_romanian_deadlift, goblet_carry"
            ),
            "B": (
                "dumbbell_romanian_deadlift, dumbbell_lateral_raise, dumbbell_shoulder_extension, "
                "bird_dog, goblet_squat, goblet_carry"
            ),
        },
    ),
    "GT-12": (
        {
            "condition": "depression_chronic_pain",
            "pain_sites": ["low_back"],
            "equipment": ["chair_wall", "dumbbell"],
            "pain_now": 5,
            "pain_flags": ["none"],
            "floor_ok": "yes",
        },
        ("SCR-68", "plan_with_cautions / active", "standalone_shared"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "30, 5, 60",
            "effort cap, start level, level cap, set cap, mode": "6, 1, 3, 2, gentle",
            "weekly sets": "10 10 12 14 16 10 18 18 18 18 18 11",
            "A": (
                "sit_to_stand_hands, wall_push_up, wall_elbow_press, seated_knee_lift, "
                "wall_tap_hinge"
            ),
            "B": (
                "glute_bridge, front_raise_unloaded, thigh_press_down, standing_brace_breath, "
                "mini_squat"
            ),
        },
    ),
    "GT-13": (
        {
            "conditions": ["diabetes_type2"],
            "medicines": ["sulfonylurea"],
            "active_now": "no",
            "clearance": "no",
        },
        ("SCR-21", "clearance_first / draft_for_clinician", "standalone_option"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "30, 5, 60",
            "effort cap, start level, level cap, set cap, mode": "7, 2, 3, 3, standard",
            "weekly sets": "10 10 12 14 16 10 18 18 18 18 18 11",
            "A": (
                "bodyweight_squat, kneeling_push_up, self_resisted_row, bird_dog, "
                "bodyweight_good_morning"
            ),
            "B": (
                "bodyweight_good_morning, goalpost_press, self_resisted_pull_down, dead_bug, "
                "bodyweight_squat"
            ),
        },
    ),
    "GT-14": (
        {
            "conditions": ["diabetes_type2"],
            "medicines": ["sulfonylurea"],
            "active_now": "no",
            "clearance": "yes",
        },
        ("SCR-72", "plan_with_cautions / active", "standalone_option"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "30, 5, 60",
            "effort cap, start level, level cap, set cap, mode": "7, 2, 3, 3, standard",
            "weekly sets": "10 10 12 14 16 10 18 18 18 18 18 11",
            "A": (
                "bodyweight_squat, kneeling_push_up, self_resisted_row, bird_dog, "
                "bodyweight_good_morning"
            ),
            "B": (
                "bodyweight_good_morning, goalpost_press, self_resisted_pull_down, dead_bug, "
                "bodyweight_squat"
            ),
        },
    ),
    "GT-15": (
        {"conditions": ["high_blood_pressure"], "bp_status": "180_110_or_more"},
        ("SCR-14", "clearance_first / none", "standalone_option"),
        None,
    ),
    "GT-16": (
        {"age": 16},
        ("SCR-10", "clearance_first / none", "standalone_option"),
        None,
    ),
    "GT-17": (
        {
            "condition": "anxiety_gad",
            "severity_self": "moderate",
            "mental_flags": ["panic_attacks"],
            "equipment": ["machine"],
            "session_minutes": "45",
            "under_care": "yes",
        },
        ("SCR-62", "plan_with_cautions / active", "adjunct"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "45, 6, 90",
            "effort cap, start level, level cap, set cap, mode": "7, 2, 3, 3, standard",
            "weekly sets": "12 12 14 16 19 12 22 24 24 24 24 15",
            "A": (
                "leg_press, machine_chest_press, machine_row, bird_dog, seated_leg_curl, "
                "braced_walk"
            ),
            "B": (
                "seated_leg_curl, machine_shoulder_press, lat_pulldown, dead_bug, leg_press, "
                "braced_walk"
            ),
        },
    ),
    "GT-18": (
        {"days_per_week": "3", "days_available": ["sat", "sun", "mon"]},
        ("SCR-99", "plan / active", "standalone_option"),
        {
            "days": "2: mon sat",
            "minutes, slots, rest": "30, 5, 60",
            "effort cap, start level, level cap, set cap, mode": "7, 2, 3, 3, standard",
            "weekly sets": "10 10 12 14 16 10 18 18 18 18 18 11",
            "A": (
                "bodyweight_squat, kneeling_push_up, self_resisted_row, bird_dog, "
                "bodyweight_good_morning"
            ),
            "B": (
                "bodyweight_good_morning, goalpost_press, self_resisted_pull_down, dead_bug, "
                "bodyweight_squat"
            ),
        },
    ),
    "GT-19": (
        {"self_harm": "prefer_not_to_say"},
        ("SCR-11", "clearance_first / none", "standalone_option"),
        None,
    ),
    "GT-20": (
        {"symptoms": ["chest_pain_now"]},
        ("SCR-03", "urgent_help / none", None),
        None,
    ),
    "GT-21": (
        {
            "mental_flags": ["eating_disorder_now"],
            "supervision": "exercise_professional",
            "clearance": "yes",
        },
        ("SCR-41", "supervised_only / draft_for_supervisor", "adjunct"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "30, 4, 60",
            "effort cap, start level, level cap, set cap, mode": "5, 1, 2, 2, standard",
            "weekly sets": "8 8 10 12 14 9 16 16 16 16 16 10",
            "A": "mini_squat, palm_press, shoulder_blade_squeeze, standing_brace_breath",
            "B": "glute_bridge, front_raise_unloaded, thigh_press_down, standing_brace_breath",
        },
    ),
    "GT-22": (
        {
            "condition": "depression_treatment_resistant",
            "severity_self": "moderate",
            "under_care": "yes",
        },
        ("SCR-61", "plan_with_cautions / active", "adjunct"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "30, 5, 60",
            "effort cap, start level, level cap, set cap, mode": "7, 2, 3, 3, standard",
            "weekly sets": "10 10 12 14 16 10 18 18 18 18 18 11",
            "A": (
                "bodyweight_squat, kneeling_push_up, self_resisted_row, bird_dog, "
                "bodyweight_good_morning"
            ),
            "B": (
                "bodyweight_good_morning, goalpost_press, self_resisted_pull_down, dead_bug, "
                "bodyweight_squat"
            ),
        },
    ),
    "GT-23": (
        {"severity_self": "not_sure", "under_care": "yes"},
        ("SCR-62", "plan_with_cautions / active", "adjunct"),
        {
            "days": "2: mon thu",
            "minutes, slots, rest": "30, 5, 60",
            "effort cap, start level, level cap, set cap, mode": "7, 2, 3, 3, standard",
            "weekly sets": "10 10 12 14 16 10 18 18 18 18 18 11",
            "A": (
                "bodyweight_squat, kneeling_push_up, self_resisted_row, bird_dog, "
                "bodyweight_good_morning"
            ),
            "B": (
                "bodyweight_good_morning, goalpost_press, self_resisted_pull_down, dead_bug, "
                "bodyweight_squat"
            ),
        },
    ),
    "GT-24": (
        {
            "conditions": ["high_blood_pressure"],
            "medicines": ["beta_blocker"],
            "experience": "returning",
            "equipment": ["machine"],
            "session_minutes": "45",
            "bp_status": "under_160_100",
        },
        ("SCR-71", "plan_with_cautions / active", "standalone_option"),
        {
            "days": "3: mon wed fri",
            "minutes, slots, rest": "45, 6, 90",
            "effort cap, start level, level cap, set cap, mode": "7, 2, 3, 3, gentle",
            "weekly sets": "18 21 25 30 33 20 33 33 33 33 33 20",
            "A": (
                "leg_press, machine_chest_press, machine_row, bird_dog, seated_leg_curl, "
                "braced_walk"
            ),
            "B": (
                "seated_leg_curl, machine_shoulder_press, lat_pulldown, dead_bug, leg_press, "
                "braced_walk"
            ),
        },
    ),
}
