"""An athlete who trains by a plan: what comes next, and what a session that was done changes."""
