"""Bytes as a person reads them: 12.3 MB."""

from zjreader.text.clean import Clean

_THOUSAND = 1000
_UNITS = ("B", "kB", "MB", "GB", "TB")


def shown_bytes(count: int) -> Clean:
    """The amount in the largest decimal unit (SI) of which there is at least one."""
    amount, power = float(count), 0
    while amount >= _THOUSAND - 0.05 and power < len(_UNITS) - 1:
        amount, power = amount / _THOUSAND, power + 1
    return Clean(f"{amount:.{int(power > 0)}f} {_UNITS[power]}")
