"""Libraries that are optional to install, imported when something needs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from planner.request.errors import InputError


def needed(module: str, extra: str, what: str) -> Any:
    """Import a module of an extra.

    Raises
    ------
    InputError
        Naming the extra, where it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise InputError(f"{what} needs {(error.name or module).split('.')[0]}: "
                         f"pip install 'coach-planner[{extra}]'") from None
