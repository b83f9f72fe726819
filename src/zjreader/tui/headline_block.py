"""What stands around an article's text on the page: facts above it, how long it takes, who answers for it, its link."""

from typing import Final

from zjreader.article import Article
from zjreader.formats.credits import credit_line, editor_line, web_address
from zjreader.messages import _, _n
from zjreader.text.clean import Clean, clean_line
from zjreader.text.typeset import Role
from zjreader.tui.hints import shown_host

PACE: Final = 400
"""Characters read in a minute: 238 words of English non-fiction (Brysbaert 2019, 190 studies, J. Mem. Lang. 109), which
finds that other languages go by the words they need for the same; Chinese needs about 1.7 Hanzi for one of English."""

Rows = list[tuple[Role, Clean]]


def rows_above(article: Article) -> Rows:
    """Credits, length and reading time; of a teaser that it is one, and what to do."""
    rows = [credit_line(article, None), _opening(article) if article.kind == "teaser" else _length(article)]
    return [("byline", row) for row in rows if row]


def rows_below(article: Article, left: int) -> Rows:
    """Editor, `left` characters that were not set, the link's host and the link."""
    editor, link = editor_line(article), web_address(article)
    rows: Rows = [("editor", editor)] if editor else []
    if left:
        rows.append(("byline", clean_line(_("{count} more characters: zjreader show").format(count=left))))
    host = shown_host(link) if link else None
    if link and host:
        rows += [("byline", clean_line(_("link to {host}").format(host=host))), ("link", link)]
    return rows


def minutes(article: Article) -> int:
    """How long the text takes to read, at least one minute."""
    return max(1, -(-article.length // PACE))


def _length(article: Article) -> Clean:
    length = _n("{count} character", "{count} characters", article.length)
    time = _n("about {count} minute", "about {count} minutes", minutes(article))
    return clean_line(f"{length} · {time}")


def _opening(article: Article) -> Clean:
    if web_address(article):
        return clean_line(_("opening only: o opens the page it is from"))
    return clean_line(_("opening only: the source shows no more"))
