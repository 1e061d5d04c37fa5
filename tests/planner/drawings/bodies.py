"""All drawn bodies by the code of the exercise and the frame."""

from planner.drawings import DRAWINGS
from planner.drawings.body import body

BODIES = {
    (code, frame): body(pose)
    for code, drawing in DRAWINGS.items()
    for frame, pose in (("start", drawing.start), ("end", drawing.end))
}


def legs(who):
    return who.legs


def arms(who):
    return who.arms
