"""What is said of a query is tested in English."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module", autouse=True)
def _english() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZJREADER_LANG", "en")
        yield
