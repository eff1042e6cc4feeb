"""The worth of a workout, its best order and its best pairs: exact, without the solver."""
