"""A plan for eyes and for other programs."""
