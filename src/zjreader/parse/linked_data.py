"""JSON-LD as pages carry it -> its objects, those inside lists and graphs too; what is no JSON is passed over."""

import json
from collections.abc import Iterator, Mapping
from typing import Any


def objects(said: str) -> Iterator[Mapping[str, Any]]:
    """The objects of one script, an outer one before those of its graph."""
    try:
        waiting = [json.loads(said, strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting = value + waiting
        elif isinstance(value, dict):
            graph = value.get("@graph")
            waiting = (graph if isinstance(graph, list) else []) + waiting
            yield value
