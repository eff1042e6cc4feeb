"""Ways in, for people and for other programs. Each translates and does nothing itself."""
