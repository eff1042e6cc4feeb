"""Loads that can be loaded: what a place can put together, and what comes next."""
