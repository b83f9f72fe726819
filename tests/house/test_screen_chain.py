"""No link of the screen's chain takes a private name that another link has: it would silently be the other's."""

import ast
import inspect
from collections import defaultdict
from pathlib import Path

from zjreader.tui.browse import BrowseScreen


def private_names(link: type) -> set[str]:
    """The names with an underscore that a class defines, as methods or as what it keeps."""
    source = ast.parse(Path(inspect.getfile(link)).read_text("utf-8"))
    (body,) = (node for node in source.body if isinstance(node, ast.ClassDef) and node.name == link.__name__)
    methods = {node.name for node in body.body if isinstance(node, ast.FunctionDef)}
    kept = {
        node.attr
        for node in ast.walk(body)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
    }
    return {name for name in methods | kept if name.startswith("_") and not name.endswith("__")}


def test_no_two_links_have_a_private_name_in_common() -> None:
    owners: dict[str, list[str]] = defaultdict(list)
    for link in inspect.getmro(BrowseScreen):
        if link.__module__.startswith("zjreader."):
            for name in private_names(link):
                owners[name].append(link.__name__)
    assert owners
    assert {name: links for name, links in owners.items() if len(links) > 1} == {}
