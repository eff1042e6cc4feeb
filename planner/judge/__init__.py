"""What a workout is worth, its best order and its best pairs: exact, without the solver."""
