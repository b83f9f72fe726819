"""What sites say about themselves is told from news by its words and its place."""

import pytest

from zjreader.parse import markup
from zjreader.parse.list_furniture import is_furniture, is_words_of_a_site
from zjreader.text.clean import Clean

_OF_SITES = """
互联网新闻信息服务许可证12320200001 增值电信业务经营许可证 江ICP备12345678号-1 江公网安备11010102001234号
违法和不良信息举报电话：010-12345678 网上有害信息举报专区 用户协议 隐私政策 关于我们 联系我们 广告合作
设为首页 加入收藏 友情链接 网站地图 下载江城客户端 手机版 登录 注册 登录/注册 免费注册江城通行证 更多>>
查看全部 下一页 返回顶部 more 新闻热线：0571-12345678
"""


@pytest.mark.parametrize(
    "text",
    _OF_SITES.split(),
)
def test_words_of_a_site(text: str) -> None:
    assert is_words_of_a_site(Clean(text))


_OF_NEWS = """
注册制改革满三年带来了什么 更多外资企业加码布局江城 进入主汛期各地这样防汛 返回舱成功着陆三名航天员状态良好
农业农村部门发放首批转基因种子许可证 一款下载量超千万的App被通报 客服热线为何总打不通
关于进一步优化营商环境的意见 联系群众要见实效 举报人获奖励五万元 网信部门清理不良信息二十万条 手机屏里的春耕
"""


@pytest.mark.parametrize(
    "text",
    _OF_NEWS.split(),
)
def test_words_of_news(text: str) -> None:
    assert not is_words_of_a_site(Clean(text))


@pytest.mark.parametrize(
    ("markup_of_it", "found"),
    [
        pytest.param("<nav>", True, id="by its name"),
        pytest.param("<div role=navigation>", True, id="by its role"),
        pytest.param('<div class="mainNav">', True, id="in two words run together"),
        pytest.param('<div id="top-bar">', True, id="in two words that are one"),
        pytest.param('<div class="footer_link_02">', True, id="with a number"),
        pytest.param('<div class="news-list">', False, id="a list"),
        pytest.param('<div class="navy headerless">', False, id="words that only begin so"),
    ],
)
def test_places(markup_of_it: str, found: bool) -> None:
    assert any(map(is_furniture, markup.fragment(markup_of_it).iter())) is found
