"""What a format could not hold, in as few sentences as say it."""

from __future__ import annotations


class Losses:
    """Sentences once each, the exercises of one kind of loss together."""

    def __init__(self) -> None:
        self._kinds: dict[str, dict[str, None]] = {}

    def of(self, kind: str, name: str) -> None:
        """Note that an exercise loses something."""
        self._kinds.setdefault(kind, {})[name] = None

    def say(self, sentence: str) -> None:
        """Note what is true of the whole file."""
        self._kinds.setdefault(sentence, {})

    def sentences(self) -> tuple[str, ...]:
        """Return what was noted, in that order."""
        return tuple(f"{kind}: {', '.join(names)}" if names else kind
                     for kind, names in self._kinds.items())
