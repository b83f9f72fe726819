"""JSON as pages carry it -> its objects; what is no JSON is passed over."""

import json
from collections.abc import Iterator, Mapping
from typing import Any


def objects(said: str) -> Iterator[Mapping[str, Any]]:
    """The objects of one script of linked data, those inside lists and graphs too, an outer one first."""
    waiting = _values(said)
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting = value + waiting
        elif isinstance(value, dict):
            graph = value.get("@graph")
            waiting = (graph if isinstance(graph, list) else []) + waiting
            yield value


def every_object(said: str) -> Iterator[Mapping[str, Any]]:
    """All objects of one script, however deep, an outer one first."""
    waiting = _values(said)
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting += reversed(value.values())
        elif isinstance(value, list):
            waiting += reversed(value)


def _values(said: str) -> list[Any]:
    try:
        return [json.loads(said, strict=False)]
    except (ValueError, RecursionError):
        return []
