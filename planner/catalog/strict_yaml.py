"""YAML without surprises.

The part of YAML that people mean when they write a data file: mappings, lists,
strings, plain decimals, ``true``, ``false`` and ``null``. What YAML 1.1 would
silently turn into something else (``010`` into 8, ``12:30`` into 750) is
refused with a sentence; ``no``, ``on`` and dates stay the words they are.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as _Base
except ImportError:  # pragma: no cover - PyYAML without libyaml
    from yaml import SafeLoader as _Base  # type: ignore[assignment]

MAX_BYTES = 2_000_000
MAX_DEPTH = 40

_TAG = "tag:yaml.org,2002:"
_SURPRISES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[-+]?0[0-9_]+"), "a leading zero makes some readers count in eights"),
    (re.compile(r"[-+]?0[box][0-9a-fA-F_]+"), "only decimal numbers are read"),
    (re.compile(r"[-+]?[0-9][0-9_]*_[0-9_]*(\.[0-9_]*)?"), "digits are written without '_'"),
    (re.compile(r"[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?"), "some readers count it in sixties"),
    (re.compile(r"[-+]?[0-9]*\.?[0-9]+[eE][-+]?[0-9]+"), "no exponents are read"),
    (re.compile(r"[-+]?[0-9]+\.([eE][-+]?[0-9]+)?"), "a number does not end in a point"),
    (re.compile(r"[-+]?\.[0-9]+"), "a number starts with a digit"),
    (re.compile(r"\+[0-9]+(\.[0-9]+)?"), "a number is written without '+'"),
    (re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"), "only finite numbers are read"),
    (re.compile(r"-?[0-9]{19,}"), "it has too many digits"),
)


class StrictYamlError(ValueError):
    """YAML that is refused, with its place (lines and columns start at 1)."""

    def __init__(self, message: str, name: str, line: int = 1, column: int = 1) -> None:
        self.message = message
        self.name = name
        self.line = line
        self.column = column
        super().__init__(message, name, line, column)

    def __str__(self) -> str:
        """Return ``name:line:column: message``."""
        return f"{self.name}:{self.line}:{self.column}: {self.message}"


class _Loader(_Base):
    # Resolvers are looked up by the first character; these replace those of YAML 1.1.
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {
        **{char: [(_TAG + "bool", re.compile(r"(true|false)\Z"))] for char in "tf"},
        **{char: [(_TAG + "null", re.compile(r"(null|~|)\Z"))] for char in ("n", "~", "")},
        **{
            char: [
                (_TAG + "int", re.compile(r"-?(0|[1-9][0-9]*)\Z")),
                (_TAG + "float", re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+\Z")),
            ]
            for char in "-0123456789"
        },
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key_node, _ in node.value:
            plain = isinstance(key_node, yaml.ScalarNode)
            if not plain or key_node.tag.endswith((":null", ":bool")):
                raise _Refused("a key must be a word or a number", key_node.start_mark)
            # '1' and 1 are the same key once the file has been through JSON.
            if key_node.value in seen:
                raise _Refused(f"the key '{key_node.value}' stands here twice", key_node.start_mark)
            seen.add(key_node.value)
        return super().construct_mapping(node, deep=deep)


class _Refused(yaml.MarkedYAMLError):
    def __init__(self, problem: str, mark: Any) -> None:
        super().__init__(problem=problem, problem_mark=mark)


def load(source: Path | str, name: str | None = None) -> Any:
    """Read one YAML document.

    Parameters
    ----------
    source
        A file (``Path``) or the text itself (``str``).
    name
        What to call it in errors; the file's path by default.

    Returns
    -------
    Any
        Dicts, lists, strings, numbers, booleans and None.

    Raises
    ------
    StrictYamlError
        On anything that is not plain YAML: syntax errors, duplicate keys,
        anchors and aliases, tags, several documents, numbers in YAML 1.1
        notations, more than 2 MB or 40 levels.
    OSError
        When the file cannot be read.
    """
    name = name or (str(source) if isinstance(source, Path) else "<text>")
    text = read_text(source, name)
    try:
        _guard(text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506 (a safe loader made stricter)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = " ".join(filter(None, (error.context, error.problem)))
        raise StrictYamlError(problem or "not YAML", name, line, column) from None
    except yaml.reader.ReaderError as error:
        line, column = _line_and_column(text, error.position)
        raise StrictYamlError(
            f"the character {error.character!r} is not allowed", name, line, column
        ) from None
    except (yaml.YAMLError, UnicodeError) as error:
        raise StrictYamlError(str(error), name) from None


def read_text(source: Path | str, name: str) -> str:
    """Return the text of a file (or the text itself), refusing more than 2 MB."""
    data = source.read_bytes() if isinstance(source, Path) else source.encode(errors="replace")
    if len(data) > MAX_BYTES:
        raise StrictYamlError(f"{len(data)} bytes; at most {MAX_BYTES} are read", name)
    if isinstance(source, str):
        return source.removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _line_and_column(data[: error.start].decode("utf-8", "replace"), len(data))
        raise StrictYamlError("not UTF-8 text", name, line, column) from None


def position(text: str, loc: Sequence[str | int]) -> tuple[int, int]:
    """Return line and column of the place a path of keys and indices leads to.

    Parameters
    ----------
    text
        A document that ``load`` has accepted.
    loc
        Keys and indices from the top, as in pydantic's errors. Where the path
        leaves the document (a missing field), the deepest place on it counts.

    Returns
    -------
    tuple[int, int]
        Both start at 1. For a key of a mapping, where the key stands.
    """
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError:
        return 1, 1
    mark = node.start_mark if node else None
    for part in loc:
        step = _step(node, part)
        if step is None:
            break
        mark, node = step
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _step(node: yaml.Node | None, part: str | int) -> tuple[yaml.Mark, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part].start_mark, node.value[part]
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark, value
    return None


def _guard(text: str) -> None:
    """Refuse what must not reach the constructor, without recursion."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused("anchors and aliases (& and *) are not read", event.start_mark)
        tag = getattr(event, "tag", None)
        if tag:
            raise _Refused(f"the tag {tag} is not read", event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _Refused("a second document; one file holds one", event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _Refused(f"more than {MAX_DEPTH} levels", event.start_mark)
        if isinstance(event, yaml.ScalarEvent) and event.implicit[0]:
            _refuse_surprises(event)


def _refuse_surprises(event: yaml.ScalarEvent) -> None:
    value = event.value
    for pattern, why in _SURPRISES:
        if pattern.fullmatch(value):
            plain = _plain(value)
            meant = f"{plain} or '{value}'" if plain else f"it in quotes, '{value}'"
            problem = f"{value} is not a plain number ({why}); write {meant}"
            raise _Refused(problem, event.start_mark)


def _plain(value: str) -> str | None:
    """Return the decimal that was probably meant."""
    digits = value.replace("_", "").removeprefix("+")
    if re.fullmatch(r"-?[0-9]{1,18}", digits):
        return str(int(digits))
    if re.fullmatch(r"-?[0-9.]+([eE][-+]?[0-9]{1,2})?", digits):
        number = float(digits)
        return str(int(number)) if abs(number) < 1e15 and number == int(number) else str(number)
    return None


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
