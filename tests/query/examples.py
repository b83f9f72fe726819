"""The examples of `docs/query.md`, each with the articles of `newsdesk.py` that it finds, by their number."""

from typing import NamedTuple


class Example(NamedTuple):
    """A query as it is typed, the articles that it finds, and what it means, in both languages of the page."""

    query: str
    hits: tuple[int, ...]
    means: str
    chinese: str


EVERYTHING = (0, 1, 2, 3, 4)
EXAMPLES: dict[str, tuple[Example, ...]] = {
    "Words 词语": (
        Example("复工", (0,), "a text in title, summary or body", "标题、导语或正文里有这两个字"),
        Example("复工 口罩", (0,), "both of them", "两个都有"),
        Example(
            "农民", (1,), "Simplified finds 農民, small letters find capitals", "简体也找到繁体，大小写、全半角不分"
        ),
        Example("专精特新", (4,), "blanks between Hanzi are passed over", "汉字之间的空格不算"),
        Example("“机器又响了”", (0,), "quotes keep blanks and signs", "引号里的空格和符号原样保留"),
        Example("=中国", (4,), "a whole word, not 中国人", "整个词，不算“中国人”"),
        Example("/复[工学]/", (0, 3), "a regular expression", "正则表达式"),
        Example("农民 fold:off", (), "as it is written", "按原样比较，不找繁体"),
        Example("py:gxb", (2,), "the first letters of pinyin, in titles", "标题的拼音首字母"),
        Example(
            "about:芯片出口",
            (2,),
            "a loose question: any of its words, best first",
            "宽泛的提问：含其中任一词，最切题的在前",
        ),
    ),
    "Joined 组合": (
        Example("复工 OR 复学", (0, 3), "one of them; also 或 and |", "有一个就行；也可写“或”和 |"),
        Example("复工｜复学", (0, 3), "full-width signs do the same", "全角符号作用相同"),
        Example("说 -口罩", (1, 4), "without a word; also ! NOT 非", "不要这个词；也可写 !、NOT、非"),
        Example("-复工", (1, 2, 3, 4), "everything else", "除它以外的全部"),
        Example("(复工 OR 复学) -口罩", (3,), "brackets group", "括号分组"),
        Example("复工 OR 复学 校门口", (0, 3), "AND binds closer than OR", "“与”先于“或”"),
    ),
    "Fields 字段": (
        Example("标题:复工", (0,), "title: or 标题:", "标题里有"),
        Example("body:口罩", (0,), "body: or 正文:", "正文里有"),
        Example("栏目:财经", (0, 2), "section: or 栏目:", "栏目"),
        Example("section:(财经|教育)", (0, 2, 3), "one of several values", "几个值中的一个"),
        Example(
            "媒体:晚报", (0, 3), "publisher: source: 媒体: 来源:, a part of the name is enough", "媒体，写一部分就行"
        ),
        Example("section:=财", (), "all of the value", "值要完全相同"),
        Example("记者:何满", (1,), "author: 作者: 记者:, correspondents too", "作者、记者，通讯员也算"),
        Example("地点:杭州 编辑:苏禾", (0,), "place: 地点:, editor: 编辑:", "地点、责任编辑"),
        Example(
            "tag:复工 OR 标签:待核实",
            (0, 2),
            "tag: 关键词: came with it, label: 标签: is yours",
            "关键词是文章自带的，标签是自己加的",
        ),
        Example("x.城市:杭州", (0,), "a table's own column", "表格自己的一列"),
        Example("url:example.com", (0,), "an address, or a part of it", "网址或其一部分"),
        Example("origin:desk/3", (3,), "origin: 订阅源:, where it was read from", "从哪里读来的"),
        Example("id:b000000000000002", (2,), "an id, or four digits and more of it", "编号，或编号的前四位以上"),
        Example("key:13", (0,), "the key that a table gave it", "表格给它的编号"),
        Example(
            "字数:>=35", (0, 4), "length: 字数:, characters without blanks; also < <= > 100..200", "字数，不算空格"
        ),
        Example(
            "是:未读",
            (0, 2, 4),
            "is: 是: unread read starred full teaser changed 未读 已读 收藏 全文 导语 改稿",
            "状态",
        ),
    ),
    "Dates 日期": (
        Example(
            "date:2026-03-05",
            (1,),
            "a day; an article that shows only the month may be of it",
            "某一天；只写到月份的文章也可能是",
        ),
        Example("日期:2026年3月", (1,), "a month; also 2026-03, 3月", "某月"),
        Example(
            "日期:一季度",
            (1, 3),
            "the latest quarter or half year so called; also 2026Q1, 上半年",
            "最近的一季度；也可写 2026Q1、上半年",
        ),
        Example("date:近3天", (0,), "today and the two days before; also 3d, 2w, 近一个月", "今天和前两天"),
        Example("date:昨天", (0,), "also 今天 前天 本周 上周 上周五 本月 上月 今年 去年", "也可写今天、上周五、去年等"),
        Example(
            "date:2026-01..2026-03", (1, 3), "from the first day of one to the last of the other", "从头一天到末一天"
        ),
        Example("date:<2026-03", (2, 3), "before all of it; also > <= >=", "在它之前；也可用 > <= >="),
        Example("date:none", (4,), "without a date; also 无日期", "没有日期；也可写“无日期”"),
        Example("added:2026-04-02", (0,), "added: 收录:, when it came here", "收录的日子"),
        Example("读于:今天", (1,), "read: 读于:, when you read it", "读过的日子"),
    ),
    "The whole answer 整个结果": (
        Example(
            "栏目:财经 sort:title", (0, 2), "the order: published relevance title publisher added read none", "排序"
        ),
        Example("is:read sort:read", (1, 3), "what was read last stands first", "最近读的排在最前"),
        Example("limit:2", (3, 4), "the first so many in that order", "只要前几篇"),
        Example(
            "view:开工", (0, 3), "a saved query, as if it stood there in brackets", "保存的检索，相当于加了括号写在这里"
        ),
        Example("view:开工 -口罩", (3,), "joined with other words", "与别的词搭配"),
        Example("-view:开工", (1, 2, 4), "what it does not find", "它找不到的那些"),
    ),
    "Pasted text 粘贴的文字": (
        Example(
            "来源：一座修表铺的来信",
            (4,),
            "a field whose value no article bears is text",
            "没有文章有这个值，就当作文字",
        ),
        Example(
            "非洲 -3% A/B (组图",
            (),
            "signs inside words, before digits or without a partner are text",
            "词中间、数字前、不成对的符号都是文字",
        ),
    ),
}


class Begun(NamedTuple):
    """The beginning of a query, what is offered for its end, and why, in both languages of the page."""

    typed: str
    offered: tuple[str, ...]
    why: str
    chinese: str


COMPLETED = (
    Begun("栏", ("栏目:",), "a field by the beginning of its name", "字段名的开头"),
    Begun("复工 lm", ("栏目:",), "or by the first letters of pinyin, two or more", "拼音首字母，两个以上"),
    Begun("栏目:", ("财经 2", "三农 1", "教育 1"), "its values, the commonest first", "有哪些值，多的在前"),
    Begun(
        "复工 媒体:日",
        ("县乡日报 0",),
        "a value by its inside, with what it would find",
        "值的中间；数字是能找到的篇数",
    ),
    Begun("记者:hm", ("何满 1",), "a value by its pinyin", "值的拼音首字母"),
    Begun("是:", ("未读", "已读", "收藏", "全文", "导语", "改稿"), "states", "状态"),
    Begun("日期:上", ("上周", "上月"), "days", "日子"),
    Begun("sort:re", ("relevance", "read"), "orders", "排序"),
)


def row_of(begun: Begun) -> str:
    """The line of the page's table of completions."""
    offered = " ".join(f"`{each}`" for each in begun.offered)
    return f"| `{begun.typed}` | {offered} | {begun.why} | {begun.chinese} |"


def row(example: Example) -> str:
    """The line of the page's table."""
    query = example.query.replace("|", "\\|")
    meanings = (example.means.replace("|", "\\|"), example.chinese.replace("|", "\\|"))
    return f"| `{query}` | {meanings[0]} | {meanings[1]} |"
