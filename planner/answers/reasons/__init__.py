"""Why a plan is as it is: an entry, a goal, a rule, or what is not in it."""
