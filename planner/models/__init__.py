"""The tables of the planner: sealed plans, the other links to them, and which ones were erased."""

from planner.models.erased import ErasedPlan
from planner.models.links import PlanLink
from planner.models.plans import PrivatePlan

__all__ = ["ErasedPlan", "PlanLink", "PrivatePlan"]
