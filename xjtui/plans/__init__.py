"""Plans as files: reading, checking, keeping, renewing and comparing them. What a plan is stands in `domain.plan`."""
