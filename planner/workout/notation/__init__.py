"""Workouts as people write them."""
