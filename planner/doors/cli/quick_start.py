"""Start quickly: libraries without those parts of theirs that a command has no use for.

The process of a command is ours alone. In an application, where somebody might use the same
libraries for more, nothing of this is done.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


def prepare() -> None:
    """Keep pydantic from looking for plugins in every package that is installed.

    It imports what reads packages' metadata for that, and email with it. Were the module called
    otherwise one day, the plugins would be looked for again.
    """
    loader = "pydantic.plugin._loader"
    if loader not in sys.modules:
        stand_in = ModuleType(loader)
        stand_in.get_plugins = tuple  # type: ignore[attr-defined]
        sys.modules[loader] = stand_in


def import_solver() -> None:
    """Import the solver with an empty stand-in for pandas, which is gone afterwards.

    OR-Tools imports pandas for variables that are made from data frames, and numpy, whose
    linear algebra makes a thread for every core. Nothing of ours uses either. Ctrl-C is heard when
    it is done: libraries that are half imported take it for an error of their own.
    """
    with _patient():
        _import_solver()


def _import_solver() -> None:
    if "numpy" not in sys.modules:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if "pandas" not in sys.modules:
        stand_in = ModuleType("pandas")
        for name in ("Series", "Index", "DataFrame"):
            setattr(stand_in, name, type(name, (), {}))
        sys.modules["pandas"] = stand_in
        try:
            from planner.solve import solve
        except (AttributeError, ImportError):
            # Another version of OR-Tools wants more of pandas than there is here.
            for name in [n for n in sys.modules if n.startswith(("ortools", "planner.solve"))]:
                del sys.modules[name]
        finally:
            del sys.modules["pandas"]
    from planner.solve import solve  # noqa: F401


@contextmanager
def _patient() -> Iterator[None]:
    """Hear Ctrl-C afterwards."""
    if (threading.current_thread() is not threading.main_thread()
            or signal.getsignal(signal.SIGINT) is signal.SIG_IGN):
        yield
        return
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        raise KeyboardInterrupt
