"""The clock that learns: factors of somebody's own sessions, for the requests that say none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.doors.arguments import Argument

if TYPE_CHECKING:
    from planner.catalog import Catalog
    from planner.doors.cli.profile import You
    from planner.logs.log import LoggedSession
    from planner.request.clock import ClockFactors
    from planner.request.profile import Profile
    from planner.request.request import Request
    from planner.store.protocol import Store
    from planner.store.values import Athlete

NO_CLOCK = Argument("no_clock", "flag", "Plan by the catalogue's clock, not by yours.", False)

LEAST_SESSIONS = 3
"""With a start and an end, before anything is believed of a person's clock."""
DIGITS = 2
"""Of a learned factor: its error is larger than a hundredth."""
CALLED = {"rest": "rests", "setup": "set-up", "warm_up": "warm-up sets"}


@dataclass(frozen=True)
class Learned:
    """Factors, and how many sessions they are from."""

    factors: ClockFactors
    sessions: int

    @property
    def source(self) -> str:
        """Where they come from."""
        return f"your log, {self.sessions} sessions"

    def says(self) -> str:
        """Return them in words: ``rests 12 % longer, set-up 5 % shorter``."""
        found = []
        for name, word in CALLED.items():
            percent = round(100 * (getattr(self.factors, name) - 1))
            if percent:
                found.append(f"{word} {abs(percent)} % {'longer' if percent > 0 else 'shorter'}")
        return ", ".join(found)


def with_own_clock(asked: Request, asks: You, catalog: Catalog,
                   no_clock: bool) -> tuple[Request, Learned | None]:
    """Return a request with the learned clock of who asks, unless it says one.

    Somebody without a profile, without a log or with too few sessions in it has none.
    """
    if no_clock:
        return asked.model_copy(update={"clock": None}), None
    if asked.clock is not None or asks.profile is None:
        return asked, None
    sessions = _kept_sessions(asks.profile)
    found = learned(sessions, asks.profile, asked, catalog) if sessions else None
    if found is None:
        return asked, None
    return asked.model_copy(update={"clock": found.factors}), found


def tell_clock(found: Learned | None) -> None:
    """Say on standard error, in one line, what was learned."""
    if found is not None:
        from planner.doors.cli.opening import say

        say([f"your clock: {found.says()}, from {found.sessions} sessions; --no-clock leaves it "
             "out"])


def learned(sessions: Iterable[LoggedSession], profile: Profile, asked: Request,
            catalog: Catalog) -> Learned | None:
    """Return the factors that sessions teach, None where they are too few or teach nothing.

    They are factors on the rests of the goal and the pace that the profile says. Those are what
    the sessions were trained by, whatever is asked for this time.
    """
    from planner.progress.clock import learned_clock
    from planner.request.clock import LEAST, MOST, ClockFactors

    goal = profile.goal if "goal" in profile.model_fields_set else asked.goal
    found = learned_clock(sessions, catalog, goal, profile.pace)
    if found.sessions < LEAST_SESSIONS:
        return None
    factors = ClockFactors(**{name: round(min(MOST, max(LEAST, getattr(found, name))), DIGITS)
                              for name in CALLED})
    return None if factors == ClockFactors() else Learned(factors, found.sessions)


def _kept_sessions(profile: Profile) -> tuple[LoggedSession, ...]:
    """Return what somebody has trained; nothing where nothing can be kept, or nothing is.

    A store is not made by being asked, and one that cannot be read keeps nobody from planning.
    """
    from importlib.util import find_spec
    from pathlib import Path

    if find_spec("sqlalchemy") is None:
        return ()
    from planner.doors.cli.opening import say
    from planner.request.errors import InputError
    from planner.store.open import open_store
    from planner.store.places import is_server, place_of

    try:
        place = place_of()
        if not is_server(place) and not Path(place).is_file():
            return ()
        with open_store(place) as store:
            who = _athlete(store, profile)
            return store.sessions(who) if who is not None else ()
    except InputError as error:
        say([f"your clock is left out: {error}"])
        return ()


def _athlete(store: Store, profile: Profile) -> Athlete | None:
    """Return whose log it is: by the profile's name, or the only one, whom nobody has named."""
    from planner.doors.cli.keeping import NEW

    everybody = store.athletes()
    if profile.name is not None:
        name = profile.name.strip().casefold()
        named = next((one for one in everybody if one.name.casefold() == name), None)
        if named is not None:
            return named
    if len(everybody) == 1 and (profile.name is None or everybody[0].name == NEW):
        return everybody[0]
    return None
