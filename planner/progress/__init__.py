"""What a training log says: maxima, records, weekly sets, stalls, and a person's clock.

Pure functions of logged sessions and the catalogue. Nothing here changes a plan.
"""
