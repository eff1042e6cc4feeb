"""Request x catalogue: what may be chosen and what is wanted, in whole numbers."""
