"""Start quickly: the solver without pandas, which costs a command a quarter of a second.

OR-Tools imports pandas for variables that are made from data frames. Nothing of ours does that,
and the process of a command is ours alone; in an application, where somebody might use the
OR-Tools of the same process with pandas, nothing is replaced.
"""

from __future__ import annotations

import sys
from types import ModuleType


def import_solver() -> None:
    """Import the solver with an empty stand-in for pandas, which is gone afterwards."""
    if "pandas" not in sys.modules:
        stand_in = ModuleType("pandas")
        for name in ("Series", "Index", "DataFrame"):
            setattr(stand_in, name, type(name, (), {}))
        sys.modules["pandas"] = stand_in
        try:
            import planner.solve.stages
        except (AttributeError, ImportError):
            # Another version of OR-Tools wants more of pandas than there is here.
            for name in [n for n in sys.modules if n.startswith(("ortools", "planner.solve"))]:
                del sys.modules[name]
        finally:
            del sys.modules["pandas"]
    import planner.solve.stages  # noqa: F401
