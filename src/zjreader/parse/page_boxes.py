"""The box of a page that holds its article, told by where running text stands, and what else stands in that box.

Running text has signs of punctuation and few links. Each line's weight goes up to the boxes around it; from the page
down, the box is entered that holds most of it. The names that sites give to boxes (comment, related, …) weigh, but
decide nothing alone.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from zjreader.parse.display import is_figure
from zjreader.parse.markup import Element, Line
from zjreader.text.fold import fold

_SIGNS = re.compile("[，。；：！？、“”「」,;!?]")
_FEWEST_UNSIGNED = 24
_UNSIGNED = 0.2
"""What a character of a line without punctuation weighs: verse and lists of names are texts, menus are too."""

_NOTICE = re.compile(
    "您的浏览器(?:不支持|版本)|请(?:启用|开启|打开)javascript|使用cookies?|隐私(?:权?政策|声明).{0,40}(?:同意|接受)"
    "|(?:未经|未得到).{0,24}(?:授权|许可|同意).{0,40}(?:转载|摘编|镜像|复制)|侵权必究|追究.{0,12}法律责任的权利"
    "|报料(?:热线|微信|邮箱)|版权声明:|(?:仅供|谨供)(?:参考|读者参考).{0,20}(?:不构成|据此)"
    "|请同意.{0,12}隐私|立即报料|独家报料|(?:加入|成为).{0,12}付费会员|侵犯.{0,12}合法权益.{0,20}(?:联系|告知)"
    "|本站(?:所有|发布的?)?资源|(?:欢迎|立即|马上|点我|免费|请).{0,8}(?:下载|更新).{0,24}(?:app|bit\\.ly)"
    "|app.{0,12}(?:全面升级|最新版本).{0,24}(?:下载|更新)"
)
"""What a site tells its visitors, whatever it reports: of its programs, its cookies, its rights, its hotline."""

_TEASER = re.compile(r"[\[(]? ?(?:详细|详情|(?:查看|阅读)?全文|(?:查看)?更多) ?[\])>»]* ?$")
"""What a line ends with that goes on elsewhere."""

_LEAST_NOTICE, _NOTICED, _TEASING = 8, 200, 16
"""Characters at the beginning and at the end of a line by which these are known."""

_ADDRESS = re.compile(r"[a-z]+://\S+", re.IGNORECASE)
_SHARE = 0.5
"""Of the weight of a box, what the box inside it must hold to be entered."""

_LONGEST_NAMES = 300
_NAME = ("id", "class", "role", "itemprop")
_BESIDE = re.compile(
    r"comment|pinglun|repl(?:y|ies)|disqus|footer|(?<![a-z])foot(?![a-z])|copyright|side[-_]?bar|related|relate[-_]"
    r"|recommend|tuijian|(?<![a-z])hot(?![a-z])|rank|paihang|disclaimer|shengming|xiangguan|guess[-_]?|popup|modal|sharedaddy"
    r"|cookie|consent|gdpr|newsletter|(?<![a-z])fallback(?![a-z])|self[-_]promo|player(?!s)|carousel|marquee"
    r"|(?<![a-z])(?:video-?js|vjs|plyr|mejs)",
    re.IGNORECASE,
)
"""Names of what stands beside an article, whatever else its box is called."""

_PERHAPS_BESIDE = re.compile(
    r"(?<![a-z])(?:nav|ads?|tags?|aside|prev|next|share|bshare|login|menu|tool)(?![a-z])|breadcrumb|crumb|fenxiang"
    r"|(?<![a-z])promo(?:tion)?(?![a-z])|sponsor|advert|toolbar|qrcode|erwei|statement|more[-_]?(?:news|read)|subscribe|widget|share[-_]",
    re.IGNORECASE,
)
"""Names that boxes with articles in them bear too (content-share-wrap)."""

_SUMMARY = re.compile("summary|intro|abstract|zhaiyao|daodu|digest|subhead|(?<![a-z])(?:desc|lead|zy)", re.IGNORECASE)
_BODY = re.compile(
    r"article|content|(?<![a-z])post|entry|(?<![a-z])text|(?<![a-z])zoom|trs_|editor|detail|zhengwen|artibody|endtext"
    r"|story|main|js_content|rich_media",
    re.IGNORECASE,
)
_BESIDE_WEIGHT, _BODY_WEIGHT = 0.03, 1.5
_LEAST_ABOVE_COMMENTS, _LONGEST_OPENING = 60, 16
_COMMENTED = "(?:评论?|跟[贴帖]|回[复帖]|留言|回应|讨论|想法)"
_COMMENTS = re.compile(
    rf"(?:网友|全部|最新|热门?|精彩|所有|用户|读者|发表)*{_COMMENTED}(?:区|列表)? ?\(?(?:共 ?)?[0-9]*\+? ?条?\)?"
    rf"|(?:共|有)* ?[0-9]+ ?[条个]?{_COMMENTED}"
)
"""What stands above readers' comments, of which there may be more than of the text."""

_ANSWERED = re.compile("回复|引用")
_TOOLS = re.compile(
    r"回复|引用|举报|支持|反对|分享|收藏|点?赞|踩|顶|使用道具|评分|\(?[0-9.,]+万?\)?|[0-9]+(?:分钟|小时|天)前|来自.{2,6}|[·|:/]"
)
_FEWEST_TOOLS, _LONGEST_TOOLS = 2, 40
"""Below a comment, or a post of a forum, stands what can be done with it."""

_BESIDE_TAGS = frozenset({"footer", "nav", "aside"})
_AMID_TEXT = frozenset({"pre", "figure"})
"""What stands amid a text, however much more of it there is than of the text: code, what belongs to a picture."""


def weight(line: Line) -> float:
    """How much of running text a line is."""
    return 0 if line.is_linked else _weight(line.text, line.linked, is_record=line.box.tag == "tr")


@lru_cache(maxsize=4096)
def _weight(shown: str, linked: int, *, is_record: bool) -> float:
    """Kept for those who ask the same of a line one after the other."""
    unlinked = (len(_ADDRESS.sub("", shown)) if "://" in shown else len(shown)) - linked
    if _speaks_to_visitors(shown) or (linked and _TEASER.search(fold(shown[-_TEASING:]))):
        return 0
    if is_record:
        return unlinked
    return unlinked if _SIGNS.search(shown) or unlinked >= _FEWEST_UNSIGNED else unlinked * _UNSIGNED


def is_notice(line: Line) -> bool:
    """Whether a site speaks to its visitors in the line."""
    return _speaks_to_visitors(line.text)


def _speaks_to_visitors(shown: str) -> bool:
    return len(shown) >= _LEAST_NOTICE and _NOTICE.search(fold(shown[:_NOTICED])) is not None


def opens_comments(line: Line) -> bool:
    """Whether readers' comments follow."""
    if len(line.text) > _LONGEST_TOOLS:
        return False
    folded = fold(line.text)
    if _ANSWERED.search(folded) and _is_answered(line):
        return True
    return not line.is_linked and len(folded) <= _LONGEST_OPENING and _COMMENTS.fullmatch(folded) is not None


def _is_answered(line: Line) -> bool:
    """Whether the line is what stands below a post, for others to answer it: 回复 支持 反对 举报."""
    words = fold(" ".join(line.pieces) or line.text).split()
    tools = [word for word in words if _TOOLS.fullmatch(word)]
    answered = any(_ANSWERED.fullmatch(word) for word in tools)
    return answered and len(tools) >= _FEWEST_TOOLS and len(words) - len(tools) <= 1


def is_beside(box: Element) -> bool:
    """Whether a site calls the box something that stands beside an article."""
    return _is_surely_beside(box) or _is_perhaps_beside(box)


def _is_surely_beside(box: Element) -> bool:
    return box.tag in _BESIDE_TAGS or _said(_names(box)).beside


def _is_perhaps_beside(box: Element) -> bool:
    return _said(_names(box)).perhaps_beside and not is_figure(box.tag, box.get)


class _Said(NamedTuple):
    """What the names of a box say of it."""

    beside: bool
    perhaps_beside: bool
    body: bool


@lru_cache(maxsize=1024)
def _said(names: str) -> _Said:
    body = _BODY.search(names) is not None
    return _Said(_BESIDE.search(names) is not None, not body and _PERHAPS_BESIDE.search(names) is not None, body)


def is_summary(box: Element) -> bool:
    """Whether a site calls the box a summary."""
    return _SUMMARY.search(_names(box)) is not None


def _names(box: Element) -> str:
    return " ".join(filter(None, map(box.get, _NAME)))[:_LONGEST_NAMES]


def around(box: Element, root: Element) -> Iterable[Element]:
    """The boxes from this one out to, but without, the root."""
    return takewhile(lambda element: element is not root, (box, *box.iterancestors()))


class _Held(NamedTuple):
    """What a box holds of the weight of the lines, and of the lines that have any; what it gives the box around it."""

    weight: float = 0
    lines: int = 0
    gives: float = 0


_NOTHING = _Held()


def body_box(root: Element, lines: Sequence[Line]) -> Element:
    """The innermost box that holds most of the page's running text, more than one line of it."""
    held = _held(root, lines)
    box = root
    while True:
        inner = max(box, key=lambda child: held.get(child, _NOTHING).gives, default=box)
        inside = held.get(inner, _NOTHING)
        alone = inner.tag in _AMID_TEXT and inside.lines < held[box].lines and box.tag != "body"
        if inner is box or alone or inside.lines <= 1 or inside.gives <= _SHARE * held[box].weight:
            return _around_records(box, lines)
        box = inner


def _around_records(box: Element, lines: Sequence[Line]) -> Element:
    """The box itself, or the one around the table whose rows it holds: what tells of a table stands around it."""
    tables = {line.box.getparent() for line in lines if line.box.tag == "tr"}
    parts = tables | {table.getparent() for table in tables if table is not None and table.tag != "table"}
    while box in parts and (outer := box.getparent()) is not None:
        box = outer
    return box


def _held(root: Element, lines: Sequence[Line]) -> Mapping[Element, _Held]:
    """What each box holds; its name lets it give more or less than that to the box around it."""
    weighed = _weighed(lines)
    most = _boxes_of_most(root, weighed)
    held: dict[Element, _Held] = {}
    through: dict[Element, float] = {}
    for line, weighs in weighed:
        heavy = weighs
        for box in (*around(line.box, root), root):
            if box not in through:
                through[box] = _through(box, most)
            before = held.get(box, _NOTHING)
            gives = heavy * through[box]
            held[box] = _Held(before.weight + heavy, before.lines + 1, before.gives + gives)
            heavy = gives
    return held


def _weighed(lines: Sequence[Line]) -> Sequence[tuple[Line, float]]:
    """The lines that weigh anything with their weights, which count little from where readers' comments begin."""
    weighed: list[tuple[Line, float]] = []
    above, share = 0.0, 1.0
    for line in lines:
        share = _BESIDE_WEIGHT if above > _LEAST_ABOVE_COMMENTS and opens_comments(line) else share
        if heavy := weight(line) * share:
            weighed.append((line, heavy))
            above += heavy
    return weighed


def _boxes_of_most(root: Element, weighed: Sequence[tuple[Line, float]]) -> frozenset[Element]:
    """The boxes that hold most of the page's text; nothing that much of it stands in is beside it."""
    totals: dict[Element, float] = {}
    for line, heavy in weighed:
        for box in around(line.box, root):
            totals[box] = totals.get(box, 0) + heavy
    least = _SHARE * sum(heavy for _, heavy in weighed)
    return frozenset(box for box, total in totals.items() if total > least)


def _through(box: Element, most: frozenset[Element]) -> float:
    if _is_surely_beside(box) or (_is_perhaps_beside(box) and box not in most):
        return _BESIDE_WEIGHT
    return _BODY_WEIGHT if _said(_names(box)).body else 1
