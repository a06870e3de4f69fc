"""Addresses lead where a browser would go, not where they seem to."""

import pytest

from recovery_radio.verify.addresses import Reach, resolve

PAGE = "a/b/index.html"
URL = "https://tiny.example/radio/"


@pytest.mark.parametrize(
    ("address", "path", "fragment"),
    [
        ("", PAGE, ""),
        ("#x", PAGE, "x"),
        ("?q=1#x", PAGE, "x"),
        ("c", "a/b/c", ""),
        ("c/", "a/b/c/", ""),
        ("./c", "a/b/c", ""),
        (".", "a/b/", ""),
        ("..", "a/", ""),
        ("../", "a/", ""),
        ("../../", "", ""),
        ("../../d/./e/../f.html", "d/f.html", ""),
        ("c/..", "a/b/", ""),
        ("..\\c", "a/c", ""),
        ("%2e%2e/c%20d", "a/c d", ""),
        (" \n../c\t", "a/c", ""),
        ("../\nc", "a/c", ""),
        ("/radio/", "", ""),
        ("/radio", "", ""),
        ("/radio/c?x=https://other.example/#y", "c", "y"),
        ("https://tiny.example/radio/c#%C3%A9", "c", "é"),
        ("HTTPS://Tiny.example/radio/c", "c", ""),
        ("https://tiny.example/radio", "", ""),
        ("c#x:~:text=y", "a/b/c", "x"),
        ("c//d", "a/b/c/d", ""),
    ],
)
def test_an_address_of_the_site_leads_to_a_path_below_its_root(
    address: str, path: str, fragment: str
) -> None:
    assert resolve(address, PAGE, URL) == (Reach.OWN, path, fragment)


@pytest.mark.parametrize(
    ("address", "reach"),
    [
        ("../../../", Reach.OUTSIDE),
        ("../../..", Reach.OUTSIDE),
        ("../x/../../../y", Reach.OUTSIDE),
        ("%2e%2e/%2e%2e/%2e%2e/x", Reach.OUTSIDE),
        ("/", Reach.OUTSIDE),
        ("/radios/", Reach.OUTSIDE),
        ("https://tiny.example/", Reach.HTTPS),
        ("https://tiny.example.evil.example/radio/", Reach.HTTPS),
        ("https://other.example/", Reach.HTTPS),
        ("http://tiny.example/radio/", Reach.HTTP),
        ("//other.example/", Reach.HTTP),
        ("/\\other.example/", Reach.HTTP),
        ("\\\\other.example/", Reach.HTTP),
        ("/\n/other.example/", Reach.HTTP),
        ("https:/other.example/", Reach.UNSAFE),
        ("https:\\\\other.example/", Reach.UNSAFE),
        ("https:other.example", Reach.UNSAFE),
        ("https:///other.example", Reach.UNSAFE),
        ("mailto:hello@tiny.example", Reach.CONTACT),
        ("TEL:999", Reach.CONTACT),
        ("podcast://tiny.example/feed.xml", Reach.CONTACT),
        ("overcast://x-callback-url/add?url=https%3A%2F%2Ftiny.example", Reach.CONTACT),
        ("pktc://subscribe/tiny.example/feed.xml", Reach.CONTACT),
        ("podcast:x", Reach.UNSAFE),
        ("castro://subscribe/tiny.example", Reach.UNSAFE),
        ("data:image/png;base64,AA==", Reach.IMAGE),
        ("data:text/html,x", Reach.UNSAFE),
        ("javascript:x", Reach.UNSAFE),
        ("\x01 java\nscript:x", Reach.UNSAFE),
        ("file:///etc/passwd", Reach.UNSAFE),
        ("x:y", Reach.UNSAFE),
        ("%ff", Reach.UNSAFE),
    ],
)
def test_every_other_address_is_known_by_how_far_it_leads(address: str, reach: Reach) -> None:
    assert resolve(address, PAGE, URL).reach is reach


def test_without_a_known_address_the_host_s_root_is_the_site_s() -> None:
    assert resolve("/c", PAGE) == (Reach.OWN, "c", "")
    assert resolve("https://tiny.example/radio/", PAGE).reach is Reach.HTTPS
