"""Both Chinese catalogues say everything that the program says, and nothing else."""

import string
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

SOURCE = Path(__file__).resolve().parents[2] / "src" / "zjreader"
KEYWORDS = {"_": None, "later": None, "_n": (1, 2)}


def said() -> set[str]:
    found = extract_from_dir(SOURCE, keywords=KEYWORDS, comment_tags=())
    return {message[0] if isinstance(message, tuple) else message for _file, _line, message, _tags, _context in found}


def catalogue(language: str) -> dict[str, Message]:
    with (SOURCE / "locale" / language / "LC_MESSAGES" / "zjreader.po").open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    return {message.id if isinstance(message.id, str) else message.id[0]: message for message in messages}


def shown(message: Message) -> list[str]:
    """The translation, all forms of it; Chinese has one."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def names(text: str) -> list[str]:
    return sorted(name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_a_catalogue_is_complete(language: str) -> None:
    translated = {msgid for msgid, message in catalogue(language).items() if all(shown(message)) and not message.fuzzy}
    assert translated == said()


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_translations_keep_the_names_to_be_filled_in(language: str) -> None:
    for msgid, message in catalogue(language).items():
        if "{{" not in msgid:
            assert [names(text) for text in shown(message)] == [names(msgid)], msgid
