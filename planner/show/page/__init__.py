"""A plan as one HTML page that needs nothing else: for phones, screens and paper."""
