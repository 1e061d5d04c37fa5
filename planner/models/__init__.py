"""The tables of the planner: sealed plans, the other links to them, and which ones were erased."""

from planner.models.erased import BACKUP_DAYS, ErasedPlan
from planner.models.links import PlanLink
from planner.models.plans import PrivatePlan

__all__ = ["BACKUP_DAYS", "ErasedPlan", "PlanLink", "PrivatePlan"]
