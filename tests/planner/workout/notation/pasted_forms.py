"""Lines of programmes, logs and notes as coaches paste them; read like those of `forms`."""

from __future__ import annotations

Form = tuple[str, str]

PASTED: list[Form] = [
    # A load without its unit, and two of them.
    ("Dips 3x8 +5", "unclear +5"),
    ("Chin Up 4x6 +10", "unclear +10"),
    ("Weighted dips 3x8 (+5)", "unclear +5"),
    ("Lateral raise 3x10 + 10 partials", "unclear +10"),
    ("Pull-ups 3x5 +10kg", "pull_up: 3x5 10kg"),
    ("Exercise\tWeight\tSets\tReps\tRPE\tRest\nChin Up\t+10\t4\t6\t8\t120", "unclear +10"),
    ("Exercise\tWeight\tSets\tReps\tRest\nFront Squat\t70\t4\t6\t120", "unclear 70"),
    ("Exercise\tWeight\tSets\tReps\tRest\nDB Bench Press\t2x16\t3\t10\t90", "unclear 2x16"),
    ("DB Bench Press 3x10 @ 2x16", "unclear two weights"),
    ("KB press 3x8 (2x16)", "unclear two weights"),
    # A day with rounds, and stations.
    ("Sat: 3 rounds, 60 secs rest between rounds\n15 DB thrusters\n20 mountain climbers",
     "db_thruster: 3x15 | mountain_climber: 3x20"),
    ("Monday: 4 rounds\n10 push-ups\n15 sit-ups", "push_up: 4x10 | sit_up: 4x15"),
    ("Wednesday (4 rounds, rest 90s)\n10 push-ups\n15 sit-ups", "push_up: 4x10 | sit_up: 4x15"),
    ("Saturday: circuit x3\n10 push-ups\n15 sit-ups", "push_up: 3x10 | sit_up: 3x15"),
    ("8 stations, 40 secs on / 20 secs off, 3 laps\n1. Kettlebell swings\n2. Press-ups",
     "kb_swing: 3x40s rest20 | push_up: 3x40s rest20"),
    # Holds that differ.
    ("Plank\nSet 1: 60s\nSet 2: 45s", "plank: 1x60s, 1x45s"),
    ("Plank 60s, 45s, 30s", "plank: 1x60s, 1x45s, 1x30s"),
    ("Plank\nSet 1: 1:10\nSet 2: 0:55", "plank: 1x70s, 1x55s"),
    ("Wall sit 1:00, 0:45, 0:30", "wall_sit: 1x60s, 1x45s, 1x30s"),
    ("Side plank 45s, 30s", "unclear two sets"),
    # A dash before the first set.
    ("Bench (paused) - 1@8, 5x4@75%", "bench_press: 1x1 rir2, 5x4 75%"),
    ("Comp bench - 1@8; 5x4@75%", "bench_press: 1x1 rir2, 5x4 75%"),
    ("Squat - 3@8, 3x5@70%", "back_squat: 1x3 rir2, 3x5 70%"),
    # Per cent of a training maximum, said once: 75 x 0.9, 80 x 0.85.
    ("TM: squat 140\n\nSquat 3x5 @ 75%", "back_squat: 3x5 67.5%"),
    ("All percentages of TM\nSquat 3x5 @ 75%", "back_squat: 3x5 67.5%"),
    ("TM = 85% of 1RM\nSquat 3x5 @ 80%", "back_squat: 3x5 68%"),
    ("TM: squat 140\n\nSquat 3x5 @ 75% of 1RM", "back_squat: 3x5 75%"),
    # Two exercises with one dose.
    ("Hammer curl / Preacher curl superset 3x10", "A hammer_curl: 3x10 | A preacher_curl: 3x10"),
    ("3x10 Hammer curl + preacher curl superset", "A hammer_curl: 3x10 | A preacher_curl: 3x10"),
    # Rests in words, and one for all.
    ("Squat 3x5, three minutes between sets", "back_squat: 3x5 rest180"),
    ("Bench 3x5, rest ninety seconds", "bench_press: 3x5 rest90"),
    ('Press de banca 4x8, desc. 90"', "bench_press: 4x8 rest90"),
    ("Squat 3x5\nDips 3x8, 2 min rest\nRest 60s between all sets",
     "back_squat: 3x5 rest60 | dip: 3x8 rest120"),
    ("Rest: 90 s between all exercises\nSquat 3x5", "back_squat: 3x5 rest90"),
    # The last set only.
    ("Rope pushdown 3x12 -> drop set to failure on last",
     "triceps_pushdown: 2x12, 1x12 fail"),
    ("Leg extension 3x15, last set drop set to failure", "leg_extension: 2x15, 1x15 fail"),
    # A log with its sets by letters.
    ("Bench Press (Barbell)\nW: 40 kg x 10\nSet 1: 80 kg x 8\nD1: 60 kg x 8",
     "bench_press: 1x8 80kg, 1x8 60kg"),
    # Notes.
    ("Calves 4x15", "calf_raise: 4x15"),
    ("Seated calf 4x15", "calf_raise: 4x15"),
    ("tri pd 3x12", "triceps_pushdown: 3x12"),
    ("row mach 5 min", "rowing_machine: 1x300s"),
    ("dips bw x 3 sets 8ish", "dip: 3x8"),
    ("Lunges 10 each way, 2 sets", "split_squat: 2x10"),
    ("pullups 8 7 6", "pull_up: 1x8, 1x7, 1x6"),
    ("Squat 3 8 60", "unclear a load"),
    ("Cat-cow 10 slow reps", "wrong no time"),
    ("Squat 3x5\nAdd 2.5 kg every workout, 5 kg on deadlifts.", "back_squat: 3x5"),
]
