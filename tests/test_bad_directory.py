"""What a fault in the directory gets: one problem, with the right file, line, fault and repair.

Each case is a station whose one service says everything that can be said, with one thing wrong.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from recovery_radio.check.run import run_checks
from recovery_radio.model.problem import Problem, Severity
from sites import NOW, read_station

HARBOUR = "services_directory/harbour.yml"
WORDS = "services_directory/vocabulary.yml"
CLUBS = "services_directory/organisations.yml"
FULL = """
-- services_directory/harbour.yml --
name: Harbour & "friends"
organisation: hub
kind: drop-in
summary: Tea and a chat.
offers: [peer-support]
for_whom:
  who: [anyone]
  age: {min: 18, max: 99}
substances: [any]
how_in: [walk-in]
run_by: peers
gp_note: Ring us.
tell_patient: Somebody puts the kettle on.
mode: [in-person, phone]
places:
  - town: Crawley
    address: [1 Example Street]
    postcode: RH10 0AA
    geo: [51.113, -0.183]
    nation: ENG
    access: {childcare: yes}
    space: {drug-free-space: ask}
    hours:
      mon-fri: "10:00-16:00"
      sat-1st,3rd: "10:00-12:00"
    sessions:
      - label: Tea
        hours: {wed: "13:00-15:00"}
        who: [anyone]
        kind: drop-in
    bank_holidays: closed
    closures:
      - from: 2026-12-24
        to: 2027-01-02
        note: Christmas
        instead: {2026-12-25: "11:00-14:00"}
serves: [Crawley]
contact: {phone: "01632 960123", email: tea@hub.example, web: "https://hub.example/"}
languages: [en, bfi]
cost: free
waiting_time: {weeks: 3, on: 2026-11-01}
capacity: {state: open, on: 2026-11-01}
alert: {text: We have moved., until: 2026-12-01}
status: active
checked: {on: 2026-11-01, by: phone, who: volunteer}
review_every: 6 months
sources:
  - {title: Contact, publisher: Hub, year: 2026, url: "https://hub.example/", looked_up: 2026-11-01}
-- services_directory/vocabulary.yml --
kinds:
  drop-in:
    label: Drop-in
    explanation: Come as you are.
    maps: {meeting_guide: [O], osm: social_facility=outreach, oruk: "https://terms.example/drop-in"}
offers: {peer-support: {label: Peer support, explanation: Talk to somebody., also: [mates]}}
who: {anyone: {label: Anyone, explanation: Everybody is welcome.}}
substances: {any: {label: Anything, explanation: Whatever it is.}}
mode: {in-person: {label: In person, explanation: You go there.}, phone: {label: By phone, explanation: You ring.}}
how_in: {walk-in: {label: Walk in, explanation: No appointment.}}
access:
  childcare: {label: Childcare, explanation: Somebody minds the children.}
  evenings: {label: Evenings, explanation: After five.}
space: {drug-free-space: {label: Drug-free, explanation: Nobody uses there.}}
cost: {free: {label: Free, explanation: It costs nothing.}}
needs:
  talk: {label: Talk to somebody, explanation: Somebody listens., kinds: [drop-in]}
-- services_directory/organisations.yml --
hub:
  name: The Hub
  about: A charity.
  web: https://hub.example/
  phone: "01632 960100"
"""


class Case(NamedTuple):
    """A change to a file, and what is said about it."""

    old: str
    new: str
    line: int
    what: str
    """Words of the fault."""
    repair: str
    """Words of the repair."""
    code: str
    path: str = HARBOUR
    severity: Severity = Severity.ERROR


CASES = [
    # what it is
    Case('name: Harbour & "friends"\n', "", 1, "`name` is missing", "Add `name: …`", "missing-field"),
    Case('name: Harbour & "friends"', "name: 24", 1, "`name` must be text", 'Put quotes around it: `name: "24"`', "wrong-type"),
    Case('name: Harbour & "friends"', f"name: {'a' * 121}", 1, "`name` is too long", "120", "too-long"),
    Case("organisation: hub", "organisation: hubb", 2, "There is no organisation 'hubb'", "Did you mean `hub`?", "unknown-name"),
    Case("organisation: hub", "organisation: The Hub", 2, "`organisation` cannot be read: 'The Hub'", "small letters", "bad-slug"),
    Case("organisation: hub", "organization: hub", 2, "`organization` is not a setting here", "Did you mean `organisation`?", "unknown-key"),
    Case("kind: drop-in\nsum", "kind: drop in\nsum", 3, "`kind` cannot be read: 'drop in'", "hyphens", "bad-slug"),
    Case("kind: drop-in\nsum", "kind: [drop-in]\nsum", 3, "`kind` must be text", "", "wrong-type"),
    Case("kind: drop-in\nsum", "kind: dropin\nsum", 3, "There is no word for `kind`: 'dropin'", "Did you mean `drop-in`?", "unknown-name"),
    Case("summary: Tea and a chat.", f"summary: {'a' * 181}", 4, "`summary` is too long", "180", "too-long"),
    Case("summary: Tea and a chat.", "summary:", 4, "`summary` is empty", "remove the line", "empty-field"),
    Case("summary: Tea and a chat.", "summary: Tea: and a chat.", 4, "cannot be read", "quotes", "bad-yaml"),
    Case("offers: [peer-support]", "offers: peer-support", 5, "`offers` must be a list", "Write `offers: [peer-support]`", "wrong-type"),
    Case("offers: [peer-support]", "offers: []", 5, "`offers` has too few entries", "at least 1", "too-few"),
    Case("offers: [peer-support]", "offers: [peer-suport]", 5, "'peer-suport'", "Did you mean `peer-support`?", "unknown-name"),
    # whom it is for
    Case("  who: [anyone]\n  age", "  who: [everyone]\n  age", 7, "There is no word for `for_whom.who`: 'everyone'", "vocabulary.yml", "unknown-name"),
    Case("age: {min: 18, max: 99}", "age: 18", 8, "`age` must be a group of settings", "Write lines", "wrong-type"),
    Case("age: {min: 18, max: 99}", "age: {min: 99, max: 18}", 8, "`age` begins at 99 and ends at 18", "the younger age as `min`", "out-of-range"),
    Case("age: {min: 18, max: 99}", "age: {min: -1}", 8, "`min` is too small: -1", "at least 0", "out-of-range"),
    Case("age: {min: 18, max: 99}", "age: {max: 200}", 8, "`max` is too large: 200", "at most 120", "out-of-range"),
    Case("age: {min: 18, max: 99}", "age: {min: eighteen}", 8, "`min` must be a whole number", "digits only", "wrong-type"),
    Case("age: {min: 18, max: 99}", "age: {from: 18}", 8, "`from` is not a setting here", "max, min", "unknown-key"),
    Case("substances: [any]", "substances: [everything]", 9, "There is no word for `substances`: 'everything'", "vocabulary.yml", "unknown-name"),
    # how to get in
    Case("how_in: [walk-in]", "how_in: []", 10, "`how_in` has too few entries", "at least 1", "too-few"),
    Case("how_in: [walk-in]", "how_in: [walkin]", 10, "'walkin'", "Did you mean `walk-in`?", "unknown-name"),
    Case("run_by: peers", "run_by: volunteers", 11, "`run_by` cannot be 'volunteers'", "`staff`, `staff-with-peers`", "bad-choice"),
    Case("tell_patient: Somebody puts the kettle on.", "tell_patient: [kettle, on]", 13, "`tell_patient` must be text", "no list or group", "wrong-type"),
    Case("tell_patient:", "tell_patients:", 13, "`tell_patients` is not a setting here", "Did you mean `tell_patient`?", "unknown-key"),
    Case("mode: [in-person, phone]", "mode: online", 14, "`mode` must be a list", "Write `mode: [online]`", "wrong-type"),
    Case("mode: [in-person, phone]", "mode: [in-person, telephone]", 14, "`mode` cannot be 'telephone'", "`phone`", "bad-choice"),
    Case("mode: [in-person, phone]", "mode: []", 14, "`mode` has too few entries", "at least 1", "too-few"),
    Case("mode: [in-person, phone]", "mode: [in-person, online]", 14, "There is no word for `mode`: 'online'", "vocabulary.yml", "unknown-name"),
    Case("mode: [in-person, phone]", "online: true", 14, "`online` is not a setting here", "Write `mode: [in-person, online]`", "unknown-key"),
    # where it is
    Case("  - town: Crawley", "  - town:", 16, "`town` is empty", "remove the line", "empty-field"),
    Case("  - town: Crawley\n    address", "  - address", 16, "`town` is missing", "Add `town: …`", "missing-field"),
    Case("    address: [1 Example Street]", "    address: 1 Example Street", 17, "`address` must be a list", "Write `address: [1 Example Street]`", "wrong-type"),
    Case("postcode: RH10 0AA", "postcode: rh10 0aa", 18, "`postcode` cannot be read: 'rh10 0aa'", "Write `RH10 0AA`", "bad-postcode"),
    Case("postcode: RH10 0AA", "postcode: RH100AA", 18, "`postcode` cannot be read: 'RH100AA'", "Write `RH10 0AA`", "bad-postcode"),
    Case("postcode: RH10 0AA", "postcode: RH10", 18, "`postcode` cannot be read: 'RH10'", "such as `S1 2HH`", "bad-postcode"),
    Case("geo: [51.113, -0.183]", 'geo: "51.113, -0.183"', 19, "`geo` must be a list", "Write `geo: [51.113, -0.183]`", "wrong-type"),
    Case("geo: [51.113, -0.183]", "geo: [51.113]", 19, "`geo` is not two numbers", "latitude, then the longitude", "bad-geo"),
    Case("geo: [51.113, -0.183]", "geo: [-0.183, 51.113]", 19, "`geo` has the longitude first", "Write `geo: [51.113, -0.183]`", "bad-geo"),
    Case("geo: [51.113, -0.183]", "geo: [40.1, -0.183]", 19, "`geo` is not in the UK", "latitude, then the longitude", "bad-geo"),
    Case("geo: [51.113, -0.183]", "geo: [north, west]", 19, "`geo` is not two numbers", "such as `[53.381, -1.470]`", "bad-geo"),
    Case("nation: ENG", "nation: GB", 20, "`nation` cannot be 'GB'", "`ENG`, `WLS`, `SCT`, `NIR`", "bad-choice"),
    Case("{childcare: yes}", "{childcare: maybe}", 21, "`childcare` cannot be 'maybe'", "`yes`, `no`, `ask`", "bad-choice"),
    Case("{childcare: yes}", "[childcare]", 21, "`access` must be a group of settings", "such as `childcare: yes`", "wrong-type"),
    Case("{childcare: yes}", "{creche: yes}", 21, "There is no word for `places.0.access`: 'creche'", "vocabulary.yml", "unknown-name"),
    Case("{childcare: yes}", "{evenings: yes}", 21, "`evenings: yes` does not agree with the hours", "Leave `evenings` out", "two-answers"),
    Case("{drug-free-space: ask}", "[drug-free-space]", 22, "`space` must be a group of settings", "such as `drug-free-space: yes`", "wrong-type"),
    Case("{drug-free-space: ask}", "{smoke-free: no}", 22, "There is no word for `places.0.space`: 'smoke-free'", "vocabulary.yml", "unknown-name"),
    Case("    postcode: RH10 0AA", "    postcode: RH10 0AA\n    hide_address: maybe", 19, "`hide_address` must be `true` or `false`", "without quotes", "wrong-type"),
    # when it is open
    Case('mon-fri: "10:00-16:00"', "mon-fri: 10am-4pm", 24, "`mon-fri` cannot be read: '10am-4pm'", '`"10:00-16:00"`', "bad-hours"),
    Case('mon-fri: "10:00-16:00"', 'mon-fri: "16:00-10:00"', 24, "runs past midnight for 18 hours", '`"10:00-16:00"`', "hours-swapped"),
    Case('mon-fri: "10:00-16:00"', 'mon-fri: "10:00-12:00, 11:00-13:00"', 24, "overlaps the hours before it", "in order", "hours-overlap"),
    Case('mon-fri: "10:00-16:00"', 'Monday: "10:00-16:00"', 24, "is not a day or a row of days: 'Monday'", "Write `mon`", "bad-days"),
    Case('mon-fri: "10:00-16:00"', 'sat-1st: "10:00-16:00"', 23, "`hours` give one day two times: `sat-1st` and `sat-1st,3rd`", "one line", "days-twice"),
    Case('mon-fri: "10:00-16:00"', "mon-fri:", 24, "`mon-fri` is empty", "remove the line", "empty-field"),
    Case('    hours:\n      mon-fri: "10:00-16:00"\n      sat-1st,3rd: "10:00-12:00"\n', '    hours: ["10:00-16:00"]\n', 23, "`hours` must be a group of settings", "such as `mon-fri: ", "wrong-type"),
    Case('    hours:\n      mon-fri: "10:00-16:00"\n      sat-1st,3rd: "10:00-12:00"\n', "    hours: Mon-Fri 9am-5pm\n", 23, "`hours` cannot be read: 'Mon-Fri 9am-5pm'", '`mon-fri: "10:00-16:00"`', "bad-osm-hours"),
    Case('    hours:\n      mon-fri: "10:00-16:00"\n      sat-1st,3rd: "10:00-12:00"\n', "    hours: Mo-Fr 10:00-16:00; PH off\n", 23, "names holidays", "`bank_holidays`", "uneven-hours"),
    Case('    hours:\n      mon-fri: "10:00-16:00"\n      sat-1st,3rd: "10:00-12:00"\n', "    hours: 'Mo-Fr 10:00-16:00 \"ring first\"'\n", 23, "has a comment", "Write `unknown` before it", "comment-hours"),
    Case('    hours:\n      mon-fri: "10:00-16:00"\n      sat-1st,3rd: "10:00-12:00"\n', "    hours: Fr 22:00-04:00; Sa 10:00-12:00\n", 23, "a rule after `;` would end it there", "Put `,` between", "cut-hours"),
    Case("bank_holidays: closed", "bank_holidays: shut", 31, "`bank_holidays` cannot be 'shut'", "`open`, `closed`, `ask`", "bad-choice"),
    Case("bank_holidays: closed", 'bank_holidays: "10-12"', 31, "`bank_holidays` cannot be read: '10-12'", '`"10:00-12:00"`', "bad-hours"),
    # sessions
    Case("      - label: Tea", "      - name: Tea\n        label: Tea", 27, "`name` is not a setting here", "label", "unknown-key"),
    Case('        hours: {wed: "13:00-15:00"}\n', "", 27, "`hours` is missing", "Add `hours: …`", "missing-field"),
    Case('        hours: {wed: "13:00-15:00"}', '        days: {wed: "13:00-15:00"}\n        hours: always', 28, "`days` is not a setting here", "Write `hours: ", "unknown-key"),
    Case("        who: [anyone]", "        who: [women]", 29, "'women'", "vocabulary.yml", "unknown-name"),
    Case("        kind: drop-in", "        kind: meeting", 30, "'meeting'", "vocabulary.yml", "unknown-name"),
    Case("        kind: drop-in", "        online: http://meet.example/", 30, "`online` cannot be read", "`https://`", "bad-address"),
    # closures
    Case("        to: 2027-01-02", "        to: 2026-12-20", 34, "`to` is before the first day, 2026-12-24", "the first day in `from`", "closure-order"),
    Case("      - from: 2026-12-24", "      - from: 24 December 2026", 33, "`from` is not a date: '24 December 2026'", "Write `from: 2026-12-24`", "bad-date"),
    Case("        to: 2027-01-02\n", "", 33, "`to` is missing", "Add `to: …`", "missing-field"),
    Case("instead: {2026-12-25:", "instead: {2027-12-25:", 36, "`instead` names 2027-12-25, which is not a day of the closure", "from 2026-12-24 to 2027-01-02", "closure-day"),
    # who may come, and how to reach it
    Case("serves: [Crawley]", "serves: []", 37, "`serves` has too few entries", "at least 1", "too-few"),
    Case("serves: [Crawley]\n", "", 1, "`serves` is missing", "Add `serves: …`", "missing-field"),
    Case('phone: "01632 960123"', "phone: 116123", 38, "`phone` must be text", 'Put quotes around it: `phone: "116123"`', "wrong-type"),
    Case('phone: "01632 960123"', 'phone: "+44 1632 960123"', 38, "`phone` cannot be read: '+44 1632 960123'", "Write `01632 960123`", "bad-phone"),
    Case("email: tea@hub.example", "email: tea at hub.example", 38, "`email` cannot be read", "hello@example.org", "bad-email"),
    Case('web: "https://hub.example/"', 'web: "hub.example"', 38, "`web` cannot be read: 'hub.example'", "`https://", "bad-address"),
    Case('phone: "01632 960123"', "helpline: frank", 38, "There is no line 'frank'", "helplines.yml", "unknown-name"),
    Case("languages: [en, bfi]", "languages: [English]", 39, "`languages` cannot be read: 'English'", "`en` or `bfi`", "bad-form"),
    Case("cost: free\n", "cost: none\n", 40, "There is no word for `cost`: 'none'", "vocabulary.yml", "unknown-name"),
    # what changes
    Case("weeks: 3", "weeks: 2.5", 41, "`weeks` must be a whole number", "fraction", "wrong-type"),
    Case("weeks: 3", "weeks: -1", 41, "`weeks` is too small: -1", "at least 0", "out-of-range"),
    Case("waiting_time: {weeks: 3, on: 2026-11-01}", "waiting_time: 3 weeks", 41, "`waiting_time` must be a group of settings", "Write lines", "wrong-type"),
    Case("{weeks: 3, on: 2026-11-01}", "{weeks: 3, on: 2026-11-30}", 41, "`waiting_time.on` lies in the future", "the day on which", "future-date"),
    Case("{state: open, on: 2026-11-01}", "{state: closed, on: 2026-11-01}", 42, "`state` cannot be 'closed'", "`open`, `waiting-list`, `full`", "bad-choice"),
    Case("{state: open, on: 2026-11-01}", "{state: open}", 42, "`on` is missing", "Add `on: …`", "missing-field"),
    Case("{state: open, on: 2026-11-01}", "{state: open, on: 2026-11-30}", 42, "`capacity.on` lies in the future", "the day on which", "future-date"),
    Case("until: 2026-12-01}", "until: Christmas}", 43, "`until` is not a date: 'Christmas'", "Write `until: 2026-03-12`", "bad-date"),
    Case("until: 2026-12-01}", "until: 2026-11-20}", 43, "The news was for the days until 2026-11-20", "Take `alert` out", "old-news", severity=Severity.NOTICE),
    Case("status: active", "status: open", 44, "`status` cannot be 'open'", "`active`, `paused`, `closed`, `unconfirmed`", "bad-choice"),
    # when it was checked
    Case("on: 2026-11-01, by: phone", "on: 01/11/2026, by: phone", 45, "`on` is not a date: '01/11/2026'", "Write `on: 2026-11-01`", "bad-date"),
    Case("on: 2026-11-01, by: phone", "on: 2026-11-31, by: phone", 45, "`on` is not a date", "Write `on: 2026-03-12`", "bad-date"),
    Case("on: 2026-11-01, by: phone", "on: 2026-11-22, by: phone", 45, "`checked.on` lies in the future", "the day on which", "future-date"),
    Case("on: 2026-11-01, by: phone", "on: 2025-11-01, by: phone", 45, "due to be confirmed on 2026-05-01", "`status: unconfirmed`", "stale-service", severity=Severity.WARNING),
    Case("on: 2026-11-01, by: phone", "on: 2026-05-01, by: phone", 45, "due to be confirmed on 2026-11-01", "Ring them", "stale-service", severity=Severity.NOTICE),
    Case("by: phone, who", "by: letter, who", 45, "`by` cannot be 'letter'", "`phone`, `visit`, `email`, `web`", "bad-choice"),
    Case("who: volunteer}", "who: Jane Smith}", 45, "looks like a name: 'Jane Smith'", "Write the role", "named-person"),
    Case(", who: volunteer}", "}", 45, "`who` is missing", "Add `who: …`", "missing-field"),
    Case("review_every: 6 months", "review_every: 6", 46, "`review_every` cannot be '6'", "`3 months`, `6 months`, `12 months`", "bad-choice"),
    Case("review_every: 6 months", "review_every: 2 months", 46, "`review_every` cannot be '2 months'", "`3 months`", "bad-choice"),
    Case("year: 2026", "year: last", 48, "`year` must be a whole number", "digits only", "wrong-type"),
    # the vocabulary
    Case("    label: Drop-in\n", "", 2, "`label` is missing", "Add `label: …`", "missing-field", WORDS),
    Case("osm: social_facility=outreach", "osm: outreach", 5, "`osm` cannot be read: 'outreach'", "`social_facility=outreach`", "bad-form", WORDS),
    Case("meeting_guide: [O]", "meeting_guide: [open]", 5, "`meeting_guide` cannot be read: 'open'", "such as `W`", "bad-form", WORDS),
    Case("https://terms.example/drop-in", "terms.example", 5, "`oruk` cannot be read: 'terms.example'", "`http://id.esd.org.uk/service/1373`", "bad-form", WORDS),
    Case("maps: {", "map: {", 5, "`map` is not a setting here", "Did you mean `maps`?", "unknown-key", WORDS),
    Case("mode: {in-person:", "mode: {face-to-face:", 9, "`face-to-face` cannot be", "`in-person`", "bad-choice", WORDS),
    Case("  childcare: {label: Childcare,", "  Child Care: {label: Childcare,", 12, "cannot be read: 'Child Care'", "small letters", "bad-slug", WORDS),
    Case("kinds: [drop-in]}", "kinds: [drop-inn]}", 17, "'drop-inn'", "Did you mean `drop-in`?", "unknown-name", WORDS),
    Case("cost: {free:", "costs: {free:", 15, "`costs` is not a setting here", "Did you mean `cost`?", "unknown-key", WORDS),
    # organisations
    Case("hub:\n", "The Hub:\n", 1, "`The Hub` is not a short name", "small letters", "bad-entry", CLUBS),
    Case("  about: A charity.\n", "", 1, "`about` is missing", "Add `about: …`", "missing-field", CLUBS),
    Case('phone: "01632 960100"', 'phone: "ring us"', 5, "`phone` cannot be read: 'ring us'", "national form", "bad-phone", CLUBS),
    Case("web: https://hub.example/", "web: http://hub.example/", 4, "`web` cannot be read", "`https://", "bad-address", CLUBS),
]  # fmt: skip


def found(tmp_path: Path, text: str) -> list[Problem]:
    hub, problems = read_station(tmp_path, text)
    return problems or run_checks(hub, NOW)


def test_the_service_that_says_everything_is_in_order(tmp_path: Path) -> None:
    assert found(tmp_path, FULL) == []


def test_there_are_more_cases_than_were_asked_for() -> None:
    assert len({case[:2] for case in CASES}) == len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.new[:40].strip()}")
def test_one_fault_is_named_once_with_its_place_and_repair(case: Case, tmp_path: Path) -> None:
    start = FULL.index(f"-- {case.path} --")
    text = FULL[:start] + FULL[start:].replace(case.old, case.new, 1)
    assert text != FULL

    problems = found(tmp_path, text)

    told = [problem for problem in problems if problem.severity is case.severity]
    assert [(p.path, p.line, p.code) for p in told] == [(case.path, case.line, case.code)]
    assert case.what in told[0].what
    assert case.repair in told[0].repair
