"""What stands on a line beside its dose: reserve, share of the maximum, load, rest, tempo."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from planner.workout.notation.amount import Unclear
from planner.workout.notation.amounts import (
    LOAD_UNIT,
    MAX_REST_S,
    MAX_RIR,
    NUMBER,
    TIME,
    UNIT,
    decimal,
    in_limits,
    kilograms,
    seconds_of,
)

TRAINING_MAX = 0.9
"""A training maximum as a share of the maximum, as its inventor counts it."""

_TO = r"\s*(?:-|\bto\b)\s*"
_TEMPO = re.compile(
    r"""\btempo\s*[:=]?\s*([0-9x](?:\s*[-/.]?\s*[0-9x]){3})\b
    | \btempo\s*[:=]?\s*([0-9x](?:[-/.]?[0-9x]){2})\b(?!\s*[-/.]\s*[0-9x])
    | \b([0-9x](?:-?[0-9x]){3}|[0-9x](?:-[0-9x]){2})\s+tempo\b
    | @\s*([0-9][0-9x]{3}|[0-9](?:-[0-9x]){3})(?![0-9%.,x]|-[0-9])(?!\s*(?:kg|lb))
    | \(\s*([0-9x](?:-[0-9x]){3})\s*\)""", re.IGNORECASE | re.VERBOSE)
_BARE_TEMPO = re.compile(r"((?<![\w.])[0-9]{1,2}\s*[x*]\s*[0-9]{1,3}(?:-[0-9]{1,3})?(?:\s*reps?)?"
                         r"(?:\s*,)?\s+)([0-9](?:-[0-9x]){3})(?![\w%.+-])", re.IGNORECASE)
"""Four figures with dashes behind sets and repetitions: ``3x8 3-0-1-0``."""
_LETTERS = str.maketrans("0123456789", "abcdefghij")
_DIGITS = str.maketrans("abcdefghij", "0123456789")
_SPELLED = re.compile(r"\btempo_([a-jx]{4})\b")
_EFFORTS = {
    "rir": (rf"\brir\s*[:=]?\s*({NUMBER})(?:{_TO}({NUMBER}))?",
            rf"({NUMBER})(?:{_TO}({NUMBER}))?\s*(?:rir\b|reps?\s+in\s+reserve\b)"),
    "rpe": (rf"\brpe\s*[:=@]?\s*({NUMBER})(?:{_TO}({NUMBER}))?",
            rf"({NUMBER})(?:{_TO}({NUMBER}))?\s*rpe\b",
            rf"@\s*((?:10|[5-9](?:[.,]5)?))(?:{_TO}((?:10|[5-9](?:[.,]5)?)))?"
            rf"(?![\w%:]|[.,][0-9]|\s*(?:%|x\b|{LOAD_UNIT}|{UNIT}|rir\b))"),
}
_LOADS = {
    "of_rm": (rf"({NUMBER})\s*%\s*(?:of\s+)?(?:(?:your|the|my|a)\s+)?e?([2-9]|1[0-9]|20)"
              r"\s*-?\s*rm\b",),
    "training_max": (rf"({NUMBER})\s*%?(?:{_TO}({NUMBER}))?\s*%\s*(?:of\s+)?(?:(?:your|the)\s+)?"
                     r"(?:tm|training\s+max)\b",),
    "percent": (rf"({NUMBER})\s*%?(?:{_TO}({NUMBER}))?\s*%"
                r"(?:\s*(?:of\s+)?(?:(?:your\s+)?e?1\s*rm|max)\b)?",),
    "load": (rf"(?:\bx\s*|\+|\b(?:bw|bodyweight)\s*\+\s*)?({NUMBER})(?:{_TO}({NUMBER}))?"
             rf"\s*({LOAD_UNIT})",),
}
_ADDED = re.compile(rf"(?:\b(?:bw|bodyweight)\s*|(?<=[\s(]))\+\s*({NUMBER})"
                    r"(?![\w%:'\"+]|[.,][0-9])", re.IGNORECASE)
_TAKEN_OFF = re.compile(rf"(?<=[\s@(])-({NUMBER}\s*{LOAD_UNIT})", re.IGNORECASE)
_REST = re.compile(rf"""\b(?:rest|pause)\.?(?:\s+for|\s+of)?\s*[:=]?\s*
        (?:(?:{TIME}|[0-9]+){_TO})?({TIME}|[0-9]+)(?:\s+(?:rest|between\s+sets))?
    | (?:(?:{TIME}|[0-9]+){_TO})?({TIME})\s*(?:rest\b|pause\b(?!\s+\w))
        (?:\s+between\s+sets)?
    | (?<=[,;@|(-])\s*(?:(?:{TIME}|[0-9]+){_TO})?({TIME})
        (?:\s*(?:rest\b|pause\b(?!\s+\w)))?""",
    re.IGNORECASE | re.VERBOSE)
_BODYWEIGHT = re.compile(r"(?:[@,+]|\bx|\bx\s)\s*(?:bw|bodyweight)(?:\s+only)?(?![\w+-])"
                         r"|(?<![\w-])(?:bw|bodyweight)\s*(?=x\s*[0-9])", re.I)
_BARE = re.compile(rf"@\s*({NUMBER})(?![\w%:'\"]|[.,][0-9]|\s*(?:%|[x*]\s*[0-9]|{LOAD_UNIT}|{TIME}"
                   rf"|-\s*[0-9.,]+\s*{LOAD_UNIT}))")


def cut_efforts(rest: str) -> tuple[dict[str, Any], str]:
    """Cut the reserve out of a line."""
    found, rest = _searched(_EFFORTS, rest)
    return _options(found), rest


def _searched(options: Mapping[str, Sequence[str]],
              rest: str) -> tuple[dict[str, tuple[str, ...]], str]:
    found: dict[str, tuple[str, ...]] = {}
    for option, patterns in options.items():
        for pattern in patterns:
            if match := re.search(rf"(?<![\w.]){pattern}", rest, re.IGNORECASE):
                found[option] = tuple(g for g in match.groups() if g)
                rest = f"{rest[:match.start()]} @ {rest[match.end():]}"
                break
    return found, rest


def cut_loads(rest: str) -> tuple[dict[str, Any], str]:
    """Cut the share of the maximum and the load out of a line.

    Raises
    ------
    Unclear
        On a number behind ``@`` that could be kilograms or per cent.
    """
    if less := _TAKEN_OFF.search(rest):
        raise Unclear(f"'-{less[1]}' has two meanings: a load of {less[1]}, or {less[1]} of help; "
                      f"write @ {less[1]}, or the exercise with help")
    pair, rest = _pair(rest)
    found, rest = _searched(_LOADS, rest)
    if added := _ADDED.search(rest):
        raise Unclear(f"{added[0].strip()!r} has two meanings: {added[1]} kg, or {added[1]} lb; "
                      f"write +{added[1]}kg")
    if bare := _BARE.search(rest):
        raise Unclear(f"'@ {bare[1]}' has two meanings: {bare[1]} kg, or {bare[1]} % of the "
                      f"maximum; write @ {bare[1]}kg, or @ {bare[1]}%")
    return _options(found) | pair, _BODYWEIGHT.sub(" @ ", rest)


_PAIR = re.compile(
    rf"[@,(\s]*(?:\b(?:with|using)\s+|w/\s*)?(?<![\w.,+-])2\s*x\s*({NUMBER})\s*({LOAD_UNIT})"
    r"(?!\s*[x*])(?:\s*(?:dbs?|dumbbells?|kbs?|kettlebells?)\b)?\s*\)?", re.IGNORECASE)


def _pair(rest: str) -> tuple[dict[str, Any], str]:
    """Cut two weights out of a line: ``2x20kg`` beside its sets."""
    match = _PAIR.search(rest)
    if match is None:
        return {}, rest
    said = f"2x{match[1]}{match[2]}"
    return ({"load_kg": kilograms(decimal(match[1]), match[2]), "pair": said,
             "taken": f"{said} was taken as two weights of {match[1]} {match[2]}"},
            f"{rest[:match.start()]} @ {rest[match.end():]}")


def _options(found: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    """Return what the options mean; of a range the middle."""
    options: dict[str, Any] = {}
    if "rpe" in found:
        options["rir"] = 10 - in_limits(_mean(found["rpe"]), 5, 10, "RPE")
    if "rir" in found:
        options["rir"] = in_limits(_mean(found["rir"]), 0, MAX_RIR, "RIR")
    if "percent" in found and "of_rm" not in found:
        options["percent"] = in_limits(_mean(found["percent"]), 1, 130,
                                       "per cent of the maximum")
    if "of_rm" in found:
        part, of = found["of_rm"]
        options["percent"] = in_limits(decimal(part), 1, 130, "per cent of a maximum")
        options["of_rm"] = int(of)
    if "training_max" in found:
        share = in_limits(_mean(found["training_max"]), 1, 130, "per cent of the training maximum")
        options["percent"] = round(share * TRAINING_MAX, 2)
        options["of_tm"] = True
        options["taken"] = (f"{share:g} % of a training maximum was taken as "
                            f"{options['percent']:g} % of the maximum")
    if "load" in found:
        *numbers, unit = found["load"]
        options["load_kg"] = kilograms(_mean(tuple(numbers)), unit)
    return options


def spelled_tempos(rest: str) -> str:
    """Return a line with its tempos spelled, so that their figures are not taken for sets."""
    def spelled(match: re.Match[str]) -> str:
        written = [group for group in match.groups() if group][-1]
        figures = re.sub("[^0-9x]", "", written.casefold()).ljust(4, "0")
        return f" @ tempo_{figures.translate(_LETTERS)} "

    rest = _BARE_TEMPO.sub(lambda m: m[1] + spelled(m), rest)
    return _TEMPO.sub(spelled, rest)


def cut_tempo(rest: str) -> tuple[dict[str, Any], str]:
    """Cut a tempo, spelled before, out of a piece of a line."""
    match = _SPELLED.search(rest)
    if match is None:
        return {}, rest
    return ({"tempo": "-".join(match[1].translate(_DIGITS))},
            f"{rest[:match.start()]} @ {rest[match.end():]}")


def _mean(numbers: tuple[str, ...]) -> float:
    return sum(map(decimal, numbers)) / len(numbers)


def cut_rest(rest: str) -> tuple[dict[str, Any], str]:
    """Cut the rest between sets out of a line; of a range the upper bound."""
    match = _REST.search(rest)
    if match is None:
        return {}, rest
    written = next(group for group in match.groups() if group)
    seconds = int(decimal(written)) if written.isdigit() else seconds_of(written)["seconds"]
    in_limits(seconds, 0, MAX_REST_S, "seconds of rest")
    return {"rest_s": seconds}, f"{rest[:match.start()]} @ {rest[match.end():]}"
