"""Makes `samples/library-v3.db`: a library of this version with a little of everything, kept to be opened for ever.

Run once for each version of the library, by hand; a sample is never made anew.
"""

import sys
from datetime import timedelta
from pathlib import Path

from tests.documents import FULL, LINK, LINKLESS, NOW, TEASER, link_id, table
from tests.library.test_packing import news
from zjreader.adding import add
from zjreader.article import Document, Reach
from zjreader.library.database import Database
from zjreader.library.library import Library
from zjreader.library.marks import Marks
from zjreader.library.packing import trained
from zjreader.library.source_rows import Ending, KeptSource
from zjreader.text.clean import Clean

SHARED = [{"title": title, "content": title * 9, "url": "https://www.example.com/live"} for title in ("早间", "晚间")]
FILES = [
    table("列表.jsonl", TEASER, {**TEASER, "url": "https://www.example.com/front/bridge.html"}),
    table("全文.jsonl", FULL, {**LINKLESS, "title": "另一条消息", "author": "甲", "city": "上海"}),
    table("全文.jsonl", {**FULL, "title": "城南老桥今晨恢复通行"}, {"title": "只有月日", "date": "4月10日"}, base=NOW),
    table("直播.jsonl", *SHARED, {**LINKLESS, "title": "另一条消息", "url": LINK + "?7"})._replace(stamp="12:34"),
]


LIVE, TITLE = Clean("直播.jsonl"), Clean("江城直播")
REACH = Reach(Clean("https://www.example.com/live.jsonl"), Clean("2026-04-16T08:00:00+00:00"), private=True)


def make(path: Path) -> None:
    """A library of a few invented articles, some of them packed by a dictionary."""
    database = Database.writing(path)
    for day, file in enumerate(FILES):
        if day == len(FILES) - 1:
            database.rows("INSERT INTO dictionary VALUES (1, ?)", (trained(map(news, range(12))),))
        keep(Library(database), file, day)
    ending = Ending(LIVE, Clean(NOW.isoformat()), Clean("没有应答"), REACH, TITLE)
    Library(database).tell_sources([ending])
    Library(database).awaited.put(LIVE, [link_id(LINK)])
    Library(database).remove_source(Clean("列表.jsonl"))
    database.close()


def keep(library: Library, file: Document, day: int) -> None:
    added = NOW + timedelta(days=day)
    library.put_sources([KeptSource(file.source, Clean("{}"), Clean("a1b2c3d4e5f6"), Clean(added.isoformat()))])
    list(add([file], library.shelf(added), added, Marks()))


if __name__ == "__main__":
    make(Path(sys.argv[1]))
