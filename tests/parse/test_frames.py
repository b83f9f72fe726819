"""What two processes of ours say to each other arrives as it was said, or not at all."""

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article, Block, Moment, ReadAs, Reading
from zjreader.parse import frames
from zjreader.parse.answer import Answer, Taken
from zjreader.parse.asked import Asked
from zjreader.parse.question import Question
from zjreader.text.clean import Clean

cleans = st.text().map(Clean)
articles = st.builds(
    Article,
    kind=st.sampled_from(["full", "teaser"]),
    title=cleans,
    summary=st.none() | cleans,
    authors=st.lists(cleans).map(tuple),
    published=st.none() | st.builds(Moment, cleans, st.just("day"), st.none() | cleans),
    blocks=st.lists(st.builds(Block, st.just("paragraph"), cleans)).map(tuple),
    guid=st.none() | st.tuples(cleans, cleans),
    extra=st.lists(st.tuples(cleans, cleans)).map(tuple),
    stated_length=st.none(),
)
counts = st.integers(0, 1 << 40)
readings = st.builds(
    Reading, articles, st.builds(ReadAs, cleans, st.booleans(), counts, counts), st.none() | counts, st.none() | cleans
)
answers = st.builds(
    Answer,
    st.lists(readings).map(tuple),
    st.lists(cleans).map(tuple),
    st.lists(st.builds(Taken, st.just("title"), cleans)).map(tuple),
    st.lists(cleans).map(tuple),
)


@given(st.lists(answers))
def test_answers_arrive_as_they_were_given(given_: list[Answer]) -> None:
    pipe = BytesIO()
    for answer in given_:
        frames.put(pipe, answer)
    pipe.seek(0)
    assert [frames.taken(pipe, Answer) for _answer in given_] == given_
    assert frames.taken(pipe, Answer) is None


@given(st.binary(), st.datetimes(timezones=st.none() | st.timezones()))
def test_a_question_keeps_its_bytes_and_the_clock_of_its_day(data: bytes, base: object) -> None:
    asked = Asked(Clean("https://www.example.com/"), base, Clean("Asia/Shanghai"))  # type: ignore[arg-type]
    pipe = BytesIO()
    frames.put(pipe, Question.of("html", data, asked, "zh_CN"))
    pipe.seek(0)
    question = frames.taken(pipe, Question)
    assert question is not None
    assert (question.data, question.language, question.told._replace(base=None)) == (
        data,
        "zh_CN",
        asked._replace(base=None),
    )
    assert question.told.base is not None
    assert question.told.base.isoformat() == asked.base.isoformat()  # type: ignore[union-attr]


def test_a_question_without_a_day_has_none() -> None:
    assert Question.of("feed", b"", Asked(), "en").told == Asked()


@given(st.binary(max_size=40))
def test_any_bytes_are_an_answer_or_none(data: bytes) -> None:
    assert isinstance(frames.taken(BytesIO(data), Answer), Answer | None)
