"""Plans as files: reading, checking, keeping, renewing and comparing them. What a plan is stands in `domain.plan`."""

from xjtui.plans.library import PlanEntry, PlanLibrary
from xjtui.plans.problems import Code, Problem, Severity
from xjtui.plans.reader import load_plan, read_plan

__all__ = ["Code", "PlanEntry", "PlanLibrary", "Problem", "Severity", "load_plan", "read_plan"]
