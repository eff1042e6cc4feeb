"""Which factors of the parts would rank best: a suggestion, for prices are set by hand.

A pair's margin is the sum over parts of factor x (mutant - original). Factors
are positive (each is a power of e), start at 1 and are held near it; what is
made small is the mean of log(1 + exp(-margin / scale)).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from benchmarks.taste.ranking import Pair

STEPS = 200
HOLD = 0.002
"""Price of a factor's distance from 1: squared logarithm."""

RATE = 0.1

Row = Sequence[tuple[int, float]]


def differences(pairs: Sequence[Pair]) -> tuple[list[str], list[Row]]:
    """Return the names of the parts and, for each pair, what differs: part and points."""
    names = sorted({n for p in pairs for n in (*p.original.parts, *p.mutant.parts)})
    at = {name: i for i, name in enumerate(names)}
    rows: list[Row] = []
    for p in pairs:
        gone = {n: p.mutant.parts.get(n, 0) - p.original.parts.get(n, 0) for n in names}
        rows.append([(at[n], float(d)) for n, d in gone.items() if d])
    return names, rows


def scale_of(rows: Sequence[Row]) -> float:
    """Return the points that count as a clear difference: a quarter of the middle one."""
    sizes = sorted(abs(sum(d for _, d in row)) for row in rows if row)
    return max(1.0, sizes[len(sizes) // 2] / 4) if sizes else 1.0


def fitted(pairs: Sequence[Pair], steps: int = STEPS) -> dict[str, float]:
    """Return a factor for each part, by gradient descent with a step of its own for each."""
    names, rows = differences(pairs)
    scale = scale_of(rows)
    logs = [0.0] * len(names)
    speed = [0.0] * len(names)
    pace = [0.0] * len(names)
    for step in range(1, steps + 1):
        slope = [2 * HOLD * g for g in logs]
        factors = [math.exp(g) for g in logs]
        for row in rows:
            margin = sum(factors[i] * d for i, d in row) / scale
            wrong = 1 / (1 + math.exp(min(margin, 50.0))) if margin > -50 else 1.0
            for i, d in row:
                slope[i] -= wrong * factors[i] * d / scale / len(rows)
        for i, s in enumerate(slope):  # Adam
            speed[i] = 0.9 * speed[i] + 0.1 * s
            pace[i] = 0.99 * pace[i] + 0.01 * s * s
            even = speed[i] / (1 - 0.9 ** step)
            root = math.sqrt(pace[i] / (1 - 0.99 ** step))
            logs[i] = max(-4.0, min(4.0, logs[i] - RATE * even / (root + 1e-9)))
    return dict(zip(names, map(math.exp, logs), strict=True))


def right_share(pairs: Sequence[Pair], factors: Mapping[str, float]) -> float:
    """Return how many pairs the factors rank right, 0 to 1."""
    names, rows = differences(pairs)
    return sum(sum(factors.get(names[i], 1.0) * d for i, d in row) > 0
               for row in rows) / len(rows)


def table(pairs: Sequence[Pair]) -> str:
    """Return the factors beside what each part does now, and what they would change."""
    factors = fitted(pairs)
    names, rows = differences(pairs)
    lines = [f"{'part':40}{'factor':>8}{'differs':>10}{'says so':>9}{'median':>11}"]
    for i, name in enumerate(names):
        points = [d for row in rows for k, d in row if k == i]
        if points:
            agrees = f"{round(100 * sum(d > 0 for d in points) / len(points))} %"
            size = sorted(map(abs, points))[len(points) // 2]
            lines.append(f"{name[:40]:40}{factors[name]:8.2f}{len(points):10}{agrees:>9}"
                         f"{size:11.0f}")
    programmes = list(dict.fromkeys(p.programme for p in pairs))
    half = [p for p in pairs if programmes.index(p.programme) % 2 == 0]
    rest = [p for p in pairs if programmes.index(p.programme) % 2]
    now, then = right_share(pairs, {}), right_share(pairs, factors)
    lines += ["", f"right now {now:.1%}, with these factors {then:.1%}"]
    if rest:
        lines.append(f"fitted on every other programme, on the rest: "
                     f"{right_share(rest, {}):.1%} now, {right_share(rest, fitted(half)):.1%} then")
    return "\n".join(lines)
