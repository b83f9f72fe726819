"""The folders that a text lies in -> the section it is filed under: the nearest one whose name is that of a class.

THUCNews, Fudan's and Sogou's corpora keep a folder for each class. Told by names alone, so that a text's section does
not change when a folder beside its own comes or goes: a folder called by a date, a form of file or a part of a corpus
is none.
"""

import re
from typing import Final

from zjreader.text.clean import Clean, clean_line

_DATED: Final = re.compile(r"[\d\W_年月日号號期]*")
_WORDS: Final = """
txt text texts plain md markdown htm html xml json jsonl csv tsv data dataset datasets file files doc docs article
articles news corpus raw source sources original utf8 utf-8 gb gb2312 gbk gb18030 big5 utf16 utf-16 train training test
testing val valid dev sample samples full all archive archives export exports download downloads
文本 文档 文檔 文件 数据 數據 语料 語料 资料 資料 原文 全文 正文 文章
 新闻 新聞 下载 下載 样本 樣本 训练集 訓練集 测试集 測試集
"""
_NO_CLASSES: Final = frozenset(_WORDS.split())


def section_of(path: str) -> Clean | None:
    """The section of a file at a path inside its source; None where no folder names one."""
    folders = path.split("/")[:-1]
    return next((clean_line(name) or None for name in reversed(folders) if names_class(name)), None)


def names_class(name: str) -> bool:
    """Whether a folder's name may be that of a class of texts."""
    return name.casefold() not in _NO_CLASSES and _DATED.fullmatch(name) is None
