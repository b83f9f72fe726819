"""A time zone has a name or says how far ahead its clocks are."""

from datetime import datetime, timedelta

import pytest

from zjreader.text.zones import zone_named


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        pytest.param("Asia/Shanghai", 8.0, id="a place"),
        pytest.param("+08:00", 8.0, id="ahead"),
        pytest.param("-03:30", -3.5, id="behind"),
        pytest.param("+08:61", None, id="61 minutes"),
        pytest.param("Asia/Nowhere", None, id="no place"),
        pytest.param("../Shanghai", None, id="a path"),
        pytest.param("Asia", None, id="a continent"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_zone_is_known_by_its_name(name: str, hours: float | None) -> None:
    zone = zone_named(name)
    ahead = zone.utcoffset(datetime(2026, 1, 1)) if zone else None  # noqa: DTZ001 -- the zone is what is asked
    assert ahead == (None if hours is None else timedelta(hours=hours))
