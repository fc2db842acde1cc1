"""How far two times of day are apart, as `When.clock` writes them: "18:00Z", "07:42", "06:30?", "04:00~".

Where their days are not known, 23:50 and 00:10 are twenty minutes apart.
"""

import re
from functools import lru_cache
from typing import Final

_PARTS: Final = re.compile(r"(\d\d):(\d\d)(Z|([+-])(\d\d):(\d\d))?(\??)(~?)")
_DAY: Final = 24 * 60  # minutes
_HOUR: Final = 60
_HALF_HOUR: Final = 30
_MANY: Final = 1 << 10
EXACT: Final = 15  # minutes between two accounts of one moment
ROUGH: Final = 30  # … where either tells a whole hour, and roughly: "about four"


def of_one_zone(one: str, other: str) -> bool:
    """Whether both name their time zone, or neither does."""
    return (_read(one)[1] is None) == (_read(other)[1] is None)


def either_half(clock: str) -> bool:
    """Whether nothing tells morning from evening."""
    return _read(clock)[2]


def of_midnight(clock: str) -> bool:
    """Whether a day begins or ends with it."""
    return _read(clock)[0] % _DAY == 0


def gap(one: str, other: str) -> int:
    """Minutes from the second to the first, the short way round: above -720, up to 720.

    Where the half of the day of either is not known, the one that brings them nearer is taken; where one alone names
    its zone, they are taken to be of that zone.
    """
    (ours, zone, unsure, _), (theirs, other_zone, doubted, _) = _read(one), _read(other)
    around = _DAY // 2 if unsure or doubted else _DAY
    ahead = 0 if zone is None or other_zone is None else zone - other_zone
    apart = (ours - theirs - ahead) % around
    return apart if apart <= around // 2 else apart - around


def one_minute(one: str, other: str) -> bool:
    """Whether both tell one minute that is too odd to be met by chance: 04:17, not 04:00 or 04:30."""
    return gap(one, other) == 0 and _read(one)[0] % _HALF_HOUR != 0 and not (_read(one)[3] or _read(other)[3])


def lead(one: str, other: str, days: int = 0) -> int:
    """Minutes from the second to the first, whose day comes `days` after that of the second: never round midnight.

    What is not known is taken as `gap` takes it.
    """
    (ours, zone, unsure, _), (theirs, other_zone, doubted, _) = _read(one), _read(other)
    ahead = 0 if zone is None or other_zone is None else zone - other_zone
    apart = ours - theirs - ahead + days * _DAY
    later, earlier = (_DAY // 2 if half else 0 for half in (unsure, doubted))
    return min((apart, apart + later, apart - earlier), key=abs)


def near(one: str, other: str, days: int | None = None) -> bool:
    """Whether both may be accounts of one moment; `days` as in `lead`, where they are known."""
    apart = gap(one, other) if days is None else lead(one, other, days)
    return abs(apart) <= max(_slack(one), _slack(other))


def _slack(clock: str) -> int:
    minute, _, _, rough = _read(clock)
    return ROUGH if rough and minute % _HOUR == 0 else EXACT


@lru_cache(maxsize=_MANY)
def _read(clock: str) -> tuple[int, int | None, bool, bool]:
    """The minute of its day; those its zone is ahead of Greenwich; whether its half is unknown, and it is rough."""
    found = _PARTS.fullmatch(clock)
    if found is None:
        raise ValueError(f"{clock!r} is no time of day")
    hour, minute, zone, sign, hours, minutes, unsure, rough = found.groups()
    ahead = (60 * int(hours) + int(minutes)) * (1 if sign == "+" else -1) if sign else 0
    return 60 * int(hour) + int(minute), ahead if zone else None, bool(unsure), bool(rough)
