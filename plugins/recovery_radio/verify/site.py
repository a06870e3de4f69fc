"""The whole finished site: everything that must not be published, in one list.

Knows nothing of how the site was made, so that it can convict what made it. Needs no network
and no clock: the same folder always gives the same answer.
"""

from collections.abc import Container
from pathlib import Path

from recovery_radio.model.problem import Problem
from recovery_radio.verify.documents import check_documents
from recovery_radio.verify.drawings import check_drawings
from recovery_radio.verify.feed import check_xml_files, find_url
from recovery_radio.verify.folder import read_folder
from recovery_radio.verify.links import check_anchors
from recovery_radio.verify.manifest import check_manifests
from recovery_radio.verify.numbers import check_numbers
from recovery_radio.verify.packages import check_packages
from recovery_radio.verify.pages import check_pages
from recovery_radio.verify.scripts import check_scripts
from recovery_radio.verify.styles import check_style_sheets


def verify_site(
    root: Path, site_url: str = "", numbers: Container[str] | None = None
) -> list[Problem]:
    """Say everything that is wrong with a finished site.

    Args:
        root: Folder with the site.
        site_url: Its public address. If empty, `feed.xml` is asked for it; if that does not
            know either, addresses of the site itself count as another host's.
        numbers: The digits of all phone numbers that the site may print; if nobody says,
            numbers are not looked at.

    Returns:
        Problems sorted by place, with paths relative to the folder; none if all is well.

    Raises:
        OSError: A file of the folder cannot be read.
    """
    folder, problems = read_folder(root)
    url = site_url or find_url(folder)
    folder = folder._replace(
        url=url if not url or url.endswith("/") else f"{url}/", numbers=numbers
    )
    pages = check_pages(folder)
    for page in pages:
        problems += page.problems
    problems += check_anchors(
        folder,
        [(page.path, page.links) for page in pages if page.links],
        {page.path: page.ids for page in pages},
    )
    problems += check_scripts(folder)
    problems += check_style_sheets(folder)
    problems += check_drawings(folder)
    problems += check_manifests(folder)
    problems += check_xml_files(folder)
    problems += check_numbers(folder)
    problems += check_documents(folder)
    problems += check_packages(folder)
    return sorted(problems)
