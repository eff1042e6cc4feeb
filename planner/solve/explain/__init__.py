"""Why no plan is possible, and what would make one possible."""
