"""A health page of a finished site: its claims lead to their sources, and its age is told."""

from pathlib import Path

import pytest
from lxml import html

from recovery_radio.host.build import Failed
from recovery_radio.verify.site import verify_site
from sites import build_site, edit

PAGE = """
-- site/pages/naloxone.md --
---
title: Naloxone
summary: A kit.
kind: guidance
sources:
  - {title: Law, publisher: Parliament, year: 2024, url: "https://law.example/", looked_up: 2026-11-01}
  - {id: leaflet, title: Leaflet, publisher: Maker, year: 2024, url: "https://maker.example/", looked_up: 2026-11-01}
claims:
  second-dose: {sources: [leaflet], review_due: 2027-05-01}
reviewed: 2026-11-01
review_due: 2027-11-01
---
Wait, then give a second[^second-dose]. [](helpline:samaritans)
"""


def test_a_claim_leads_to_its_source_and_the_page_tells_its_review(tmp_path: Path) -> None:
    public = build_site(tmp_path, PAGE)

    page = html.parse(public / "naloxone/index.html")
    [mark] = page.xpath("//span[@class='rr-claim']//a")
    [source] = page.xpath(f"//*[@id='{mark.get('href').removeprefix('#')}']")
    assert source.text_content().strip().startswith("Leaflet, Maker, 2024.")
    text = " ".join(page.getroot().text_content().split())
    assert "Reviewed 1 November 2026 · next due 1 May 2027." in text
    assert "a clinician has yet to approve this page" in text
    assert "This may be out of date." not in text
    assert verify_site(public, "https://tiny.example/") == []


def test_a_stale_page_says_so_and_stops_publishing_a_month_later(tmp_path: Path) -> None:
    late = edit(PAGE, ("review_due: 2027-05-01", "review_due: 2026-11-21"))

    page = (build_site(tmp_path, late) / "naloxone/index.html").read_text("utf-8")

    assert "It was due to be checked again on 21 November 2026." in page
    with pytest.raises(Failed):
        build_site(tmp_path, edit(PAGE, ("review_due: 2027-05-01", "review_due: 2026-10-22")))
