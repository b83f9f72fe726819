"""Which folder of a text's path is its section."""

import pytest

from zjreader.sources.class_folders import section_of


@pytest.mark.parametrize(
    ("path", "section"),
    [
        pytest.param("财经/1.txt", "财经", id="class"),
        pytest.param("train/体育/1.txt", "体育", id="class-in-a-part-of-a-corpus"),
        pytest.param("C000008/1.txt", "C000008", id="class-with-a-number"),
        pytest.param("财经/港股/1.txt", "港股", id="class-in-a-class"),
        pytest.param("财经/2024/1.txt", "财经", id="year-in-a-class"),
        pytest.param("财经/2024年3月/1.txt", "财经", id="month-in-a-class"),
        pytest.param("财经/txt/1.txt", "财经", id="form-in-a-class"),
        pytest.param("2024/1.txt", None, id="year"),
        pytest.param("2024-03-05/1.txt", None, id="day"),
        pytest.param("TXT/1.txt", None, id="form"),
        pytest.param("数据/语料/1.txt", None, id="parts-of-a-corpus"),
        pytest.param("1.txt", None, id="no-folder"),
        pytest.param("\u200b/1.txt", None, id="nothing-to-be-seen"),
    ],
)
def test_the_section_of_a_path(path: str, section: str | None) -> None:
    assert section_of(path) == section
