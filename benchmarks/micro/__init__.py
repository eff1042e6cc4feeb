"""Small timings that assert the known optimum; they need pytest-benchmark."""
