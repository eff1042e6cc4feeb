"""The only room that imports OR-Tools."""
