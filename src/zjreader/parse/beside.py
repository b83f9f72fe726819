"""What stands beside a headline on its list page: its date, its publisher, the opening of its article.

The headline's own room is the largest element that no other headline shares, and what follows it up to the next one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from zjreader.parse import markup
from zjreader.parse.dates_beside import Clock, address_day, moment_of, settled
from zjreader.parse.display import shown
from zjreader.parse.headlines import Headline, weight
from zjreader.parse.markup import Element
from zjreader.parse.page_lines import shaped
from zjreader.parse.page_units import without_link
from zjreader.text.clean import Clean, clean_line
from zjreader.text.credits import Credits, merged

_SHARED: Final = -1
_LARGEST_ROOM: Final = 800
"""Characters of the markup's text up to which an element is one headline's own."""

_MOST_BEHIND: Final = 4
"""Elements behind a headline's room that may still be about it."""

_SHORTEST_OPENING: Final = 16
_CLAUSE_ENDS: Final = re.compile("[，。！？；：、…,!?;]|[.] ")
_LONGEST_BARE: Final = 40
"""Weight up to which a line without punctuation is what is said of an article, and not its opening."""

_SHORTEST_NAME: Final = 3
_WHO: Final = re.compile("source|author|media|writer|from|laiyuan", re.IGNORECASE)
_LONGEST_DATED: Final = 48
"""Characters of the longest line that is read for its date."""

_BRACKETS: Final = "[](（）)【】 "
_LABEL: Final = re.compile(r"[\[【(（][^0-9\]】)）]*[\]】)）]")
"""The name of a channel beside a headline."""

_DATED_OPENING: Final = re.compile("([^-·—]{0,12}[0-9][^-·—]{0,12}?[日前0-9]) ?[-·—]+ ")
"""The date before a passage that a search found: 3小时前 - ."""

_OPENS: Final = re.compile("^(?:摘要|导语|内容提要|简介)[:：] *")


class Beside(NamedTuple):
    """What a list page says of an article beside its title."""

    credits: Credits
    opening: Clean | None


def beside(headlines: Sequence[Headline], clock: Clock) -> Iterator[Beside]:
    """What stands beside each of the headlines of one page."""
    owners = _owners(headlines)
    for number, headline in enumerate(headlines):
        lines = [line for line in _lines(headline, owners, number) if line]
        yield _read(headline, lines, clock)


def _owners(headlines: Sequence[Headline]) -> Mapping[Element, int]:
    """The headline that has an element for itself, by its number, or `_SHARED`."""
    owners: dict[Element, int] = {}
    for number, headline in enumerate(headlines):
        for link in headline.links:
            owners[link] = number
            for element in link.iterancestors():
                if owners.setdefault(element, number) not in {number, _SHARED}:
                    owners[element] = _SHARED
    return owners


def _lines(headline: Headline, owners: Mapping[Element, int], number: int) -> Iterator[str]:
    """What the room of a headline shows but its title, what stands before it on its line, what follows it."""
    room = _room(headline.link, owners, number)
    yield from (moment.get("datetime") or "" for moment in room.iter("time"))
    titles = [markup.text(link) for link in headline.links]
    channels = {markup.text(link) for link in room.iter("a") if link not in headline.links and _is_channel(link)}
    for line in markup.lines(room):
        apart = [piece for piece in line.pieces if piece not in channels] if len(line.text) <= _LONGEST_DATED else []
        text = Clean(" ".join(apart)) if apart else line.text
        yield _without_ends(_without([headline.title, *titles[:1]], text), titles)
        yield from (piece for piece in apart[1:] if piece not in headline.title)
    before = _before(room) if room is headline.link else ""
    yield before
    yield clean_line(room.tail or "")
    if not before:
        yield from _behind(room, owners)


def _is_channel(link: Element) -> bool:
    """Whether a link beside a headline leads to where it belongs, and not to who published it."""
    return not _WHO.search(link.get("class") or "")


def _without(texts: Sequence[str], line: Clean) -> Clean:
    """A line without the title that it begins with, or stands in among what is said of it; an opening may name it."""
    for text in filter(None, texts):
        rest = clean_line(line.replace(text, " ", 1))
        line = rest if line.startswith(text) or len(rest) <= _LONGEST_DATED else line
    return line


def _without_ends(line: Clean, texts: Sequence[str]) -> Clean:
    """A line without the link to the whole article that it ends with."""
    found = next((text for text in texts if weight(text) > 1 and line != text and line.endswith(text)), "")
    return clean_line(line.removesuffix(found))


def _before(link: Element) -> str:
    """What stands before a bare link on its line."""
    previous, around = link.getprevious(), link.getparent()
    if previous is None:
        return clean_line(around.text or "") if around is not None else ""
    text = clean_line(previous.tail or "") if previous.tag == "br" else ""
    return text if weight(text) else ""


def _room(link: Element, owners: Mapping[Element, int], number: int) -> Element:
    def is_its_own(element: Element) -> bool:
        if owners[element] != number or element.tag in {"body", "html"}:
            return False
        return sum(len(piece.strip()) for piece in element.itertext()) <= _LARGEST_ROOM

    return [link, *takewhile(is_its_own, link.iterancestors())][-1]


def _behind(room: Element, owners: Mapping[Element, int]) -> Iterator[str]:
    for count, element in enumerate(room.itersiblings()):
        if count == _MOST_BEHIND or element in owners:
            return
        if not shown(element.tag, element.get):
            continue
        yield from (line.text for line in markup.lines(element))
        yield clean_line(element.tail or "")


def _read(headline: Headline, lines: Sequence[str], clock: Clock) -> Beside:
    day = address_day(headline.url)
    said, openings = Credits(), []
    for raw in lines:
        line = _LABEL.sub(" ", raw) if len(raw) <= _LONGEST_DATED else raw
        dated = _DATED_OPENING.match(line) if len(line) > _LONGEST_DATED else None
        if dated and (published := moment_of(dated[1], day, clock)):
            said = merged(said, Credits(published=published))
            line = line[dated.end() :]
        if weight(line) >= _SHORTEST_OPENING and (opening := _opening(line, headline.title)):
            openings.append(opening)
        elif len(line) <= _LONGEST_DATED and (bare := line.strip(_BRACKETS)):
            told = shaped(Clean(bare), clock.base).credits or Credits()
            publisher = told.publisher if weight(told.publisher or "") >= _SHORTEST_NAME else None
            published = moment_of(bare, day, clock) or told.published
            said = merged(said, told._replace(publisher=publisher, published=published))
    said = said._replace(published=settled(said.published, day))
    return Beside(said, max(openings, key=len, default=None))


def _opening(line: str, title: Clean) -> Clean | None:
    text = Clean(_OPENS.sub("", without_link(Clean(line.strip()))).strip())
    shape = shaped(text, None).shape if text else "furniture"
    if shape in {"furniture", "crumbs", "credits"} or text in title:
        return None
    return text if _CLAUSE_ENDS.search(text) or weight(text) >= _LONGEST_BARE else None
