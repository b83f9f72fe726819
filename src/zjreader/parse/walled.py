"""What runs behind the wall: a page or a feed -> its articles, and how it was read.

Whatever a parser raises ends the process, which its owner tells from the way it ended; nothing is written but answers.
"""

import os
import sys
from typing import BinaryIO

from zjreader.article import Reading
from zjreader.messages import _
from zjreader.parse import feed, frames, judged_page, markup, mhtml
from zjreader.parse.answer import Answer
from zjreader.parse.asked import Asked
from zjreader.parse.confined import NO_MEMORY, limit_memory, within
from zjreader.parse.question import Kind, Question
from zjreader.text.clean import clean_line


def main() -> None:
    """Answer what comes in on standard input until it ends; the limits are the first words of the command line."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library may print is no answer
    limit_memory(int(sys.argv[2]))
    try:
        serve(sys.stdin.buffer, answers, float(sys.argv[1]))
    except MemoryError:
        sys.exit(NO_MEMORY)


def serve(questions: BinaryIO, answers: BinaryIO, seconds: float) -> None:
    """Answer each question in its language, within so many seconds."""
    while question := frames.taken(questions, Question):
        os.environ["ZJREADER_LANG"] = question.language
        with within(seconds):
            given = answer(question.kind, question.data, question.told)
        frames.put(answers, given)


def answer(kind: Kind, data: bytes, asked: Asked) -> Answer:
    """The articles of a document; what a feed claims to be and is none is read as a page, and the reverse.

    Of a cell, the blocks that it shows.
    """
    if kind == "cell":
        return Answer(blocks=markup.blocks(markup.fragment(data.decode("utf-8", "replace"))))
    if kind == "mhtml":
        saved = mhtml.page_of(data, asked)
        return judged_page.read(*saved) if saved else Answer(problems=(clean_line(_("nothing to read in it")),))
    if not feed.looks_like(data):
        return judged_page.read(data, asked)
    read = feed.read(data, asked)
    readings = tuple(Reading(article, read.read_as) for article in read.articles)
    return Answer(readings, tuple(map(clean_line, read.problems)), title=read.title)
