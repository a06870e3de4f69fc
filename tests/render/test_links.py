"""What a link in a text may lead to."""

from pathlib import Path

from languages import URDU, speak
from recovery_radio.model.hub import Hub
from recovery_radio.render.links import Target, link_targets, made_pages
from sites import EPISODE, SERVICE, edit, read_station


def station(folder: Path, *texts: str) -> Hub:
    hub, problems = read_station(folder, EPISODE, SERVICE, *texts)
    assert problems == []
    return hub


def test_pages_programmes_services_lines_and_pictures_can_be_linked(tmp_path: Path) -> None:
    hub = station(tmp_path)

    targets = link_targets(hub, hub.episodes, ["maps/a b.png"])

    assert targets["page:index.md"] == Target("", "Welcome")
    assert targets["page:help-now.md"] == Target("help-now/", "Help now")
    assert targets["episode:first-steps"] == Target("episodes/first-steps/", 'Steps & "hope"')
    assert targets["service:harbour"] == Target("services/harbour/", 'Harbour & "friends"')
    assert targets["helpline:samaritans"] == Target("tel:116123", "Samaritans, 116 123")
    assert targets["file:maps/a b.png"] == Target("maps/a%20b.png", "")


def test_what_is_not_shown_cannot_be_linked(tmp_path: Path) -> None:
    hub = station(tmp_path, edit(SERVICE, ("cost: free", "cost: free\nstatus: closed")))

    targets = link_targets(hub, [], [])

    assert not [name for name in targets if name.startswith(("episode:", "service:"))]


def test_a_line_without_a_number_is_texted_or_read(tmp_path: Path) -> None:
    hub = station(tmp_path)
    line = hub.helplines["samaritans"]
    texted = line.model_copy(update={"number": None, "text_to": "07700 900123"})
    read = line.model_copy(update={"number": None, "web": "https://chat.example/"})

    targets = link_targets(hub._replace(helplines={"texted": texted, "read": read}), [], [])

    assert targets["helpline:texted"] == Target(
        "sms:+447700900123", "Samaritans, text 07700 900123"
    )
    assert targets["helpline:read"] == Target("https://chat.example/", "Samaritans")


def test_lists_and_forms_that_the_build_makes_can_be_linked_by_their_path(tmp_path: Path) -> None:
    hub = station(tmp_path)

    made = made_pages(hub, hub.episodes, hub.services)
    targets = link_targets(hub, [], [], {}, made)

    assert targets["page:services/needs/talk/index.md"] == Target(
        "services/needs/talk/", "Talk to somebody"
    )
    assert targets["page:services/index.md"].url == "services/"
    assert targets["page:services/report/index.md"].url == "services/report/"
    assert targets["page:api/index.json"].url == "api/index.json"


def test_a_list_that_lost_its_last_service_leads_to_the_page_for_finding_help(
    tmp_path: Path,
) -> None:
    hub = station(tmp_path)

    made = made_pages(hub, [], [])

    assert made["services/needs/talk/index.md"] == Target("find-help/", "Talk to somebody")


def test_what_an_author_wrote_stands_before_what_the_build_makes(tmp_path: Path) -> None:
    hub = station(tmp_path)

    targets = link_targets(hub, [], [], {}, {"index.md": Target("elsewhere/", "Elsewhere")})

    assert targets["page:index.md"] == Target("", "Welcome")


def test_what_an_empty_link_is_called_is_in_the_language_of_the_station(tmp_path: Path) -> None:
    hub = station(tmp_path)
    line = hub.helplines["samaritans"]
    texted = line.model_copy(update={"number": None, "text_to": "07700 900123"})
    hub = hub._replace(helplines={"rung": line, "texted": texted})

    made = made_pages(hub, hub.episodes, hub.services, URDU)
    targets = link_targets(hub, [], [], {}, made, URDU)

    for path, english in (
        ("services/report/index.md", "Something is wrong, or missing"),
        ("services/this-week/index.md", "What is on this week"),
        ("services/index.md", "Services from A to Z"),
        ("api/index.json", "Open data"),
    ):
        assert targets[f"page:{path}"].text == speak("ur", english)
    assert targets["helpline:rung"].text == "Samaritans, 116\N{NO-BREAK SPACE}123"
    assert targets["helpline:texted"].text.endswith(" 07700\N{NO-BREAK SPACE}900123")
    assert "text" not in targets["helpline:texted"].text
