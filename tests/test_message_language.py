"""What zjreader says, in the language of its reader's environment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.messages import _, _n, language, later


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        pytest.param({}, "zh_CN", id="nothing said"),
        pytest.param({"LANG": "C"}, "zh_CN", id="C"),
        pytest.param({"LANG": "C.UTF-8"}, "zh_CN", id="C with an encoding"),
        pytest.param({"LC_ALL": "POSIX"}, "zh_CN", id="POSIX"),
        pytest.param({"LANG": "zh_CN.UTF-8"}, "zh_CN", id="Simplified Chinese"),
        pytest.param({"LANG": "zh_SG.UTF-8"}, "zh_CN", id="Singapore"),
        pytest.param({"LANG": "zh"}, "zh_CN", id="Chinese alone"),
        pytest.param({"LANG": "zh_TW.UTF-8"}, "zh_TW", id="Taiwan"),
        pytest.param({"LANG": "zh_HK.UTF-8"}, "zh_TW", id="Hong Kong"),
        pytest.param({"LANG": "zh_MO"}, "zh_TW", id="Macau"),
        pytest.param({"ZJREADER_LANG": "zh-Hant"}, "zh_TW", id="the script, with a hyphen"),
        pytest.param({"LANG": "en_GB.UTF-8"}, "en", id="English"),
        pytest.param({"LANG": "de_DE.UTF-8"}, "en", id="a language we do not speak"),
        pytest.param({"ZJREADER_LANG": "en", "LC_ALL": "zh_TW", "LANG": "zh_CN"}, "en", id="ours counts first"),
        pytest.param({"LC_ALL": "zh_TW", "LANG": "en_GB"}, "zh_TW", id="LC_ALL before LANG"),
        pytest.param({"ZJREADER_LANG": "", "LC_ALL": "", "LANG": "en"}, "en", id="an empty one says nothing"),
    ],
)
def test_the_language_of_an_environment(environ: dict[str, str], name: str) -> None:
    assert language(environ) == name


@given(st.text())
def test_any_name_means_a_language_we_speak(name: str) -> None:
    assert language({"LANG": name}) in {"zh_CN", "zh_TW", "en"}


def test_in_english_a_message_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")
    assert _("no article has this id") == "no article has this id"
    assert [_n("{count} article", "{count} articles", count) for count in (1, 2)] == ["1 article", "2 articles"]


def test_the_language_is_asked_for_at_each_message(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("zh_CN", "zh_TW", "en"):
        monkeypatch.setenv("ZJREADER_LANG", name)
        assert _("what no catalogue holds") == "what no catalogue holds"


def test_a_message_for_later_is_itself_until_it_is_shown() -> None:
    assert later("shows this help") == "shows this help"
