"""The line on standard error that shows how the search is doing, and Ctrl-C."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, TextIO, TypeVar

from planner.doors.cli.failures import Stopped

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

    threading.Thread(target=run, daemon=True).start()
    started = time.monotonic()
    with live_line(lambda: line_text(latest[0] if latest else None, time.monotonic() - started),
                   stream):
        # Not `join`, which an interrupt leaves believing that the thread has ended.
        while not done.is_set():
            try:
                done.wait(EVERY_S)
            except KeyboardInterrupt:
                if stop.is_set():
                    raise
                stop.set()
    if failed:
        _hand_on(failed[0], stopped=stop.is_set())
    return outcome[0]


def _hand_on(error: BaseException, stopped: bool) -> None:
    from planner.request.errors import NoPlanInTime

    if stopped and isinstance(error, NoPlanInTime):
        raise Stopped("stopped before any plan was found") from None
    raise error


def live_line(text: Callable[[], str],
              stream: TextIO | None = None) -> AbstractContextManager[object]:
    """Show a line that is read anew again and again and leaves no trace, on a terminal only."""
    stream = stream or sys.stderr
    if not stream.isatty():
        return nullcontext()
    from rich.console import Console
    from rich.live import Live
    from rich.text import Text

    return Live(get_renderable=lambda: Text(text(), no_wrap=True, overflow="ellipsis"),
                console=Console(file=stream), refresh_per_second=1 / EVERY_S, transient=True,
                redirect_stdout=False, redirect_stderr=False)


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
