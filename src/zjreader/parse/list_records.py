"""The records that a list page keeps for a script to show, as the lists of many governments do: shown beside it.

They lie as XML in a script of that type, each a piece of HTML. The program is not run: whatever it counts or sorts, all
records are shown, in their order.
"""

import re
from typing import Final

from zjreader.parse.markup import Element, fragment

_TYPE: Final = re.compile(r"\s*(?:text|application)/xml\b", re.IGNORECASE)
_RECORD: Final = re.compile(r"<record>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</record>", re.DOTALL | re.IGNORECASE)


def show(root: Element) -> None:
    """Put the records of each script behind it."""
    for script in list(root.iter("script")):
        records = _RECORD.findall(script.text or "") if _TYPE.match(script.get("type") or "") else []
        if records:
            script.addnext(fragment("".join(records)))
