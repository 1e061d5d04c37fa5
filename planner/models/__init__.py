"""The tables of the planner: sealed plans, other links to them, what was erased and when last."""

from planner.models.erased import BACKUP_DAYS, ErasedPlan
from planner.models.links import PlanLink
from planner.models.plans import PrivatePlan
from planner.models.purge_mark import PurgeMark

__all__ = ["BACKUP_DAYS", "ErasedPlan", "PlanLink", "PrivatePlan", "PurgeMark"]
