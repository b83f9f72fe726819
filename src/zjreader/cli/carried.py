"""What goes from machine to machine, or from program to program: web addresses, marks, articles, each way.

What was taken is told in a clause; what could not be is a line of the load report.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from zjreader.article import UNSAID, Document, Problem
from zjreader.cli.process import LoadReport, Process
from zjreader.errors import UnreadableError
from zjreader.formats.json import jsonl
from zjreader.formats.opml import Outline, opml
from zjreader.formats.row import Layout, Row
from zjreader.keeping import Given, Keeper
from zjreader.library import marks_file
from zjreader.library.journal import Journal
from zjreader.library.journal_lines import Entry
from zjreader.library.marks import Marks
from zjreader.messages import _, _n
from zjreader.parse.subscription_list import key_of, read
from zjreader.reader import Reader
from zjreader.subscriptions import Subscription, subscriptions
from zjreader.text.clean import Clean, clean_line
from zjreader.text.secrets import masked


def take_sources(data: bytes, about: Clean, process: Process, report: LoadReport) -> str:
    """Put what a list names into the library, unread. Raises UnreadableError where it names nothing."""
    found = read(data, about)
    for problem in found.problems:
        report.add(problem)
    if not found.listed:
        raise UnreadableError(_("holds no address that can be read"), about)
    new, known = Keeper(process.paths, _journal(process)).subscribe(found.listed)
    counts = [_n("{count} new source", "{count} new sources", new)]
    counts += [_n("{count} known source", "{count} known sources", known)] if known else []
    counts += [_n("{count} listed twice", "{count} listed twice", found.repeated)] if found.repeated else []
    counts += [_n("{count} refused", "{count} refused", len(found.problems))] if found.problems else []
    return _(", ").join(counts)


def take_marks(lines: Iterable[bytes], about: Clean, process: Process, report: LoadReport) -> str:
    """Write the marks of a file that are none here into this device's journal.

    Raises UnreadableError where there is something in it, and no marks.
    """
    came = list(marks_file.entries(lines, about))
    wanted = [each for each in came if isinstance(each, Entry)]
    for problem in came:
        if isinstance(problem, Problem):
            report.add(problem)
    if came and not wanted:
        raise UnreadableError(_("holds no marks"), about)
    journal = _journal(process)
    new = marks_file.missing(Marks().plus(journal.records), wanted)
    if new:
        journal.append(new)
    return _n("{count} new mark", "{count} new marks", sum(len(entry.ids) or 1 for entry in new))


def take_articles(document: Document, process: Process, report: LoadReport) -> str:
    """Keep the articles of a document for good, under its archive's name and the time: it is never read again."""
    name, when = Path(document.source).name, f"{process.now():%Y-%m-%d %H:%M:%S}"
    address, added = clean_line(_("archive {name} {when}").format(name=name, when=when)), 0
    for kept in Keeper(process.paths, _journal(process)).keep(Given(address, UNSAID, [document])):
        added += len(kept.records)
        for problem in kept.problems:
            report.add(problem)
    return _n("{count} article added", "{count} articles added", added)


def web_sources(process: Process) -> tuple[list[Subscription], int]:
    """What is read from the web, and how many sources have no address there: those mean nothing elsewhere."""
    listed = subscriptions(process.paths, _journal(process))
    of_the_web = [each for each in listed if key_of(each.source.address)]
    return of_the_web, len(listed) - len(of_the_web)


def holding_secrets(sources: Iterable[Subscription]) -> int:
    """How many addresses hold a password or a token, without which nobody can read them."""
    return sum(masked(each.source.address) != each.source.address for each in sources)


def as_opml(sources: Iterable[Subscription]) -> Iterator[str]:
    """The sources with their names, in the folders that their sections name."""
    return opml(
        Outline(each.source.address, each.name or masked(each.source.address), each.settings.section)
        for each in sources
    )


def marks(process: Process) -> list[str]:
    """A line for all articles that bear one mark."""
    return list(marks_file.lines(Marks().plus(_journal(process).records)))


def articles(process: Process) -> Iterator[str]:
    """A line for each article of the library, with its texts, in the order of arrival."""
    reader = Reader.open(process.paths, None, process.now)
    rows = (Row(reader.corpus[position], reader.state(position)) for position in reader.corpus.everything)
    return jsonl(rows, Layout(full=True))


def _journal(process: Process) -> Journal:
    return Journal.open(process.paths, process.now)
