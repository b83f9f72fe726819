"""Compiles the message catalogues when the package is built or installed from a checkout."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Messages(BuildHookInterface):  # type: ignore[type-arg]  # the configuration's type is hatchling's own
    """Writes `zjreader.mo` beside each `zjreader.po`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- hatchling's signature
        for source in Path(self.root, "src/zjreader/locale").glob("*/LC_MESSAGES/zjreader.po"):
            catalogue = read_po(source.open("rb"))
            with source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, catalogue)
