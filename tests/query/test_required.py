"""What every match of an expression must hold: always there where it matches, and found where it stands plainly."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from zjreader.query.patterns import Expression, WrongExpressionError
from zjreader.query.required import required
from zjreader.text.fold import fold, squeeze

PIECES = st.sampled_from([
    "经济", "經", "桥 ", "a", "5", "（", "^", "$", ".", "*", "+", "?", "{2}", "{0,1}", "{5,}桥", "{e<=1}", "{", "}",
    "|", "(", ")", "(?:桥)", "(?=经)", "(?i)", "(?x: 桥 )", "[经桥]", "[^]桥]", "[[:alpha:]桥]", "[", "]",
    r"\d", r"\.", r"\]", r"\u6865", r"\p{Han}", "\\",
])  # fmt: skip
SOURCES = st.lists(PIECES, min_size=1, max_size=6).map("".join)
TEXTS = st.lists(
    st.sampled_from(["经济", "經", "桥", " ", "a", "K", "5", "（", ".", "]", "\n", "济"]), max_size=12
).map("".join)


@pytest.mark.parametrize(
    ("source", "key"),
    [
        pytest.param("习近平.{2}", "习近平", id="before a sign that varies"),
        pytest.param(r"第\d+届广交会", "届广交会", id="the longest of several"),
        pytest.param("(今|昨)天降雨", "天降雨", id="outside of brackets"),
        pytest.param("[京津]冀?协同+发展", "协同", id="not what may be missing"),
        pytest.param("經濟", "经济", id="folded"),
        pytest.param("一 带 一 路", "一带一路", id="without blanks between Hanzi"),
        pytest.param(r"3\.15晚会", "3.15晚会", id="a sign that is escaped"),
        pytest.param(r"\d{12}月", "月", id="not how often something stands there"),
        pytest.param("复工|复产", "", id="one or the other"),
        pytest.param("gdp", "", id="letters have cases"),
        pytest.param("(?x)复 工", "", id="an expression with flags of its own"),
        pytest.param("[[:digit:]期]复工", "", id="a class by its name"),
        pytest.param(r"\x{6865}复工", "", id="an escape that goes on"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_is_required(source: str, key: str) -> None:
    assert required(source) == key


@given(SOURCES, TEXTS, st.booleans())
def test_no_text_in_which_an_expression_is_found_lacks_what_it_requires(source: str, text: str, folded: bool) -> None:
    try:
        expression = Expression(source, folded=folded)
    except WrongExpressionError:
        return
    if expression.holds([text]):
        assert required(source) in squeeze(fold(text)), regex.findall(source, text)
