"""The 80 exercises of the rulebook, section 7.3, as one table; `progress_to` is derived from it.

A paragraph is one exercise of the pattern in brackets above it:

    code | name | equipment | level | unit | easier version
    main muscles | tags | areas loaded (! marks high stress)
    cue
"""

from planner.engine.answers import Equipment, PainSite
from planner.engine.exercises import Exercise, Pattern, Tag, Unit

_TABLE = """\
[squat]

mini_squat | Mini squat | none | 1 | reps | -
thighs, buttocks | - | knee hip
Feet hip-width, bend a little as if starting to sit, then press the floor away.

bodyweight_squat | Bodyweight squat | none | 2 | reps | mini_squat
thighs, buttocks | - | knee hip
Sit back and down to a depth that feels smooth, chest proud, knees follow toes.

slow_squat | Slow-lowering squat | none | 3 | reps | bodyweight_squat
thighs, buttocks | - | knee! hip
Count three going down, pause one, come up in two without bouncing.

reverse_lunge | Reverse lunge | none | 4 | reps_each | slow_squat
thighs, buttocks | balance_demand knee_deep_flexion single_leg_load | knee! hip ankle_foot
Step back softly, lower straight down, push through the front heel to return.

sit_to_stand_hands | Chair stand with hand help | chair_wall | 1 | reps | -
thighs, buttocks | - | knee hip
Lean nose over toes, use hands only as much as needed, sit down slowly.

sit_to_stand | Chair stand, no hands | chair_wall | 2 | reps | sit_to_stand_hands
thighs, buttocks | - | knee hip
Arms crossed, stand tall in one go, take three counts to sit.

step_up | Low step-up | chair_wall | 3 | reps_each | sit_to_stand
thighs, buttocks | balance_demand single_leg_load | knee! hip ankle_foot
Whole foot on a low stair, stand up over it, step down quietly, rail within reach.

band_squat | Band squat | band | 2 | reps | mini_squat
thighs, buttocks | - | knee! hip
Stand on the band with ends at the shoulders, sit back, rise against the pull.

goblet_squat | Goblet squat | dumbbell | 2 | reps | mini_squat
thighs, buttocks, trunk | - | knee! hip low_back
Hug one weight at the chest, sit between the heels, stand tall.

leg_press | Leg press | machine | 2 | reps | mini_squat
thighs, buttocks | - | knee! hip
Back flat on the pad, bend to a comfortable angle, push without snapping the knees straight.

barbell_box_squat | Barbell box squat | barbell | 4 | reps | slow_squat
thighs, buttocks, trunk | axial_load knee_deep_flexion valsalva_prone | knee! hip low_back!
Bar on upper back inside a rack, sit to a box, drive up while breathing out.

[hinge]

glute_bridge | Glute bridge | none | 1 | reps | -
buttocks, hamstrings | floor_transfer supine_after_first_trimester | hip
On the back, knees bent, press heels down and lift hips until the body is a slope.

hip_hinge_drill | Hip hinge drill | none | 1 | reps | -
hamstrings, buttocks | - | hip low_back
Hands in the hip crease, push hips back with a long spine, squeeze to stand.

bodyweight_good_morning | Standing good morning | none | 2 | reps | hip_hinge_drill
hamstrings, buttocks, back | - | hip low_back
Arms crossed on chest, tip from the hips with a flat back, return by squeezing the buttocks.

single_leg_glute_bridge | One-leg glute bridge | none | 3 | reps_each | glute_bridge
buttocks, hamstrings | floor_transfer single_leg_load supine_after_first_trimester | hip! low_back
Hold one knee up, lift with the other heel, keep the hips level.

wall_tap_hinge | Wall-tap hinge | chair_wall | 1 | reps | -
hamstrings, buttocks | - | hip low_back
Stand a foot from a wall, reach the hips back to tap it, stand tall again.

band_deadlift | Band deadlift | band | 2 | reps | hip_hinge_drill
hamstrings, buttocks, back | - | hip low_back
Stand on the band, hinge to reach the ends, stand up with a long spine.

dumbbell_romanian_deadlift | Dumbbell Romanian deadlift | dumbbell | 2 | reps | hip_hinge_drill
hamstrings, buttocks, back | high_grip | hip low_back! wrist_hand
Slide the weights down the thighs, stop when the hips stop moving back, stand tall.

seated_leg_curl | Seated leg curl | machine | 2 | reps | hip_hinge_drill
hamstrings | - | knee
Pull the heels under the seat smoothly, let them return in three counts.

barbell_romanian_deadlift | Barbell Romanian deadlift | barbell | 4 | reps | bodyweight_good_morning
hamstrings, buttocks, back | axial_load high_grip valsalva_prone | hip low_back! wrist_hand
Bar close to the legs, hips back, flat back, exhale on the way up.

[push_horizontal]

palm_press | Palm press | none | 1 | reps | -
chest, arms | - | shoulder wrist_hand
Press the palms together at chest height for five easy-breathing seconds per rep.

kneeling_push_up | Kneeling push-up | none | 2 | reps | palm_press
chest, back of arms, trunk | floor_transfer kneeling wrist_load | shoulder! wrist_hand! knee
Hands under shoulders, one straight line from knees to head, lower and press.

self_resisted_press | Self-resisted press | none | 2 | reps_each | palm_press
chest, back of arms | - | shoulder
Push one fist forward while the other hand slows it down, keep breathing.

push_up | Push-up | none | 3 | reps | kneeling_push_up
chest, back of arms, trunk | floor_transfer high_abdominal_pressure wrist_load | shoulder! wrist_hand! elbow
Body like a plank, chest between the hands, press the floor away.

wall_push_up | Wall push-up | chair_wall | 1 | reps | -
chest, back of arms | wrist_load | shoulder wrist_hand
Arm's length from the wall, bend elbows to bring the chest in, push back.

incline_push_up | Counter push-up | chair_wall | 2 | reps | wall_push_up
chest, back of arms, trunk | wrist_load | shoulder wrist_hand!
Hands on a fixed counter, body straight, lower the chest to the edge and press.

band_chest_press | Band chest press | band | 2 | reps | palm_press
chest, back of arms | - | shoulder elbow
Band around the upper back, press forward to nearly straight, return slowly.

dumbbell_floor_press | Dumbbell floor press | dumbbell | 2 | reps | palm_press
chest, back of arms | floor_transfer high_grip supine_after_first_trimester | shoulder elbow wrist_hand
On the back, elbows rest on the floor each rep, press to the ceiling.

machine_chest_press | Seated chest press machine | machine | 2 | reps | palm_press
chest, back of arms | - | shoulder elbow
Handles level with mid-chest, press, stop short of locking the elbows.

barbell_bench_press | Barbell bench press | barbell | 4 | reps | push_up
chest, back of arms | high_grip supine_after_first_trimester valsalva_prone | shoulder! elbow wrist_hand
Safety bars set, lower to the chest with control, exhale as you press.

[push_vertical]

front_raise_unloaded | Slow front arm raise | none | 1 | reps | -
shoulders | - | shoulder
Thumbs up, raise both arms to shoulder height, lower in three counts.

lateral_raise_unloaded | Slow side arm raise | none | 1 | reps | -
shoulders | - | shoulder
Lift arms out to shoulder height, shoulders away from ears, lower slowly.

goalpost_press | Goalpost press | none | 2 | reps | front_raise_unloaded
shoulders, upper back | overhead | shoulder! neck
Start with arms in a goalpost shape, reach up slowly, pull back down with effort.

chair_press_up | Seated press-up | chair_wall | 2 | reps | lateral_raise_unloaded
back of arms, shoulders | wrist_load | shoulder! wrist_hand! elbow
Hands on armrests or seat edge, press down to unload the seat, lower gently.

band_shoulder_press | Band shoulder press | band | 2 | reps | front_raise_unloaded
shoulders, back of arms | overhead | shoulder! neck elbow
Stand or sit on the band, press from shoulder height up, ribs down.

dumbbell_lateral_raise | Dumbbell side raise | dumbbell | 2 | reps | lateral_raise_unloaded
shoulders | - | shoulder
Soft elbows, lift light weights to just below shoulder height, lower in three.

dumbbell_shoulder_press | Seated dumbbell press | dumbbell | 3 | reps | dumbbell_lateral_raise
shoulders, back of arms | high_grip overhead | shoulder! neck elbow
Sit tall, press from ear height up, exhale, no arching.

machine_shoulder_press | Shoulder press machine | machine | 2 | reps | front_raise_unloaded
shoulders, back of arms | overhead | shoulder! neck elbow
Seat set so handles start at the ears, press smoothly, lower in three.

landmine_press | Angled bar press | barbell | 3 | reps_each | lateral_raise_unloaded
shoulders, chest, trunk | - | shoulder elbow
One end of the bar fixed in a corner, press the other end up and away.

[pull_horizontal]

shoulder_blade_squeeze | Shoulder-blade squeeze | none | 1 | reps | -
upper back | - | upper_back
Elbows by the ribs, draw shoulder blades back, hold five seconds, breathe.

self_resisted_row | Self-resisted row | none | 2 | reps_each | shoulder_blade_squeeze
upper back, front of arms | - | shoulder upper_back
Hook forearms in front of the chest, pull one elbow back while the other resists.

prone_w_raise | Face-down W raise | none | 3 | reps | self_resisted_row
upper back | floor_transfer prone_lying | neck shoulder upper_back
Face down, arms in a W, lift elbows and chest a little, lower slowly.

wall_elbow_press | Wall elbow press | chair_wall | 1 | reps | -
upper back | - | shoulder upper_back
Back against a wall, press both elbows into it for five seconds per rep.

band_row | Band row | band | 2 | reps | shoulder_blade_squeeze
upper back, front of arms | - | shoulder upper_back elbow
Band fixed at waist height, draw elbows past the ribs, squeeze, return slowly.

dumbbell_one_arm_row | One-arm dumbbell row | dumbbell | 2 | reps_each | shoulder_blade_squeeze
upper back, front of arms | high_grip | shoulder upper_back low_back wrist_hand
One hand on a firm support, pull the weight to the hip pocket, lower slowly.

machine_row | Chest-supported row machine | machine | 2 | reps | shoulder_blade_squeeze
upper back, front of arms | - | shoulder upper_back elbow
Chest on the pad, pull elbows back, pause, let the arms lengthen.

barbell_bent_over_row | Barbell bent-over row | barbell | 4 | reps | prone_w_raise
upper back, hamstrings, arms | high_grip valsalva_prone | shoulder upper_back low_back! wrist_hand
Hinge with a flat back, row the bar to the lower ribs, exhale as you pull.

[pull_vertical]

thigh_press_down | Thigh press-down | none | 1 | reps | -
sides of the back | - | shoulder
Palms on the front of the thighs, press down for five seconds, breathe out.

self_resisted_pull_down | Self-resisted pull-down | none | 2 | reps_each | thigh_press_down
sides of the back, front of arms | - | shoulder elbow
One hand holds the other fist at chin height, pull that fist down to the ribs.

prone_lat_pull | Face-down pull | none | 3 | reps | self_resisted_pull_down
sides of the back, upper back | floor_transfer overhead prone_lying | neck shoulder upper_back
Face down, arms long overhead just off the floor, drag elbows to the ribs.

band_straight_arm_pulldown | Band straight-arm pull-down | band | 2 | reps | thigh_press_down
sides of the back | - | shoulder
Band fixed at chest height, long arms, sweep hands down to the thighs.

dumbbell_shoulder_extension | Dumbbell arm sweep | dumbbell | 2 | reps | thigh_press_down
sides of the back, back of arms | - | shoulder low_back
Lean forward a little with one knee soft, sweep light weights back past the hips.

lat_pulldown | Lat pull-down machine | machine | 2 | reps | thigh_press_down
sides of the back, front of arms | high_grip overhead | shoulder! elbow
Thighs under the pad, bring the bar to the collarbones, let it rise in three.

[carry]

tall_walk | Tall walk | none | 1 | sec | -
trunk, legs | - | hip ankle_foot
Walk slowly with the crown of the head high and steady breathing.

braced_walk | Braced walk | none | 2 | sec | tall_walk
trunk, grip, legs | - | hip ankle_foot
Walk tall, belly gently firm, fists closed as if holding two bags.

high_knee_march | High-knee march | none | 3 | sec | braced_walk
trunk, hips | balance_demand single_leg_load | hip! ankle_foot
March slowly, lift each knee to hip height, stay tall between steps.

supported_march | Supported march | chair_wall | 1 | sec | -
trunk, hips | - | hip ankle_foot
One hand on a chair or wall, lift each foot in turn without leaning.

goblet_carry | Hugged weight carry | dumbbell | 2 | sec | tall_walk
trunk, arms, legs | - | low_back shoulder
Hug one weight to the chest and walk with short calm steps.

farmer_carry | Farmer carry | dumbbell | 3 | sec | goblet_carry
grip, trunk, shoulders | high_grip | shoulder wrist_hand low_back
A weight in each hand, shoulders level, walk without swaying.

[core]

standing_brace_breath | Standing brace and breathe | none | 1 | reps | -
deep trunk, pelvic floor | - | -
Breathe in wide, breathe out and gently draw the belly and pelvic floor up, relax.

bird_dog | Bird dog | none | 2 | reps_each | standing_brace_breath
back, deep trunk | balance_demand floor_transfer kneeling wrist_load | low_back wrist_hand! knee
On hands and knees, reach one leg and the other arm long, hips level.

dead_bug | Dead bug | none | 2 | reps_each | standing_brace_breath
deep trunk, hips | floor_transfer supine_after_first_trimester | hip low_back
On the back, lower one heel and the opposite arm while the ribs stay down.

standing_press_out | Standing press-out hold | none | 2 | reps | standing_brace_breath
deep trunk | - | shoulder
Palms together at the chest, push them forward slowly while the trunk stays still.

forearm_plank | Forearm plank | none | 3 | sec | standing_press_out
front trunk, shoulders | floor_transfer high_abdominal_pressure valsalva_prone | shoulder low_back!
Elbows under shoulders, squeeze buttocks, breathe the whole time.

seated_knee_lift | Seated knee lift | chair_wall | 1 | reps_each | -
lower trunk, hips | - | hip
Sit tall away from the backrest, lift one knee without leaning back.

wall_plank | Wall plank | chair_wall | 2 | sec | standing_brace_breath
front trunk, shoulders | - | shoulder
Forearms on a wall, step back, hold a straight line and keep breathing.

band_pallof_press | Band press-out | band | 2 | reps_each | standing_brace_breath
side trunk | - | shoulder
Band fixed to one side, press hands out and do not let it turn you.

cable_pallof_press | Cable press-out | machine | 3 | reps_each | standing_press_out
side trunk | - | shoulder
Cable at chest height to one side, press out, resist the turn, return.

[calf]

heel_raise_small | Small heel raise | none | 1 | reps | -
calves | - | ankle_foot
Feet hip-width, lift heels a finger's height, lower with control.

heel_raise_two_leg | Full heel raise | none | 2 | reps | heel_raise_small
calves | - | ankle_foot
Rise to the balls of both feet, pause, lower in three counts.

single_leg_heel_raise | One-leg heel raise | none | 4 | reps_each | heel_raise_two_leg
calves | balance_demand single_leg_load | ankle_foot!
Stand on one foot near a support, rise fully, lower slowly.

supported_heel_raise | Supported heel raise | chair_wall | 1 | reps | -
calves | - | ankle_foot
Fingertips on a wall or chair, rise on both feet, lower slowly.

supported_single_leg_heel_raise | Supported one-leg heel raise | chair_wall | 3 | reps_each | supported_heel_raise
calves | single_leg_load | ankle_foot!
Hand on a wall, rise on one foot, lower in three counts.

dumbbell_heel_raise | Dumbbell heel raise | dumbbell | 3 | reps | heel_raise_two_leg
calves | high_grip | ankle_foot wrist_hand
A weight in each hand, rise on both feet, pause, lower slowly.

[balance]

weight_shift_front_back | Front-back weight shift | none | 1 | reps | -
ankles, trunk | - | ankle_foot
Rock gently from heels to toes with both feet flat as long as you can.

weight_shift_side | Side weight shift | none | 1 | reps | -
hips, ankles | - | hip ankle_foot
Both feet down, move the body over one foot, then the other, stay tall.

semi_tandem_stand | Half-step stand | none | 2 | sec_each | weight_shift_front_back
ankles, hips | balance_demand | ankle_foot
Place one heel beside the other big toe and hold steady near a support.

single_leg_stand | One-leg stand | none | 3 | sec_each | semi_tandem_stand
hips, ankles | balance_demand single_leg_load | hip ankle_foot!
Stand near a support, lift one foot, eyes on a fixed spot.

supported_tandem_stand | Supported heel-to-toe stand | chair_wall | 1 | sec_each | -
ankles, hips | - | ankle_foot
Hand on a counter, heel touching toe, hold and breathe.

supported_single_leg_stand | Supported one-leg stand | chair_wall | 2 | sec_each | supported_tandem_stand
hips, ankles | single_leg_load | hip ankle_foot
Fingertips on a counter, lift one foot a little, stand tall.
"""


def _words(cell: str) -> list[str]:
    return [] if cell == "-" else cell.split()


def _exercise(pattern: Pattern, paragraph: str) -> Exercise:
    head, body, cue = paragraph.splitlines()
    code, name, equipment, level, unit, easier = head.split(" | ")
    muscles, tags, areas = body.split(" | ")
    return Exercise(
        code=code,
        name=name,
        pattern=pattern,
        equipment=Equipment(equipment),
        level=int(level),
        unit=Unit(unit),
        regress_to=None if easier == "-" else easier,
        muscles=muscles,
        tags=frozenset(map(Tag, _words(tags))),
        areas=frozenset(PainSite(area.rstrip("!")) for area in _words(areas)),
        high_stress_areas=frozenset(
            PainSite(area[:-1]) for area in _words(areas) if area.endswith("!")
        ),
        cue=cue,
    )


def _read(table: str) -> tuple[Exercise, ...]:
    exercises = []
    for paragraph in table.strip().split("\n\n"):
        if paragraph.startswith("["):
            pattern = Pattern(paragraph.strip("[]"))
        else:
            exercises.append(_exercise(pattern, paragraph))
    return tuple(exercises)


EXERCISES = _read(_TABLE)
BY_CODE = {exercise.code: exercise for exercise in EXERCISES}


def progressions(exercise: Exercise) -> tuple[Exercise, ...]:
    """List the harder exercises that grow out of this one, A to Z (`progress_to`)."""
    children = (other for other in EXERCISES if other.regress_to == exercise.code)
    return tuple(sorted(children, key=lambda other: other.code))
