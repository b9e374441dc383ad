"""Write the demonstration city: `python tests/demo/make_demo.py [DIR]` fills DIR/data and DIR/docs.

Only the command line belongs here; what the city consists of stands in `recipe`. Running it again gives the
same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from recipe.city import build
from recipe.writing import write


def main() -> None:
    """Write all files below the folder named on the command line, by default the one of this script."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path(__file__).resolve().parent, metavar="DIR"
    )
    write(parser.parse_args().folder, build())


if __name__ == "__main__":
    main()
