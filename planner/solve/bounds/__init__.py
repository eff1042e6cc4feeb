"""What no plan can beat: a linear program, and branch and cut."""
