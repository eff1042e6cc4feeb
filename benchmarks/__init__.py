"""What the planner is measured by. Run a module with ``python -m benchmarks.NAME``."""
