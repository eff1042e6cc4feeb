"""Living with a plan: a file a question that people ask once they have one.

Everything here starts from a finished plan that is opened and audited first
(`planner.living.trial.opened`) and ends with values that the same audit has seen.
"""
