"""Articles that leave the screen: to a program's standard input, to a file. The chosen ones, else all that are listed.

A program gets the terminal; nothing can be drawn meanwhile, so the screen waits for it, as for an editor. A file is
written by a worker, which posts what came of it.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from textual import on
from textual.app import SuspendNotSupported
from textual.message import Message

from zjreader.errors import UnsavedError, UsageError
from zjreader.formats.json import jsonl
from zjreader.formats.row import Layout, Row
from zjreader.launch import vector_of
from zjreader.library.marks import Marks, Subject
from zjreader.messages import _, _n
from zjreader.page_style import measure_of, style_of
from zjreader.saving import FORMATS, format_of, save
from zjreader.text.clean import Clean, clean_line
from zjreader.tui.arranged import Arranged
from zjreader.tui.asking import AnswerLine, LineScreen, YesNoScreen
from zjreader.tui.completing import FileNames
from zjreader.tui.handing import HandingScreen
from zjreader.tui.history import History
from zjreader.tui.opening import Opening


class SendingScreen(HandingScreen):
    """A screen from which articles are piped and saved."""

    class Saved(Message):
        """What came of saving, in a sentence, and its look."""

        def __init__(self, said: str, look: str = "plain") -> None:
            super().__init__()
            self.said = said
            self.look = look

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._programs = History()

    @property
    def sent(self) -> Arranged:
        """What would leave: the chosen articles, else all that are listed, in the order of the list."""
        if self.chosen:
            return self.listed._replace(hits=self.chosen, sequence=None)
        self.settle_answer()
        return self.listed

    # to a program

    def action_pipe(self) -> None:
        """Ask for a program."""
        if not (count := len(self.sent.hits)):
            self.say(_("no article to send"))
            return
        asked = _n("pipe {count} article to:", "pipe {count} articles to:", count)
        line = AnswerLine(_("a program and its arguments; no shell reads them"), history=self._programs)
        self.app.push_screen(LineScreen(asked, line, _checked), self.pipe_to)

    def pipe_to(self, line: Clean | None) -> None:
        """Give the articles to a program, as `zjreader list --full --jsonl` would, and say how it ended."""
        if not line or not self.sent.hits:
            return
        self._programs = self._programs.remembered(line)
        rows = _rows(self.sent, self.reader.marks)
        try:
            code = self._run_on_terminal(vector_of(line), (text.encode() for text in jsonl(rows, Layout(full=True))))
        except UsageError as error:
            self.say(str(error), "error")
        except SuspendNotSupported:
            self.say(_("nothing here runs programs"))
        else:
            count = _n("{count} article", "{count} articles", len(self.sent.hits))
            said = _("{articles} piped: {program}").format(articles=count, program=line)
            failed = _("{program}: ended with exit code {code}").format(program=line, code=code)
            self.say(failed if code else said, "error" if code else "plain")

    def _run_on_terminal(self, vector: tuple[str, ...], chunks: Iterable[bytes]) -> int:
        if not self.outside.pipe:
            raise SuspendNotSupported
        with self.app.suspend():
            return self.outside.pipe(vector, chunks, clean_line(_("zjreader: enter goes back")))

    # to a file

    def action_save(self) -> None:
        """Ask for a file's name."""
        if not (count := len(self.sent.hits)):
            self.say(_("no article to send"))
            return
        asked = _n("save {count} article as:", "save {count} articles as:", count)
        line = AnswerLine(" ".join(FORMATS), FileNames())
        self.app.push_screen(LineScreen(asked, line, lambda name: name and format_of(_path(name))), self.save_as)

    def save_as(self, name: Clean | None) -> None:
        """Save the articles, after asking where a file would be replaced."""
        if not name:
            return
        path = _path(name)
        if not path.exists():
            self._begin_saving(path, yes=True)
            return
        question = _("{name} is there: replace it?").format(name=name)
        self.app.push_screen(YesNoScreen(question), lambda yes: self._begin_saving(path, yes=bool(yes)))

    def _begin_saving(self, path: Path, *, yes: bool) -> None:
        if not yes:
            self.say(_("nothing saved"))
            return
        layout = Layout(full=True, measure=measure_of(self.settings), style=style_of(self.settings))
        writing = partial(self._save, path, self.sent, self.reader.marks, layout)
        self.run_worker(writing, thread=True)

    def _save(self, path: Path, sent: Arranged, marks: Marks, layout: Layout) -> None:
        """In a worker's thread: only values that do not change are touched."""
        try:
            save(path, format_of(path)(_rows(sent, marks), layout))
        except UnsavedError as error:
            self.post_message(self.Saved(str(error), "error"))
        else:
            said = _n("{count} article saved: {{path}}", "{count} articles saved: {{path}}", len(sent.hits))
            self.post_message(self.Saved(said.format(path=path.resolve())))

    @on(Saved)
    def _tell_saved(self, event: Saved) -> None:
        self.say(event.said, event.look)


def _checked(line: Clean) -> None:
    if line:
        vector_of(line)


def _path(name: Clean) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # no such person's home
        return Path(name)


def _rows(sent: Arranged, marks: Marks) -> Iterator[Row]:
    for position in sent.window(0, len(sent.hits)):
        record = sent.orders.corpus[position]
        yield Row(record, marks.state(Subject(record.ids)))
