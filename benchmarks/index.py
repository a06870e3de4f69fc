"""Index a finished site of the benchmark as `radio/search` does: `index.py public`."""

import sys
from pathlib import Path

from recovery_radio.host.search import make_index


def main() -> None:
    """Index the folder that is named."""
    site = Path(sys.argv[1])
    pages = [path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")]
    urls = ["" if page == "." else f"{page}/" for page in pages]
    programmes = sorted(
        (url for url in urls if url.startswith("episodes/programme-")), reverse=True
    )
    make_index(site, urls, programmes)


if __name__ == "__main__":
    main()
