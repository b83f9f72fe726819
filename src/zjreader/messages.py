"""What zjreader says, in its reader's language (gettext; English msgids).

The language is read from the environment at each call, so nothing is kept and nothing has to be set up:
`ZJREADER_LANG`, else `LC_ALL`, else `LANG`. `C`, `POSIX` and nothing at all mean Simplified Chinese.
"""

import gettext
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

DOMAIN = "zjreader"


def language(environ: Mapping[str, str] = os.environ) -> str:
    """`zh_CN`, `zh_TW` or `en`."""
    named = next((environ[name] for name in ("ZJREADER_LANG", "LC_ALL", "LANG") if environ.get(name)), "C")
    name = named.partition(".")[0].replace("-", "_").lower()
    if name in {"c", "posix"}:
        return "zh_CN"
    if name.startswith(("zh_tw", "zh_hk", "zh_mo", "zh_hant")):
        return "zh_TW"
    return "zh_CN" if name.startswith("zh") else "en"


def _(msgid: str) -> str:
    """The message in the reader's language; the msgid itself where the catalogue lacks it."""
    return _catalogue(language()).gettext(msgid)


def in_chinese(msgid: str) -> str:
    """The message in Simplified Chinese, whatever the reader's language is: commands are found by both names."""
    return _catalogue("zh_CN").gettext(msgid)


def _n(one: str, many: str, count: int) -> str:
    """The message that fits the count, with `{count}` filled in."""
    return _catalogue(language()).ngettext(one, many, count).format(count=count)


@cache
def _catalogue(name: str) -> gettext.NullTranslations:
    folder = Path(__file__).parent / "locale"
    return gettext.translation(DOMAIN, folder, [name], fallback=True)


def later(msgid: str) -> str:
    """The msgid itself, marked for translators; it is translated where it is shown."""
    return msgid
