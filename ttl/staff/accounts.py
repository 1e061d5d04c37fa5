"""Nobody hands out a right that they do not have."""

from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q, QuerySet


def rights_of(user: User) -> QuerySet[Permission]:
    """Return the rights that somebody has, or would have if their account were open."""
    if user.is_superuser:
        return Permission.objects.all()
    return Permission.objects.filter(Q(user=user) | Q(group__user=user)).distinct()


def roles_within_reach(user: User) -> QuerySet[Group]:
    """Return the roles that hold no right beyond those of this person."""
    beyond = Permission.objects.exclude(pk__in=rights_of(user).values("pk"))
    return Group.objects.exclude(permissions__in=beyond)


def may_manage(user: User, other: User) -> bool:
    """Say whether this person has every right of another whose account they would change."""
    if user.is_superuser or other.is_superuser:
        return user.is_superuser
    return not rights_of(other).exclude(pk__in=rights_of(user).values("pk")).exists()
