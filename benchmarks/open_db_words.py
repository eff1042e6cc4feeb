"""The tables of `benchmarks.open_db`: the source's words as ours, and the figures by class."""

from __future__ import annotations

import re

from catalog.schema import LoadKind, RestClass, Strain

MUSCLES: dict[str, tuple[str, ...]] = {
    "abdominals": ("rectus_abs",), "abductors": ("glute_med",), "adductors": ("adductors",),
    "biceps": ("biceps",), "calves": ("calves",), "chest": ("pec_sternal",),
    "forearms": ("forearms",), "glutes": ("glute_max",), "hamstrings": ("hamstrings",),
    "hip flexors": ("hip_flexors",), "lats": ("lats", "teres_major"),
    "lower back": ("erector_lumbar",), "middle back": ("trap_mid", "rhomboids"),
    "quadriceps": ("quads",), "shoulders": ("front_delt",), "traps": ("trap_upper",),
    "triceps": ("triceps",),
}
"""Muscles of the source; `neck` is missing on purpose, nothing of ours is like it."""

SHARPER: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("shoulders", "", "horizontal_abduction horizontal_pull vertical_pull", ("rear_delt",)),
    ("shoulders", "", "shoulder_abduction", ("side_delt",)),
    ("shoulders", "", "shoulder_rotation", ("rotator_ext",)),
    ("shoulders", "rear delt", "", ("rear_delt",)),
    ("shoulders", "upright row|lateral", "", ("side_delt",)),
    ("chest", "incline|low cable", "", ("pec_clav",)),
    ("abdominals", "", "anti_lateral_flexion trunk_rotation", ("obliques",)),
    ("abdominals", "oblique|side|twist|cross body", "", ("obliques", "rectus_abs")),
    ("abdominals", "", "anti_extension anti_extension_rotation", ("deep_core", "rectus_abs")),
    ("biceps", "hammer|reverse|palms? down", "", ("brachialis", "biceps")),
    ("traps", "", "scapular", ("trap_lower",)),
)
"""Source muscle, words in the name, patterns, and the muscles meant there; the first counts."""

PATTERN_WORDS: tuple[tuple[str, str], ...] = (
    (r"pogo|(?<!wind )sprint|skip\b|march|shuffle|carioca|jumping jack|fast skip", "cardio"),
    (r"snatch|clean(?! grip)|jerk|high pull\b", "olympic"),
    (r"reverse fly|reverse machine fly|reverse flye|rear delt|rear lateral|face pull|pull apart|"
     r"back fly", "horizontal_abduction"),
    (r"upright|lateral raise|side lateral|deltoid raise|scaption|iron cross|crucifix",
     "shoulder_abduction"),
    (r"external rotation|internal rotation|cuban", "shoulder_rotation"),
    (r"cable incline pushdown|pulldown|pull ?ups?\b|(?<!to )chins?\b(?! crunch)|muscle up|lever\b",
     "vertical_pull"),
    (r"wrist|finger curl|pinch|hand squeeze|gripper|pronation|supination", "wrist_flexion"),
    (r"leg curl|hamstring curl|hamstring slide|manual hamstring", "knee_flexion"),
    (r"leg extension|reverse nordic|sissy", "knee_extension"),
    (r"shrug", "scapular_elevation"),
    (r"calf|calves", "ankle_extension"),
    (r"good morning|deadlift|stiff leg|swing|pull through|rack pull", "hip_hinge"),
    (r"hip thrust|(glute|hip) bridge|\(bridge|glute kickback|cable kickback|hip lift|"
     r"machine hip raise|reverse hyper", "hip_extension"),
    (r"hyperextension|back extension", "trunk_extension"),
    (r"step up|lunge|split squat", "lunge"),
    (r"squat|leg press|wall sit", "squat"),
    (r"carry|(yoke|farmer's) walk", "carry"),
)
"""Words in the name, looked for in this order, that settle the pattern before the family does."""

FAMILIES: dict[str, str] = {
    "anti-rotation-press": "anti_extension_rotation", "back-extension": "trunk_extension",
    "bench-press": "horizontal_push", "box-jump": "squat", "broad-long-jump": "squat",
    "burpee": "squat", "calf-raise": "ankle_extension", "carry": "carry", "clean": "olympic",
    "crawl": "anti_extension", "crunch": "trunk_flexion", "curl": "elbow_flexion",
    "deadlift": "hip_hinge", "dip": "horizontal_push", "face-pull": "horizontal_abduction",
    "figure-8": "hip_hinge", "floor-press": "horizontal_push", "fly": "horizontal_push",
    "forearm-grip": "wrist_flexion", "front-raise": "shoulder_abduction",
    "glute-bridge": "hip_extension", "glute-ham-raise": "knee_flexion",
    "glute-kickback": "hip_extension", "good-morning": "hip_hinge", "halo": "shoulder_rotation",
    "hip-abduction": "hip_abduction", "hip-adduction": "hip_adduction",
    "hip-extension": "hip_extension", "hip-thrust": "hip_extension",
    "hollow-stability-hold": "anti_extension", "jerk": "olympic", "kettlebell-swing": "hip_hinge",
    "lat-pulldown": "vertical_pull", "lateral-raise": "shoulder_abduction",
    "leg-curl": "knee_flexion", "leg-extension": "knee_extension", "leg-press": "squat",
    "leg-raise": "hip_flexion", "lunge": "lunge", "olympic-pull": "olympic",
    "overhead-press": "vertical_push", "plank": "anti_extension", "plyometric-jump": "squat",
    "pull-through": "hip_hinge", "pull-up": "vertical_pull",
    "pullover": "vertical_pull", "push-press": "vertical_push", "push-up": "horizontal_push",
    "reverse-crunch": "trunk_flexion", "reverse-fly": "horizontal_abduction",
    "romanian-stiff-leg-deadlift": "hip_hinge", "rotator-cuff": "shoulder_rotation",
    "row": "horizontal_pull", "russian-twist": "trunk_rotation", "scapular-raise": "scapular",
    "shrug": "scapular_elevation", "side-bend": "anti_lateral_flexion",
    "side-bridge": "anti_lateral_flexion", "sit-up": "trunk_flexion", "snatch": "olympic",
    "sprint-drill": "cardio", "squat": "squat", "step-up": "lunge",
    "straight-arm-pulldown": "vertical_pull", "triceps-extension": "elbow_extension",
    "triceps-pushdown": "elbow_extension",
    "turkish-get-up": "anti_extension_rotation", "upright-row": "shoulder_abduction",
    "windmill": "anti_lateral_flexion", "wood-chop": "trunk_rotation",
}
"""Families of the source, asked where no word of the name settles it."""

BY_MUSCLE: dict[str, str] = {
    "abdominals": "trunk_flexion", "abductors": "hip_abduction", "adductors": "hip_adduction",
    "biceps": "elbow_flexion", "calves": "ankle_extension", "chest": "horizontal_push",
    "forearms": "wrist_flexion", "glutes": "hip_extension", "hamstrings": "knee_flexion",
    "hip flexors": "hip_flexion", "lats": "vertical_pull", "lower back": "trunk_extension",
    "middle back": "horizontal_pull", "quadriceps": "knee_extension",
    "shoulders": "vertical_push", "traps": "scapular_elevation", "triceps": "elbow_extension",
}
"""What the primary muscle usually does, where neither name nor family says."""

EQUIPMENT: dict[str, tuple[str, ...]] = {
    "body only": (), "barbell": ("barbell",), "e-z curl bar": ("barbell",),
    "trap bar": ("barbell",), "safety squat bar": ("barbell",), "landmine": ("barbell",),
    "dumbbell": ("dumbbells",), "farmer's walk handles": ("dumbbells",),
    "kettlebells": ("kettlebell",), "bands": ("band",), "cable": ("cable",),
    "exercise ball": ("swiss_ball",), "medicine ball": ("medicine_ball",),
    "weight plate": ("plates",), "weight vest": ("plates",),
    "leg press machine": ("leg_press",), "leg curl machine": ("leg_curl_machine",),
    "leg extension machine": ("leg_extension_machine",), "t-bar row machine": ("tbar_row",),
    "rowing machine": ("rowing_ergometer",), "glute-ham developer": ("back_extension_bench",),
    **dict.fromkeys((
        "ab crunch machine", "belt squat machine", "bicep curl machine", "calf raise machine",
        "chest press machine", "dip machine", "hack squat machine", "hip abduction machine",
        "hip adduction machine", "leverage machine", "machine", "pec deck machine",
        "preacher curl machine", "reverse hyperextension machine", "shoulder press machine",
        "smith machine", "triceps extension machine"), ("machine",)),
}
"""Equipment of the source; what is missing (sled, stones, rings, rollers, chains) we have not."""

FREE = "barbell dumbbells kettlebell"
ADDED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"pull ?ups?\b|chins?\b|hanging|muscle up|front lever|back lever|skin the cat",
     "bare band plates", ("pullup_bar",)),
    (r"weighted pull", "plates", ("dip_belt",)),
    (r"bench dip", "bare plates", ("bench",)),
    (r"(?<!bench )\bdips?\b|parallel bar|\bl sit", "bare", ("dip_bars",)),
    (r"inverted row|bodyweight mid row|london", "bare", ("low_bar",)),
    (r"\bhyperextensions? \(|back extension \(", "bare", ("back_extension_bench",)),
    (r"glute ham", "bare", ("partner",)),
    (r"manual|partner|towel", "bare", ("partner",)),
    (r"exercise ball|physioball|stability ball", "bare dumbbells", ("swiss_ball",)),
    (r"\bbox\b|\bbench\b|step up|decline|depth|incline push", "bare medicine_ball", ("bench",)),
    (r"incline", f"{FREE} cable", ("incline_bench",)),
    (r"bench|hip thrust|decline|pullover|preacher|spider|skull|guillotine|neck press|spoto|"
     r"larsen|board press|pin press|jm press|tate|flye?s?\b|lying|seated|seal row|concentration",
     FREE, ("bench",)),
    (r"bench|seated row", "cable", ("bench",)),
    (r"bench press|spoto|larsen|board press|pin|rack|neck press|guillotine|\bsquat|lunge|step up|"
     r"good morning|military|shoulder press|behind neck|push press|bradford", "barbell", ("rack",)),
    (r"\bbands?\b", "barbell dumbbells bare machine", ("band",)),
    (r"dumbbell", "bare kettlebell", ("dumbbells",)),
)
"""Words in the name, with which equipment they say more, and what they add.

Read in order; a name may add several things. `bare` stands for body only.
"""

INSTEAD: tuple[tuple[str, str, str], ...] = (
    ("cable", r"pulldown(?<!arm pulldown)", "lat_pulldown_machine"),
    ("cable", r"(seated|elevated) (cable|one arm cable pulley) rows?", "cable_row_machine"),
    ("barbell", r"\bt bar|straight bar bench mid row", "tbar_row"),
    ("barbell", r"smith", "machine"),
)
"""Equipment that the source calls by a wider name."""

SETUP_S: tuple[tuple[str, int], ...] = (
    ("rack", 110), ("leg_press", 75), ("tbar_row", 75), ("plates", 75), ("barbell", 45),
    ("machine", 45), ("leg_curl_machine", 45), ("leg_extension_machine", 45), ("cable", 45),
    ("cable_row_machine", 45), ("lat_pulldown_machine", 45), ("dumbbells", 40),
    ("kettlebell", 40), ("rowing_ergometer", 35), ("medicine_ball", 25), ("swiss_ball", 25),
    ("band", 25), ("bench", 25), ("back_extension_bench", 25), ("dip_bars", 15),
)
"""Seconds of set-up by the slowest thing needed (science 1.2); 15 where none of these is."""

LOADS: tuple[tuple[str, LoadKind], ...] = (
    ("barbell", "barbell"), ("dumbbells", "dumbbell"), ("kettlebell", "kettlebell"),
    ("leg_press", "plate"), ("tbar_row", "plate"), ("machine", "stack"), ("cable", "stack"),
    ("cable_row_machine", "stack"), ("lat_pulldown_machine", "stack"),
    ("leg_curl_machine", "stack"), ("leg_extension_machine", "stack"), ("plates", "plate"),
    ("medicine_ball", "dumbbell"), ("band", "band"),
)
"""What is lifted, by the first of these that is needed; else the body."""

REP_S = (("swing", 1.7), ("russian twist", 1.5), ("deadlift", 4.0),
         ("(glute|hip) bridge|dead bug", 4.0), ("push ?ups?|pushdown", 2.5))
BY_PATTERN_S = {"squat": 3.5, "hip_hinge": 3.5, "trunk_extension": 3.5, "ankle_extension": 2.5,
                "scapular_elevation": 2.5, "wrist_flexion": 2.5}
"""Seconds a repetition by words and by pattern (science 1.1); else 3."""


def lifted(needed: tuple[str, ...]) -> LoadKind:
    """Return what is lifted."""
    return next((kind for thing, kind in LOADS if thing in needed), "bodyweight")


def rep_s(words: str, pattern: str, jump: bool) -> float:
    """Return the seconds of a repetition."""
    if jump:
        return 2.0
    said = next((s for word, s in REP_S if re.search(word, words)), None)
    return said or BY_PATTERN_S.get(pattern, 3.0)


def setup_s(needed: tuple[str, ...]) -> int:
    """Return the seconds of set-up."""
    if "barbell" in needed and "plates" in needed and "rack" not in needed:
        return 90
    return max((s for thing, s in SETUP_S if thing in needed), default=15)


def strain(pattern: str, rest_class: RestClass, needed: tuple[str, ...]) -> Strain:
    """Return what a set costs back, grip and the whole: by pattern, more where it is heavy."""
    heavy, free = rest_class == "heavy_compound", rest_class in ("heavy_compound", "free_compound")
    lumbar = grip = 0
    if pattern in ("hip_hinge", "olympic", "squat") or (pattern == "horizontal_pull" and free):
        lumbar = 3 if heavy else 1 if pattern == "squat" else 2
    elif pattern in ("trunk_extension", "carry", "trunk_rotation"):
        lumbar = 2
    elif pattern == "vertical_push" and free:
        lumbar = 2 if heavy else 1
    held = lifted(needed) in ("barbell", "dumbbell", "kettlebell")
    if (held and pattern in ("carry", "scapular_elevation")) or (heavy and pattern == "hip_hinge"):
        grip = 3
    elif held and pattern in ("wrist_flexion", "hip_hinge"):
        grip = 2
    elif pattern in ("vertical_pull", "horizontal_pull", "olympic"):
        grip = 2 if free else 1
    elif pattern in ("elbow_flexion", "shoulder_abduction") or "dumbbells" in needed:
        grip = 1
    big = heavy and pattern in ("squat", "hip_hinge", "olympic")
    return Strain(lumbar=lumbar, grip=grip, systemic=3 if big else 2 if free else 1)
