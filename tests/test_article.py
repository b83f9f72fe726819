"""The nouns say what they are made of."""

import pytest

from zjreader.article import Article, Block
from zjreader.text.clean import Clean

TITLE = Clean("标题")
BLOCKS = (Block("heading", Clean("小标题")), Block("paragraph", Clean("第一段 AI。")))


def test_a_body_is_its_blocks_a_line_each() -> None:
    assert Article("full", TITLE, blocks=BLOCKS).body == "小标题\n第一段 AI。"
    assert Article("teaser", TITLE, Clean("导语")).body == ""


@pytest.mark.parametrize(
    ("article", "length"),
    [
        pytest.param(Article("full", TITLE, blocks=BLOCKS), 9, id="of the body, without blanks"),
        pytest.param(Article("full", TITLE, Clean("导语"), blocks=BLOCKS), 9, id="not of a full text's summary"),
        pytest.param(Article("teaser", TITLE, Clean("导语 \u3000……")), 4, id="of a teaser's summary"),
        pytest.param(Article("teaser", TITLE), 0, id="of a title alone"),
        pytest.param(Article("full", TITLE, stated_length=1820), 1820, id="as a record without texts says"),
    ],
)
def test_a_length_counts_characters_of_the_text(article: Article, length: int) -> None:
    assert article.length == length
