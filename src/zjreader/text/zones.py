"""Time zones by their names: Asia/Shanghai, or what a clock there is ahead of UTC: +08:00."""

import re
from datetime import timedelta, timezone, tzinfo

_OFFSET = re.compile(r"([+-])(0[0-9]|1[0-4]):([0-5][0-9])")


def zone_named(name: str) -> tzinfo | None:
    """The zone of this name; None where there is none."""
    if found := _OFFSET.fullmatch(name):
        ahead = timedelta(hours=int(found[2]), minutes=int(found[3]))
        return timezone(ahead if found[1] == "+" else -ahead)
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown · a path · a folder of zones
        return None
