"""Pictures of a plan as SVG: a session's timeline, weekly sets, a muscle map.

Each is a few elements of our own and says the same in words: it has a title
and a description, and tells levels apart by number and pattern, not by colour
alone.
"""
