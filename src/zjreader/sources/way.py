"""The way of one request through redirects: where it is, whom it may ask there, and what is remembered of it."""

from collections.abc import Sequence
from datetime import datetime

from zjreader.article import Reach
from zjreader.errors import UnreadableError
from zjreader.messages import _
from zjreader.sources import addresses
from zjreader.sources.addresses import Place
from zjreader.sources.machines import is_local
from zjreader.sources.request import Request
from zjreader.text.clean import Clean, clean_line


class Way:
    """Begins at the address that was given, or where that has moved to."""

    def __init__(self, request: Request, redirects: int) -> None:
        """`redirects` is how many may be followed."""
        self.request = request
        self.url: str = request.reach.moved or request.address
        self.wait_until: datetime | None = None
        self._moved, _waited, self._private = request.reach
        self._lasting = False
        self._first = True
        self._left = redirects

    @property
    def place(self) -> Place:
        """Whom to ask now. Raises UnreadableError for what is not fetched."""
        place = addresses.place_of(self.url)
        if place:
            return place
        if self._first:
            raise UnreadableError(_("is no address of the web"))
        raise UnreadableError(_("leads to {address}, which is not fetched").format(address=self.url))

    @property
    def proven(self) -> Reach:
        """What is remembered of a way that led to something."""
        return Reach(self._moved, None, self._private)

    @property
    def failed(self) -> Reach:
        """What is remembered of one that did not: the next begins at the address that was given."""
        waits = Clean(self.wait_until.isoformat(timespec="seconds")) if self.wait_until else None
        return Reach(None, waits, self._private)

    def go_on(self, url: str, *, lasting: bool) -> None:
        """Follow a redirect; while all of them are for good, so is the new address. Raises UnreadableError."""
        if not self._left:
            raise UnreadableError(_("redirects again and again"))
        self._left -= 1
        self._lasting = lasting and (self._lasting or self._first)
        self._first = False
        self.url = url
        self._moved = clean_line(url) if self._lasting else self._moved

    def allowed(self, place: Place, numbers: Sequence[str]) -> list[str]:
        """Those of a host's IP addresses that may be connected to. Raises UnreadableError where none may.

        A person who types an address means that machine, be it a private one; whoever else names it means no good.
        """
        public = [number for number in numbers if not is_local(number)]
        if place == self.request.trusts:
            self._private = not public
            return list(numbers)
        if not public:
            raise UnreadableError(_("{host} lies in a private network; not asked").format(host=place.host))
        return public

    def allow_unseen(self, place: Place) -> None:
        """Let a proxy ask this host, whose IP addresses it alone will know. Raises UnreadableError."""
        if is_local(place.host):
            self.allowed(place, [place.host])
