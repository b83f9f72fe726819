"""Two themes of our own: light on dark, and ink on paper; Textual's stay on offer beside them.

Every colour that text is painted in is written out, because Textual derives tints and translucent greys that fall below
4.5 : 1 (WCAG 2, contrast) on our grounds. A test holds each look on each ground to that figure.
"""

from textual.theme import BUILTIN_THEMES, Theme

from zjreader.article import Problem
from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line

DARK = Theme(
    name="zjreader-dark",
    primary="#8ab4f0",
    secondary="#a5b4c8",
    accent="#7fc7c0",
    foreground="#d8dbe0",
    background="#14171c",
    surface="#1b1f26",
    panel="#232932",
    success="#9ccf8f",
    warning="#f0c674",
    error="#f2938c",
    dark=True,
    variables={
        "text": "#d8dbe0",
        "text-muted": "#a0a9b5",
        "text-primary": "#8ab4f0",
        "text-secondary": "#b9c8de",
        "text-accent": "#7fc7c0",
        "text-warning": "#f0c674",
        "text-error": "#f2938c",
        "foreground-muted": "#a0a9b5",
        "foreground-disabled": "#4a525e",
        "block-cursor-background": "#2f4a6b",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#2a3038",
    },
)
PAPER = Theme(
    name="zjreader-paper",
    primary="#1d4e89",
    secondary="#5c5344",
    accent="#0b6460",
    foreground="#2b2a26",
    background="#f7f3e8",
    surface="#f1ecdd",
    panel="#e8e1cd",
    success="#3c6e2f",
    warning="#8a4300",
    error="#a3201c",
    dark=False,
    variables={
        "text": "#2b2a26",
        "text-muted": "#5a5548",
        "text-primary": "#1d4e89",
        "text-secondary": "#54482f",
        "text-accent": "#0b5a56",
        "text-warning": "#834000",
        "text-error": "#9a1c18",
        "foreground-muted": "#5a5548",
        "foreground-disabled": "#bdb49c",
        "block-cursor-background": "#355c7d",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#e0d8c0",
    },
)
THEMES = (DARK, PAPER)


def problems_of(name: Clean) -> tuple[Problem, ...]:
    """What is wrong with a theme's name in the settings: that there is none of this name."""
    if name in BUILTIN_THEMES or name in {theme.name for theme in THEMES}:
        return ()
    return (Problem(clean_line("screen.theme"), clean_line(_("no such theme: {name}").format(name=name))),)
