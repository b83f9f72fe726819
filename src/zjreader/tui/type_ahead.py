"""What is typed ahead: a key has acted, to the last message that it led to, before the next one is looked at.

Textual hands a key to the widget that has the focus when the key comes in, while what an earlier key does, such as
going to another pane, still travels from widget to widget. Of keys that come in one read some would then act where
one no longer is: the `s` of `/企业⏎s` would be text.
"""

import asyncio
from collections import deque

from textual import events
from textual.app import App


class TypeAheadApp(App[None]):
    """An app that takes keys and pastes one by one, in the order in which they came."""

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]  # passed on as they are
        self._ahead: deque[events.Key | events.Paste] = deque()
        self._acting = False

    async def on_event(self, event: events.Event) -> None:
        """What comes from the terminal waits for its turn."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._ahead.append(event)
            if not self._acting:
                await self._take_turn()
        else:
            await super().on_event(event)

    async def take(self, event: events.Key | events.Paste) -> None:
        """Let a key or a paste act, whose turn it is."""
        await super().on_event(event)

    async def _take_turn(self) -> None:
        self._acting = bool(self._ahead)
        if self._ahead:
            await self.take(self._ahead.popleft())
            self.call_later(self._go_on)

    async def _go_on(self) -> None:
        """Let the widgets work on; once none has anything left to do, it is the next one's turn."""
        await asyncio.sleep(0)
        if self._is_at_work:
            self.call_later(self._go_on)
        else:
            await self._take_turn()

    @property
    def is_acting(self) -> bool:
        """Whether a key still acts, or others wait for their turn."""
        return self._acting

    @property
    def _is_at_work(self) -> bool:
        screen = self.screen
        pumps = (self, screen, *screen.walk_children())
        return not screen.is_mounted or any(pump.message_queue_size for pump in pumps)
