"""The way in: answers `--version` before anything else is imported."""

import sys


def run() -> int:
    """Run zjreader on the process's own arguments; gives the exit code."""
    if sys.argv[1:] == ["--version"]:
        from zjreader import __version__

        print(f"zjreader {__version__}")  # noqa: T201
        return 0
    from zjreader.cli.main import main

    return main()


if __name__ == "__main__":
    sys.exit(run())
