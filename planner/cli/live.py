"""The line on standard error that shows how the search is doing, and Ctrl-C."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO, TypeVar

from planner.cli.failures import Stopped

if TYPE_CHECKING:
    from planner.solve import OnProgress, Progress, ShouldStop

EVERY_S = 0.2

T = TypeVar("T")


def watched(work: Callable[[OnProgress, ShouldStop], T], stream: TextIO | None = None) -> T:
    """Run a search on a thread of its own, show its progress, and stop it on Ctrl-C.

    Parameters
    ----------
    work
        Called with what to report progress to and what to poll for stopping.
    stream
        Where the line goes, standard error by default; only a terminal shows it.

    Returns
    -------
    T
        What ``work`` returned; after Ctrl-C the best so far.
    """
    stop, done = threading.Event(), threading.Event()
    latest: list[Progress] = []
    outcome: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(work(lambda p: latest.__setitem__(slice(None), [p]), stop.is_set))
        except BaseException as error:  # handed on to the thread that waits
            failed.append(error)
        finally:
            done.set()

    line = LiveLine(stream or sys.stderr)
    threading.Thread(target=run, daemon=True).start()
    # Not `join`, which an interrupt leaves believing that the thread has ended.
    while not done.is_set():
        try:
            if not done.wait(EVERY_S):
                line.show(latest[0] if latest else None)
        except KeyboardInterrupt:
            if stop.is_set():
                line.clear()
                raise
            stop.set()
    line.clear()
    if failed:
        _hand_on(failed[0], stopped=stop.is_set())
    return outcome[0]


def _hand_on(error: BaseException, stopped: bool) -> None:
    from planner.request.errors import NoPlanInTime

    if stopped and isinstance(error, NoPlanInTime):
        raise Stopped("stopped before any plan was found") from None
    raise error


class LiveLine:
    """One line that is written over again and again, on a terminal only."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.started = time.monotonic()
        self.shown = 0
        self.live = stream.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")

    def show(self, progress: Progress | None) -> None:
        """Write the line over the one before."""
        if not self.live:
            return
        text = line_text(progress, time.monotonic() - self.started)[:78]
        print(f"\r{text:<{self.shown}}", end="", file=self.stream, flush=True)
        self.shown = len(text)

    def clear(self) -> None:
        """Leave no trace of the line."""
        if self.live and self.shown:
            print(f"\r{'':<{self.shown}}\r", end="", file=self.stream, flush=True)
            self.shown = 0


def line_text(progress: Progress | None, seconds: float) -> str:
    """Return ``coverage  best 36  bound 31  gap 14 %  1.2 s``."""
    if progress is None or progress.best is None:
        return f"looking for a first plan  {seconds:.1f} s"
    parts = [progress.tier.replace("_", " "), f"best {progress.best}"]
    if progress.bound is not None:
        parts.append(f"bound {progress.bound}")
    if progress.gap is not None:
        parts.append(f"gap {100 * progress.gap:.0f} %")
    return "  ".join([*parts, f"{seconds:.1f} s"])
