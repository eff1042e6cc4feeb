"""One set, one entry, one session as plain values: dose, seconds and fractional sets."""
