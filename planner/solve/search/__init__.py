"""From a problem to its best plan."""
