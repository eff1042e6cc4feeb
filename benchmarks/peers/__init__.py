"""Other ways to solve the same selection and coverage, each in a process of its own."""
