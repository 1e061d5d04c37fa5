"""What a password at the desk may not be, besides what Django refuses."""

import re

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

# What somebody who guesses at this site tries first.
OURS = ("ttl", "admin", "desk", "password", "exercise", "strength", "training", "mental", "health")
HELP = "It may not be made of words of this site."
# Less than this beside our words is too little of one's own.
FEWEST_OF_ONES_OWN = 8


class NotOneOfOurs:
    """Refuse a password that little is left of without the words of this site."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Take our words, digits and signs away, and see what is left."""
        own = re.sub("|".join(OURS), "", password.lower())
        if len(own) != len(password) and len(re.sub(r"[\W\d_]", "", own)) < FEWEST_OF_ONES_OWN:
            raise ValidationError(HELP)

    def get_help_text(self) -> str:
        return HELP
