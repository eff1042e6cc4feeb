"""Whether the planner's taste is that of coaches who published their programmes."""
