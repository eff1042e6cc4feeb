"""A plan: made, written down, read again, checked."""
