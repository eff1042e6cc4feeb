"""Reading a block's JSON."""

from __future__ import annotations

import json

from pydantic import ValidationError

from planner.blocks.block import Block
from planner.request.errors import InputError
from planner.request.messages import first_sentence


def block_of(text: str) -> Block | None:
    """Return the block that a text is, None where it is something else.

    Raises
    ------
    InputError
        It says that it is a block, and is not: names the field.
    """
    if not text.lstrip("\ufeff \t\r\n").startswith("{") or '"block/1"' not in text[:400]:
        return None
    try:
        data = json.loads(text.lstrip("\ufeff"))
        if not isinstance(data, dict) or data.get("schema") != "block/1":
            return None
        return Block.model_validate(data)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg}",
                         f"line {error.lineno}, column {error.colno}") from None
    except (ValueError, RecursionError) as error:
        if not isinstance(error, ValidationError):
            raise InputError(f"not a block: {str(error)[:80]}") from None
        message, where = first_sentence(error, Block)
        raise InputError(message, where) from None
