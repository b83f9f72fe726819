"""Which key does what: profiles, keys that were moved, and wishes that cannot be met."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from zjreader.text.clean import Clean
from zjreader.tui.copying import PARTS_BY_KEY
from zjreader.tui.keymap import PROFILES, Keymap, keymap
from zjreader.tui.keys import GROUPS, PLACES

IDS = sorted({key.id for place in PLACES for key in place})
WISH = st.tuples(
    st.sampled_from(IDS).map(Clean), st.sampled_from(["j", "x", "?", "ctrl+t", "F2 x", "n,N", "/"]).map(Clean)
)


def keys_of(force: Keymap, act: str) -> tuple[str, ...]:
    return next(key.shown for place in PLACES for key in force.of(place) if key.id == act)


def wish(*pairs: tuple[str, str], profile: Literal["vim", "newsboat"] = "vim") -> Keymap:
    return keymap(profile, [(Clean(act), Clean(keys)) for act, keys in pairs])


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        pytest.param("e", ("e",), id="a letter"),
        pytest.param("e, E", ("e", "E"), id="several, with commas"),
        pytest.param("ctrl+t f5", ("ctrl-t", "f5"), id="several, with blanks"),
        pytest.param("!", ("!",), id="a sign as it is printed"),
        pytest.param("exclamation_mark", ("!",), id="a sign by its name"),
        pytest.param(",", (",",), id="the comma"),
        pytest.param("alt+x", ("alt-x",), id="with alt"),
    ],
)
def test_an_act_moves_to_other_keys(keys: str, shown: tuple[str, ...]) -> None:
    force = wish(("mark.star", keys))
    assert (keys_of(force, "mark.star"), force.problems) == (shown, ())


def test_a_hint_tells_the_keys_that_hold() -> None:
    told = ("source.add", "source.close")
    assert (wish().hint(*told), wish(("source.add", "f2")).hint(*told)) == ("a add  esc close", "f2 add  esc close")


def test_two_acts_can_change_places() -> None:
    force = wish(("move.down", "k"), ("move.up", "j"))
    assert (keys_of(force, "move.down"), keys_of(force, "move.up"), force.problems) == (("k",), ("j",), ())


@pytest.mark.parametrize(
    ("act", "keys", "what"),
    [
        pytest.param("mark.stars", "x", "no act has this name", id="an unknown act"),
        pytest.param("mark.star", "hyperspace", "no such key: hyperspace", id="an unknown key"),
        pytest.param("mark.star", "x 中", "no such key: 中", id="what is no key"),
        pytest.param("mark.star", "hyper+x", "no such key: hyper+x", id="an unknown key to hold"),
        pytest.param("mark.star", " ", "no such key: ", id="no key at all"),
        pytest.param("mark.star", "e m", "m is already the key of mark.read", id="a key that is taken"),
    ],
)
def test_a_wish_that_cannot_be_met_is_told_and_the_rest_holds(act: str, keys: str, what: str) -> None:
    force = wish((act, keys), ("help", "f1"))
    assert [(problem.about, problem.what) for problem in force.problems] == [(f"keys.{act}", what.strip())]
    assert keys_of(force, "help") == ("f1",)
    assert keys_of(force, "mark.star") == ("s",)


def test_a_key_can_mean_different_things_in_different_places() -> None:
    assert wish(("palette.close", "m")).problems == ()


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_has_no_two_acts_on_one_key_and_names_acts_that_stand(profile: str) -> None:
    force = Keymap(PROFILES[profile])
    assert set(force.moved) <= set(IDS)
    assert list(shared(force)) == []


def test_newsboats_hands_find_their_keys() -> None:
    force = wish(("mark.star", "p"), profile="newsboat")
    assert keys_of(force, "mark.read") == ("N",)
    assert [problem.what for problem in force.problems] == ["p is already the key of unread.previous"]


@given(st.sampled_from(["vim", "newsboat"]), st.lists(WISH, max_size=6))
def test_whatever_is_wished_no_two_acts_of_a_place_share_a_key(
    profile: Literal["vim", "newsboat"], wishes: list[tuple[Clean, Clean]]
) -> None:
    force = keymap(profile, wishes)
    assert list(shared(force)) == []
    assert len(force.problems) <= len(wishes)


def shared(force: Keymap) -> Iterator[str]:
    for place in PLACES:
        used = [key for act in force.of(place) for key in act.keys.split(",")]
        yield from (key for key in used if used.count(key) > 1)


ARROWS = {"↓": "down", "↑": "up"}


def in_readme(heading: str) -> set[str]:
    """The keys that a table of the README names."""
    text = Path(ROOT, "README.md").read_text("utf-8").replace(r"`\|`", "`|`")
    rows = re.findall(r"^\| (.+?) \| .+? \| (.+?) \| .+? \|$", text.partition(heading)[2], re.MULTILINE)
    cells = [cell for row in rows for cell in row]
    return {
        ARROWS.get(key, key) for cell in cells for key in re.findall(r"`([^`]+)`|([↓↑])", cell) for key in key if key
    }


@pytest.mark.parametrize("heading", ["### 键位", "**First minute.**"], ids=["Chinese", "English"])
def test_the_readme_and_the_table_name_the_same_keys(heading: str) -> None:
    acts = [key for _name, keys in GROUPS for key in keys]
    named = in_readme(heading)
    assert named - {key for act in acts for key in act.shown} - set(PARTS_BY_KEY) == set()
    assert [act.id for act in acts if named.isdisjoint(act.shown)] == []
