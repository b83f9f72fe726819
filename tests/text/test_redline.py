"""A difference in lines says by its signs what went and what came, in no more cells than there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.text.clean import Clean
from zjreader.text.diff import Difference, diff
from zjreader.text.redline import Run, redline
from zjreader.text.width import cells

TITLE = diff([Clean("老桥通车")], [Clean("老桥通车")])
TEXT = "桥在城南。桥长两百米。加固用了三个月。两岸不必绕路。夜里亮灯。雨天限速。"


def lines(before: str, after: str, width: int = 40) -> list[str]:
    """The lines of a difference of texts under a title that stayed, without the title's."""
    found = redline(Difference(TITLE, diff([Clean(before)], [Clean(after)])), width)
    return ["".join(run.text for run in line).rstrip() for line in found][2:]


@pytest.mark.parametrize(
    ("after", "shown"),
    [
        pytest.param(
            TEXT.replace("三个月", "一百天"),
            [
                "  … 1 sentence unchanged",
                "  桥长两百米。",
                "~ 加固用了[-三个月-]{+一百天+}。",
                "  两岸不必绕路。",
                "  … 2 sentences unchanged",
            ],
            id="changed",
        ),
        pytest.param(
            TEXT.replace("桥在城南。", "").replace("雨天限速。", "货车绕行西环。"),
            [
                "- 桥在城南。",
                "  桥长两百米。",
                "  … 2 sentences unchanged",
                "  夜里亮灯。",
                "- 雨天限速。",
                "+ 货车绕行西环。",
            ],
            id="taken out and put in",
        ),
        pytest.param(
            TEXT.replace("夜里", ""),
            ["  … 3 sentences unchanged", "  两岸不必绕路。", "~ [-夜里-]亮灯。", "  雨天限速。"],
            id="taken out inside",
        ),
        pytest.param(TEXT, ["  … the same words, in other paragraphs"], id="nothing in words"),
        pytest.param(
            TEXT.replace("桥长", "桥全长"),
            ["  桥在城南。", "~ 桥{+全+}长两百米。", "  加固用了三个月。", "  … 3 sentences unchanged"],
            id="put in inside",
        ),
    ],
)
def test_what_changed_is_shown_with_a_sentence_around_it(
    after: str, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")
    assert lines(TEXT, after) == shown


def test_the_title_comes_first_and_is_compared_like_a_sentence() -> None:
    title = diff([Clean("老桥今天通车")], [Clean("老桥明天通车")])
    first, second, *_rest = redline(Difference(title, ()), 40)
    assert first == (
        Run(Clean("~ "), "strong"),
        Run(Clean("老桥"), "strong"),
        Run(Clean("[-今-]"), "taken"),
        Run(Clean("{+明+}"), "put"),
        Run(Clean("天通车"), "strong"),
    )
    assert second == ()


def test_a_long_sentence_goes_on_below_its_own_text() -> None:
    assert lines("", "加固工程用了整整三个月才告完成。", 16) == ["+ 加固工程用了整", "  整三个月才告完", "  成。"]


texts = st.text("桥长两百米的一。；a1 ", max_size=60)


@given(texts, texts, st.integers(8, 60))
def test_no_line_is_wider_than_asked(before: str, after: str, width: int) -> None:
    assert all(cells(line) <= width for line in lines(before, after, width))


@given(texts, texts)
def test_every_sentence_that_went_or_came_is_shown_whole(before: str, after: str) -> None:
    changes = diff([Clean(before)], [Clean(after)])
    wide = lines(before, after, 400)
    for sign, went in (
        ("- ", [each.before for each in changes if each.after is None]),
        ("+ ", [each.after for each in changes if each.before is None]),
    ):
        whole = [text.strip() for text in went if text and text.strip()]
        assert [line.removeprefix(sign).strip() for line in wide if line.startswith(sign)] == whole
