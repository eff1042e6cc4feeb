"""A change of a plan, tried and judged."""
