"""What tests that start processes share."""

import os


def unmeasured() -> dict[str, str]:
    """The environment without coverage: for processes that are killed, timed, or asked what they import."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
