"""The options of ``coach plan``, one for each thing that a request says."""

from __future__ import annotations

from planner.doors.arguments import Argument

OPTIONS: tuple[tuple[str, Argument], ...] = (
    ("sessions", Argument("days", "text", "Days of the sessions: mon,wed,fri; a day twice is two "
                          "sessions.", None, metavar="DAYS")),
    ("sessions", Argument("minutes", "text", "Minutes: 55 for all, 60,45,60 in turn, or sat=35.",
                          None, metavar="MINUTES")),
    ("equipment", Argument("equipment", "ids", "gym, home, minimal, none, or single things: "
                           "band,mat.", ())),
    ("goal", Argument("goal", "id", "strength, hypertrophy, toning, health or maintenance.", None,
                      metavar="GOAL")),
    ("level", Argument("level", "id", "novice, intermediate or advanced.", None,
                       metavar="LEVEL")),
    ("focus", Argument("focus", "ids", "Muscles, groups or regions: back,arms.", ())),
    ("coverage", Argument("coverage", "texts", "Goals in sets, min:target:max: lats=8:12:18; with "
                          "none it shows the sets of each group.", (), metavar="GOALS")),
    ("include", Argument("include", "texts", "Must appear: deadlift, deadlift@mon, "
                         "deadlift@mon=5x5.", (), metavar="IDS")),
    ("exclude", Argument("exclude", "ids", "Exercises, patterns or equipment never used.", ())),
    ("likes", Argument("like", "ids", "Exercises that are welcome.", (), also="--likes")),
    ("dislikes", Argument("dislike", "ids", "Exercises that are not.", (), also="--dislikes")),
    ("able", Argument("able", "ids", "Exercises you can do whatever your level: chin_up.", (),
                      also="--skill")),
    ("complaints", Argument("complaint", "ids", "Complaints to be careful of: low_back_pain.",
                            (), also="--complaints")),
    ("supersets", Argument("supersets", "id", "never, allow or prefer.", None, metavar="WORD")),
    ("warm_up", Argument("warm_up", "text", "Minutes to raise and to mobilise: 8,3; 0,0 for none.",
                         None, metavar="MINUTES")),
    ("top_set", Argument("top_set", "flag", "Strength: a top set of each main lift, then lighter "
                         "ones.", False)),
    ("split", Argument("split", "id", "none, full_body, upper_lower, push_pull_legs or "
                       "body_part.", None, metavar="SPLIT")),
    ("pace", Argument("pace", "id", "The clock the minutes hold on: brisk, typical, generous.",
                      None, metavar="PACE")),
    ("clock", Argument("clock", "texts", "Your seconds beside the catalogue's: rest=1.1,setup=1,"
                       "warm_up=1.2.", (), metavar="FACTORS")),
    ("maxes_kg", Argument("max", "texts", "One-repetition maxima in kg: deadlift=140.", (),
                          metavar="MAXES")),
    ("rules", Argument("rule", "texts", "How strictly a rule is taken: core_last=must, "
                       "session_cap=must:20, grip_apart=off.", (), metavar="RULES")),
    ("seed", Argument("seed", "whole", "Another seed, perhaps another equal plan.", None)),
    ("limits", Argument("seconds", "seconds", "How long to search.", None)),
    ("limits", Argument("work", "seconds", "The same in work, for the same plan on any machine; 1 "
                        "is about two seconds.", None)),
    ("limits", Argument("workers", "whole", "Threads of the solver; above 1 the plan may differ "
                        "from run to run.", None)),
)
"""The options of ``coach plan`` by the field of the request that they set."""

JUDGED_BY = tuple(a for field, a in OPTIONS if field in (
    "goal", "level", "equipment", "focus", "able", "complaints", "maxes_kg", "rules"))
"""What may be said of a workout that has no request."""
