"""What is a headline on the real list pages of the shared data, read by hand from their markup before any rule of ours.

Selectors only, none of their text. Links of one address count once, and what leads to the front of a channel counts for
no article.
"""

from typing import NamedTuple


class Truth(NamedTuple):
    """A page: its address, how many headlines it has, and what points at them.

    `either` points at courses and specials among them, which may be taken or left. Whatever else is found is furniture;
    `furniture` names where most of that stands.
    """

    file: str
    url: str
    many: int
    headlines: tuple[str, ...]
    either: tuple[str, ...]
    furniture: tuple[str, ...]


TRUTHS = (
    Truth(
        "163_list_1.html",
        "https://news.163.com/",
        143,
        (
            ".column_main a",
            ".mod_top_news2 a",
            ".newsdata_item .news_title a",
            ".mod_focus .f_main a",
            ".idx_cm_list_h a",
            ".idx_cm_img a",
            ".mod_hot_rank li a",
            ".mod_wonderful_video a.item",
            ".mod_wonderful_video a.big_video",
            ".bottomnews_main_img a",
        ),
        (".focus_body a", ".h5_item a", ".mod_news_special a"),
        (
            ".ntes-nav a",
            ".N-nav-channel a",
            ".index_head a",
            ".mod_ad_toutu a",
            ".news_tag a",
            ".share-join a",
            ".index_media a",
            ".index_footer a",
            ".N-nav-bottom a",
        ),
    ),
    Truth(
        "netease_rolling.html",
        "https://news.163.com/latest/",
        40,
        ("ul.list_txt > li > a:not(.cBlue)",),
        (),
        (".NTES-nav a", "ul.cal_list a", ".nav_channel a", "ul.list_txt > li > a.cBlue", ".bar_pages a", ".foot a"),
    ),
    Truth(
        "rtfund.html",
        "http://www.rtfund.com/main/gyrt/xxpl/index.shtml",
        15,
        (".info_bd .info_ne li a",),
        (),
        (
            ".header a",
            ".side_sub a",
            ".nav_main_sub a",
            ".info_hd a",
            ".wbPaging a",
            ".link_map a",
            ".footer_copyright a",
        ),
    ),
)
