"""Why a plan is as it is: its entries, goals and rules, and exercises that are not in it."""
