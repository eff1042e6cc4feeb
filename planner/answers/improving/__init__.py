"""The workout nearest to somebody's, and the price of each change."""
