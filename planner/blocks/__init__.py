"""Several weeks: the wave of sets and effort, the weeks made from a plan, and the weeks off."""
