"""What a password at the desk may not be, besides what Django refuses."""

import re

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

# What somebody who guesses at this site tries first.
OURS = {"ttl", "admin", "desk", "password", "exercise", "strength", "training", "mental", "health"}
# A name shorter than this stands in too many words.
SHORTEST_NAME = 3
# Less than this beside such words is too little of one's own.
FEWEST_OF_ONES_OWN = 8
HELP = "It may not be made of words of this site or of your own name."


class NotOneOfOurs:
    """Refuse a password that little is left of without our words and the person's names."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Take the words, and then digits and signs, away, and see what is left."""
        typed = password.lower()
        left = re.sub("|".join(map(re.escape, OURS | _names_of(user))), "", typed)
        if left != typed and len(re.sub(r"[\W\d_]", "", left)) < FEWEST_OF_ONES_OWN:
            raise ValidationError(HELP)

    def get_help_text(self) -> str:
        return HELP


def _names_of(user: User | None) -> set[str]:
    if user is None:
        return set()
    known = f"{user.username} {user.first_name} {user.last_name} {user.email}"
    return {name for name in re.split(r"[\W_]+", known.lower()) if len(name) >= SHORTEST_NAME}
