"""Documents of a few invented articles, as tests of intake and of the library hand them in."""

import json
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from zjreader.article import Document
from zjreader.identity import make_id
from zjreader.text.clean import Clean

NOW = datetime(2026, 4, 12, 8, tzinfo=UTC)
TITLE = "城南老桥加固完工 今起恢复通行"
BODY = "经过三个月的加固，城南老桥今起恢复通行。施工期间绕行的六条公交线路同时改回原线。"
OPENING = "经过三个月的加固，城南老桥今起恢复通行。施工期间……"
LINK = "https://www.example.com/city/bridge.html"
OTHER_LINK = "https://www.example.com/city/bridge-2.html"

TEASER = {"title": TITLE, "summary": OPENING, "url": LINK}
FULL = {"title": TITLE, "content": BODY, "url": OTHER_LINK}
LINKLESS = {"title": TITLE, "content": BODY}


def document(name: str, data: str, base: datetime | None = None, section: str | None = None) -> Document:
    return Document(
        Clean(name), Clean(name), lambda: BytesIO(data.encode()), base, name, Clean(section) if section else None
    )


def table(name: str, *rows: dict[str, Any], base: datetime | None = None) -> Document:
    return document(name, "\n".join(json.dumps(row, ensure_ascii=False) for row in rows), base)


def ours(title: str, body: str = BODY, **given: Any) -> dict[str, Any]:
    """A record as zjreader itself prints it."""
    return {"schema": "zjreader/1", "kind": "full", "title": title, "length": len(body), "body": body, **given}


def link_id(link: str) -> Clean:
    return make_id("link", link.removeprefix("https://www."))
