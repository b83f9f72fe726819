"""Runs of zjreader inside the test's process, with streams and a home of their own."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest

from zjreader.cli.main import main
from zjreader.cli.process import Process

NOON = datetime(2026, 11, 20, 12, tzinfo=timezone(timedelta(hours=8)))

PAGE = """财经

三项新政同日落地 小微企业最多可缓缴半年社保

财经观察11月19日杭州讯 (林一舟 何满)11月18日,三项扶持小微企业的新政同日落地,企业最多可以缓缴半年社保。

会上回应了三个问题:

缓缴:符合条件的企业可在网上申请;

贴息:首次贷款的利息由财政补贴一半;

培训:每月开设两期免费课程。

【责任编辑:苏禾】

老街上的修表铺 守着一座城的时间

铺子开在老街的第三个路口,门脸不到两米宽,玻璃柜里摆着上百只等人来取的旧表。老板说,最久的一只已经等了十七年,他每个月都给它上一次弦,怕它忘了怎么走

返回
顶部
"""


class Ran(NamedTuple):
    """What a run ended with and wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


class Tty(BytesIO):
    """Bytes that pass for a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A column page of one full article and one teaser."""
    path = tmp_path / "caijing.txt"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs zjreader with these words; messages in English."""
    monkeypatch.setenv("ZJREADER_LANG", "en")

    def runs(
        *words: str | Path,
        stdin: bytes = b"",
        environ: Mapping[str, str] = {},
        streams: type[BytesIO] = BytesIO,
        now: datetime = NOON,
    ) -> Ran:
        out, err = streams(), streams()
        given = {"ZJREADER_HOME": str(tmp_path / "home"), **environ}
        code = main([str(word) for word in words], Process(streams(stdin), out, err, given, lambda: now))
        return Ran(code, out.getvalue().decode(), err.getvalue().decode())

    return runs
