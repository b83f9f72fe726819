"""A stream of bytes in some encoding -> the same text as a stream of characters or of UTF-8, read as it comes.

The encoding is judged by the beginning of the stream, or by what follows where that is ASCII alone. A byte without
meaning stays one: U+FFFD among characters, a stray byte in UTF-8.
"""

import codecs
from io import BufferedReader, RawIOBase, TextIOWrapper
from typing import Any, BinaryIO, Final, TextIO, cast

from zjreader.article import ReadAs
from zjreader.text.charset import Decoded, decode
from zjreader.text.clean import Clean

UTF_8: Final = ReadAs(Clean("utf-8"), assumed=False)
_PIECE: Final = 1 << 16
_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_CODECS: Final = {"utf-8": "utf-8-sig", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
"""Python's codecs for what is written in them under another name (WHATWG Encoding, 4.2)."""


def text_of(data: bytes, said: Clean | None = None) -> Decoded:
    """The text of these bytes; `said` is the encoding that a person named, which only a byte order mark overrules."""
    if not said or data.startswith(_MARKS):
        return decode(data)
    text = data.decode(_CODECS.get(said, said), "replace")
    return Decoded(text, said, assumed=False, replaced=text.count("\ufffd"))


def encoding_of(first: bytes, stream: BinaryIO, said: Clean | None = None) -> ReadAs:
    """How a stream is to be read that began with these bytes; goes on in it as long as they tell nothing."""
    while first.isascii() and (more := stream.read(_PIECE)):
        first = more
    if said and not first.startswith(_MARKS):
        return ReadAs(said, assumed=False)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(first)
    except UnicodeDecodeError:
        found = decode(first)
        return ReadAs(found.encoding, found.assumed)
    return UTF_8


def characters(stream: BinaryIO, encoding: str) -> TextIO:
    """The text of a stream; line ends of any kind are newlines."""
    return TextIOWrapper(stream, _CODECS.get(encoding, encoding), "replace")


def in_utf_8(stream: BinaryIO, encoding: str) -> BinaryIO:
    """The text of a stream in UTF-8, its line ends newlines; as it is where it is UTF-8 already."""
    if encoding == UTF_8.encoding:
        return stream
    return cast("BinaryIO", BufferedReader(_Recoded(characters(stream, encoding)), _PIECE))


class _Recoded(RawIOBase):
    """The bytes of a text in UTF-8."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._left:
            text = self._text.read(_PIECE)
            self._left = text.encode("utf-8", "replace").replace(b"\xef\xbf\xbd", b"\xff")
        count = min(len(buffer), len(self._left))
        buffer[:count] = self._left[:count]
        self._left = self._left[count:]
        return count
