"""Registers of a say in decisions and of events, each with one entry that says everything."""

SAY = """
-- site/data/involvement.yml --
clinic:
  title: Which evenings should the clinic open?
  about: There will be two late evenings.
  town: Crawley
  rung: co-design
  already_decided: [Two evenings a week.]
  still_open: [Which two.]
  ways: [Come to a session.]
  offline: Ring us
  expenses: Fares are paid
  closes: 2026-12-11
  result_due: 2027-01-15
  organiser: {role: Involvement worker, phone: "01632 960510", where: At the hub}
  example: true
-- site/data/council.yml --
council:
  name: The Council
  decides: It is heard on everything.
  town: Crawley
  elected: true
  seats: 9
  filled: 7
  chosen: By everybody's vote
  next_election: 2027-02-17
  stand: Put your name on a list
  support: Fares
  last_meeting: 2026-11-11
  next_meeting: 2026-12-09
  minutes: https://council.example/minutes
  proposals:
    - {what: One worker., on: 2026-09-11, for_it: 7, against: 1, became: Agreed.}
  reach: {role: Clerk, email: clerk@council.example}
  example: true
-- site/data/commitments.yml --
kits:
  promise: A kit for everybody.
  side: services
  by: Ward manager
  town: Crawley
  made: 2026-03-18
  due: 2026-06-30
  kept: 2026-06-12
  outcome: 41 kits.
  example: true
-- site/data/you_said.yml --
bus:
  said: Move to where the bus goes.
  on: 2026-05-06
  way: in the survey
  to: Commissioner
  town: Crawley
  reply:
    kind: in-part
    what: A clinic in the library.
    why: The lease runs on.
    on: 2026-07-20
    by: Commissioner
  example: true
-- site/data/surveys.yml --
there:
  title: Getting there
  about: What keeps people away.
  town: Crawley
  from: 2026-08-03
  to: 2026-09-11
  method: Face to face.
  by: Peer researchers
  asked: 128
  answered: 96
  limits: Not those who come nowhere.
  questions:
    - ask: How long did you wait?
      answers:
        - {say: Up to 2 weeks, count: 31}
        - {say: Longer, count: hidden}
        - {say: I do not know, count: few}
      note: As people remember it.
    - ask: What made you miss it?
      several: true
      answers:
        - {say: The fare, count: 90}
        - {say: Work, count: 22}
        - {say: Weather, count: few}
  changed: Fares are paid.
  report: https://council.example/there
  example: true
-- site/data/pilots.yml --
lifts:
  title: The lift club
  aim: Do more people come?
  town: Crawley
  started: 2026-01-12
  ends: 2026-06-30
  learned: Five drivers are the least.
  run_by: Volunteers
  example: true
-- site/data/events.yml --
walk:
  title: Winter walk
  about: Five slow miles.
  start: 2026-12-05 10:30
  end: 2026-12-05 14:30
  town: Crawley
  place: [Example Lock, Riverside]
  postcode: RH10 0AA
  travel: Bus 7.
  online: https://council.example/walk
  access: {childcare: ask}
  cost: Free
  drug_and_alcohol_free: yes
  families: no
  fares: Ring first
  lift_share: Two cars leave at nine
  bring_a_friend: They walk along.
  contact: {role: Recovery organiser, phone: "01632 960530", web: "https://walk.example/"}
  checked: 2026-11-16
  example: true
-- site/data/alliances.yml --
crawley:
  name: Crawley recovery alliance
  town: Crawley
  about: It finds rooms.
  meets: First Monday of the month
  allies:
    - {kind: business, name: Example Bakery, offers: Two paid trials.}
  organiser: {role: Recovery organiser, phone: "01632 960531"}
  example: true
"""
PAGES = "".join(
    f"""
-- site/pages/{path} --
---
title: {path.removesuffix("/index.md").removesuffix(".md").rpartition("/")[2].capitalize()}
summary: What there is.
---
Own words.
"""
    for path in (
        "have-your-say/index.md",
        "have-your-say/council.md",
        "have-your-say/commitments.md",
        "have-your-say/you-said.md",
        "have-your-say/surveys.md",
        "have-your-say/pilots.md",
        "events/index.md",
        "recovery-communities.md",
    )
)
