"""Answers to what people ask once they have a plan, one file per question.

Everything here starts from a finished plan that is opened and audited first
(`planner.answers.trial.opened`) and ends with values that the same audit has seen.
"""
