"""The problem of a request and a catalogue: options and goals, in whole numbers."""
