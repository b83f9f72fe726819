"""Two sightings of one article -> one record: which text stands, what counts as a new version, which id is shown.

Pure; that the two are one article has been found before (`identity`, `intake`). The rules are CONTRACT §2's.
"""

from zjreader.article import Article, Record
from zjreader.text.clean import Clean

_SECTIONS = ";"


def seen_again(before: Record, after: Record) -> Record:
    """The record of an article that was seen again under its id or in its place."""
    article = _newest(before.article, after.article, _last_teaser(before))
    versions = before.versions + _is_new_version(before.article, article)
    return before._replace(
        article=article,
        ids=_united(before.ids, after.ids),
        versions=max(versions, after.versions),
        standing=_standing(article, before, after),
        last_teaser=_last_teaser(after, before) if article.kind == "full" else None,
        read_as=after.read_as if article is after.article else before.read_as,
    )


def joined(kept: Record, pointing: Record, first: Record) -> Record:
    """The record of two articles joined into one: `pointing` points at `kept`, and it stands where `first` stood.

    The kept article lends its text and id; what it does not say the other fills in. Completing a teaser is no version.
    """
    article = _filled(kept.article, pointing.article)
    return kept._replace(
        article=article,
        ids=_united(kept.ids, pointing.ids),
        versions=max(kept.versions, pointing.versions),
        standing=_standing(article, first, kept, pointing),
        added=min(kept.added, pointing.added),
        changed_at=max(kept.changed_at, pointing.changed_at),
        last_teaser=_last_teaser(pointing, kept) if article.kind == "full" else None,
    )


def without_texts(article: Article) -> bool:
    """Whether this is a record of ours that came without its texts, which changes no article that has them."""
    return article.kind == "full" and not article.blocks


def _last_teaser(*newest_first: Record) -> Clean | None:
    """The title of the newest teaser among these sightings."""
    titles = (each.article.title if each.article.kind == "teaser" else each.last_teaser for each in newest_first)
    return next((title for title in titles if title), None)


def _standing(article: Article, first: Record, *others: Record) -> int:
    """Where the article stands: at the date that it shows, else where it was first seen."""
    moment = article.published
    if moment is None or moment.inferred:
        return first.standing
    return next((each.standing for each in (*others, first) if each.article.published == moment), first.standing)


def _newest(before: Article, after: Article, last_teaser: Clean | None) -> Article:
    if without_texts(after):
        return before
    if without_texts(before):
        return after
    if after.kind == "teaser" and before.kind == "full":
        return before if last_teaser in {None, after.title} else before._replace(title=after.title)
    if after.kind == "full" and before.kind == "teaser":
        return _filled(after, before)
    return _with_first_base(before, _with_all_sections(before, after))


def _is_new_version(before: Article, article: Article) -> bool:
    completed = article.kind != before.kind or (without_texts(before) and not without_texts(article))
    return not completed and (article.title, article.blocks, article.summary) != (
        before.title,
        before.blocks,
        before.summary,
    )


def _with_all_sections(before: Article, after: Article) -> Article:
    """Equal documents give one article with all their sections."""
    if before.section == after.section or before.url or before.key or _bare(before) != _bare(after):
        return after
    sections = [
        section for article in (before, after) if article.section for section in article.section.split(_SECTIONS)
    ]
    return after._replace(section=Clean(_SECTIONS.join(dict.fromkeys(sections))))


def _with_first_base(before: Article, after: Article) -> Article:
    """An inferred date keeps the base that it was first given."""
    old, new = before.published, after.published
    if old and new and old.inferred and new.inferred and old.text[5:] == new.text[5:]:
        return after._replace(published=old)
    return after


def _bare(article: Article) -> Article:
    moment = article.published
    undated = moment and moment._replace(text=Clean(moment.text[5:]), day=None)
    return article._replace(section=None, published=undated)


def _filled(article: Article, other: Article) -> Article:
    """An article with what only the other says of it."""
    gaps = {
        name: getattr(other, name) for name in ("section", "publisher", "place", "editor", "published", "url", "key")
    }
    filled = article._replace(**{name: value for name, value in gaps.items() if getattr(article, name) is None})
    return filled._replace(
        authors=filled.authors or other.authors, correspondents=filled.correspondents or other.correspondents
    )


def _united(first: tuple[Clean, ...], second: tuple[Clean, ...]) -> tuple[Clean, ...]:
    return tuple(dict.fromkeys(first + second))
