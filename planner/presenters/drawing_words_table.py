"""What each drawing of an exercise shows, in words: how it starts and how it ends."""

from django.utils.translation import gettext_lazy as _

from planner.labels import Text

SHOWN: dict[str, tuple[Text, Text]] = {
    "mini_squat": (
        _("Stand tall, feet hip-wide."),
        _("Hips back and knees a little bent, as if starting to sit."),
    ),
    "bodyweight_squat": (
        _("Stand tall, both arms held out in front."),
        _("Sit back and down, knees over toes, arms still in front."),
    ),
    "slow_squat": (
        _("Stand tall, arms by your sides."),
        _("Sunk into a deep squat after three slow counts, arms in front."),
    ),
    "reverse_lunge": (
        _("Stand tall with both feet together."),
        _("One foot far behind on its toes, both knees bent, trunk upright."),
    ),
    "sit_to_stand_hands": (
        _("Sit at the front of a chair with armrests, leaning forward, hands on the armrests."),
        _("Stand tall in front of the chair."),
    ),
    "sit_to_stand": (
        _("Sit on the edge of a chair with arms crossed on the chest."),
        _("Stand tall in front of the chair, arms still crossed."),
    ),
    "step_up": (
        _("One whole foot on a low step, one hand on the rail."),
        _("Stand on the step with both feet, hand on the rail."),
    ),
    "band_squat": (
        _("In a squat on the middle of a band, an end held at each shoulder."),
        _("Stand tall, the band stretched from feet to shoulders."),
    ),
    "goblet_squat": (
        _("Stand tall and hug one weight upright at the chest."),
        _("Sit down between the heels, the weight still at the chest."),
    ),
    "leg_press": (
        _("Lie back in the leg press seat, knees bent, feet on the plate."),
        _("Legs nearly straight, the plate pushed away."),
    ),
    "barbell_box_squat": (
        _("Stand in front of a box with a bar across the upper back."),
        _("Sit back onto the box, the bar still on the back."),
    ),
    "glute_bridge": (
        _("Lie on your back, knees bent, feet flat, arms beside you."),
        _("Hips lifted, so that knees, hips and shoulders make a slope."),
    ),
    "hip_hinge_drill": (
        _("Stand with the hands in the crease of the hips."),
        _("Hips pushed back, long back tipped forward, hands still in the crease."),
    ),
    "bodyweight_good_morning": (
        _("Stand tall with arms crossed on the chest."),
        _("Tipped forward from the hips with a flat back, arms crossed."),
    ),
    "single_leg_glute_bridge": (
        _("Lie on your back, one foot flat, the other knee hugged to the chest."),
        _("Hips lifted by one foot, the other knee still hugged."),
    ),
    "wall_tap_hinge": (
        _("Stand tall with your back to a wall, a small step away from it."),
        _("Tipped forward, your bottom tapping the wall behind."),
    ),
    "band_deadlift": (
        _("Feet on a band, folded at the hips, an end in each hand."),
        _("Stand tall, arms straight, the band stretched."),
    ),
    "dumbbell_romanian_deadlift": (
        _("Stand tall, a weight in each hand at the thighs."),
        _("Hips back, flat back tipped forward, weights down by the shins."),
    ),
    "seated_leg_curl": (
        _("Sit in the machine with legs out in front, a roller behind the heels."),
        _("Heels pulled down and under the seat."),
    ),
    "barbell_romanian_deadlift": (
        _("Stand tall with a long bar held at the thighs."),
        _("Hips back, flat back tipped forward, the bar close to the legs."),
    ),
    "palm_press": (
        _("Sit tall, hands apart in front of the chest, elbows out."),
        _("Palms pressed into each other in front of the chest."),
    ),
    "kneeling_push_up": (
        _("On the knees and straight arms, one line from knees to head."),
        _("Elbows bent, the chest low between the hands, knees on the floor."),
    ),
    "self_resisted_press": (
        _("Sit tall, a fist in front of the chest with the other palm over it."),
        _("The fist pushed forward while the palm slows it down."),
    ),
    "push_up": (
        _("On hands and toes with straight arms, one line from heels to head."),
        _("Elbows bent, the whole straight body low over the floor."),
    ),
    "wall_push_up": (
        _("Lean with straight arms on a wall at chest height."),
        _("Elbows bent, the straight body close to the wall."),
    ),
    "incline_push_up": (
        _("Lean with straight arms on the edge of a worktop, body in a line."),
        _("Elbows bent, the chest at the edge of the worktop."),
    ),
    "band_chest_press": (
        _("Stand with a band round the upper back, hands beside the chest."),
        _("Both arms pressed forward, the band stretched."),
    ),
    "dumbbell_floor_press": (
        _("Lie on your back, upper arms on the floor, weights over the elbows."),
        _("Weights pressed to the ceiling with straight arms."),
    ),
    "machine_chest_press": (
        _("Sit in the chest press machine, handles beside the chest."),
        _("Handles pressed forward, arms nearly straight."),
    ),
    "barbell_bench_press": (
        _("Lie on a bench, the bar held over the chest with straight arms."),
        _("The bar lowered to the middle of the chest."),
    ),
    "front_raise_unloaded": (
        _("Stand tall, arms by your sides."),
        _("Both arms raised in front to the height of the shoulders."),
    ),
    "lateral_raise_unloaded": (
        _("Seen from the front: stand tall, arms by your sides."),
        _("Both arms lifted out to the sides, to the height of the shoulders."),
    ),
    "goalpost_press": (
        _("Seen from the front: elbows at shoulder height, forearms up like goalposts."),
        _("Both arms reached up to the ceiling."),
    ),
    "chair_press_up": (
        _("Sit in a chair with hands on the armrests, elbows bent."),
        _("Arms pressed nearly straight, so that the hips rise off the seat."),
    ),
    "band_shoulder_press": (
        _("Stand on a band, an end in each hand at the shoulders."),
        _("Both arms pressed up overhead, the band stretched."),
    ),
    "dumbbell_lateral_raise": (
        _("Seen from the front: stand tall, a weight in each hand at the sides."),
        _("Both weights lifted out to the sides, just below the shoulders."),
    ),
    "dumbbell_shoulder_press": (
        _("Sit on a chair, a weight in each hand beside the ears."),
        _("Both weights pressed up overhead."),
    ),
    "machine_shoulder_press": (
        _("Sit in the shoulder press machine, handles beside the ears."),
        _("Handles pressed up overhead."),
    ),
    "landmine_press": (
        _("Stand with the free end of a slanted bar in one hand at the shoulder."),
        _("The end of the bar pressed up and away from you."),
    ),
    "shoulder_blade_squeeze": (
        _("Sit tall, elbows bent beside the ribs."),
        _("Elbows drawn back and the shoulder blades together."),
    ),
    "self_resisted_row": (
        _("Sit tall, one forearm hooked over the other in front of the chest."),
        _("One elbow drawn back past the ribs while the other arm resists."),
    ),
    "prone_w_raise": (
        _("Lie face down, arms bent out to the sides like a W."),
        _("Chest and elbows lifted a little off the floor."),
    ),
    "wall_elbow_press": (
        _("Lean your back on a wall, feet a step in front, elbows at a right angle."),
        _("Both elbows pressed back into the wall."),
    ),
    "band_row": (
        _("Stand facing a post with a band fixed to it, arms long in front."),
        _("Elbows drawn back past the ribs, the band stretched."),
    ),
    "dumbbell_one_arm_row": (
        _("Lean one hand on a bench, flat back, a weight hanging from the other hand."),
        _("The weight pulled up to the hip, elbow behind."),
    ),
    "machine_row": (
        _("Sit with the chest on a pad, arms long, hands on the handles."),
        _("Elbows pulled back, the handles beside the ribs."),
    ),
    "barbell_bent_over_row": (
        _("Tipped forward with a flat back, a long bar hanging from both hands."),
        _("The bar pulled up to the lower ribs."),
    ),
    "thigh_press_down": (
        _("Sit tall, hands just above the thighs."),
        _("Palms pressed down into the thighs."),
    ),
    "self_resisted_pull_down": (
        _("Sit tall, a fist at chin height with the other hand cupped over it."),
        _("The fist pulled down to the ribs while the other hand slows it."),
    ),
    "prone_lat_pull": (
        _("Lie face down, arms long past the head, just off the floor."),
        _("Elbows dragged down to the ribs."),
    ),
    "band_straight_arm_pulldown": (
        _("Stand facing a post with a band fixed to it, straight arms at chest height."),
        _("Straight arms swept down to the thighs, the band stretched."),
    ),
    "dumbbell_shoulder_extension": (
        _("Lean forward a little, a weight hanging from each hand."),
        _("Long arms swept back past the hips."),
    ),
    "lat_pulldown": (
        _("Sit under the pull-down machine, arms up, hands wide on the bar."),
        _("The bar pulled down to the collarbones."),
    ),
    "tall_walk": (
        _("Walk tall, the right foot in front, arms swinging."),
        _("Walk on, the left foot in front, still tall."),
    ),
    "braced_walk": (
        _("Walk with fists closed and the belly gently firm, the right foot in front."),
        _("Walk on, the left foot in front, the belly still firm."),
    ),
    "high_knee_march": (
        _("Stand on one leg, the other knee lifted to hip height."),
        _("Stand on the other leg, the first foot down again, the knee lifted."),
    ),
    "supported_march": (
        _("One hand on the back of a chair, one foot lifted."),
        _("Hand still on the chair, the other foot lifted."),
    ),
    "goblet_carry": (
        _("Walk with one weight hugged to the chest, the right foot in front."),
        _("Walk on with short steps, the left foot in front."),
    ),
    "farmer_carry": (
        _("Walk with a weight hanging from each hand, the right foot in front."),
        _("Walk on, the left foot in front, shoulders level."),
    ),
    "standing_brace_breath": (
        _("Stand with hands on the lower ribs and breathe in, so that the ribs go wide."),
        _("Breathe out and draw the low belly gently up."),
    ),
    "bird_dog": (
        _("On hands and knees with a flat back."),
        _("One leg long behind, the other arm long in front, hips level."),
    ),
    "dead_bug": (
        _("Lie on your back, arms to the ceiling, knees above hips."),
        _("One heel lowered and the opposite arm lowered past the head."),
    ),
    "standing_press_out": (
        _("Stand with palms together at the chest."),
        _("Palms still together, pushed forward until the arms are long."),
    ),
    "forearm_plank": (
        _("Lie on your front, propped on the forearms."),
        _("On forearms and toes, the body lifted into one line."),
    ),
    "seated_knee_lift": (
        _("Sit tall on a chair, hands at the sides of the seat."),
        _("One knee lifted, the trunk still upright."),
    ),
    "wall_plank": (
        _("Stand close to a wall with the forearms on it."),
        _("Feet stepped back, body leaning in one straight line."),
    ),
    "band_pallof_press": (
        _("Stand side-on to a post with a band fixed to it, hands at the chest."),
        _("Hands pressed straight out, the body not turning."),
    ),
    "cable_pallof_press": (
        _("Stand side-on to a cable machine, the handle held at the chest."),
        _("The handle pressed straight out, the body not turning."),
    ),
    "heel_raise_small": (
        _("Stand with both feet flat."),
        _("Both heels lifted by the height of a finger."),
    ),
    "heel_raise_two_leg": (
        _("Stand with both feet flat."),
        _("High on the balls of both feet."),
    ),
    "single_leg_heel_raise": (
        _("Stand on one flat foot beside a wall, the other knee bent behind."),
        _("High on the ball of one foot, the fingers near the wall."),
    ),
    "supported_heel_raise": (
        _("Stand with fingertips on the back of a chair, both feet flat."),
        _("High on the balls of both feet, fingertips on the chair."),
    ),
    "supported_single_leg_heel_raise": (
        _("Face a wall with one hand on it, one foot picked up."),
        _("High on the ball of one foot, hand still on the wall."),
    ),
    "dumbbell_heel_raise": (
        _("Stand with a weight in each hand, both feet flat."),
        _("High on the balls of both feet, arms relaxed."),
    ),
    "weight_shift_front_back": (
        _("Both feet flat, the body rocked back towards the heels."),
        _("Both feet flat, the body rocked forward towards the toes."),
    ),
    "weight_shift_side": (
        _("Seen from the front: feet wide, the body over one foot."),
        _("The body over the other foot, both feet still down."),
    ),
    "semi_tandem_stand": (
        _("Stand beside a worktop with both feet side by side."),
        _("One heel beside the big toe of the other foot, hands free."),
    ),
    "single_leg_stand": (
        _("Stand on both feet and look at a fixed spot."),
        _("Stand on one leg, the other foot lifted a little, eyes on the spot."),
    ),
    "supported_tandem_stand": (
        _("Stand beside a worktop with one hand on it, feet side by side."),
        _("One foot right in front of the other, heel to toe, hand still on the worktop."),
    ),
    "supported_single_leg_stand": (
        _("Stand beside a worktop with one hand on it."),
        _("One foot just off the floor, fingertips on the worktop."),
    ),
}
