"""Answers to questions about a finished plan; each question has its own file.

Every answer opens and audits the plan first (`planner.answers.trial.opened_plan`), and
audits each plan that it returns.
"""
