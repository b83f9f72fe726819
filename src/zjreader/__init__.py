"""A terminal reader for Chinese news: one shape for every source, one language for the screen and the pipe."""

__version__ = "0.1.0"
