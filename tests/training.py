"""A training pack of one module, for the tests of its checks, pages and packages."""

MODULE = """
-- site/pages/gp-training/drinking.md --
---
title: Drinking & "talking"
summary: Ask, and know when not to advise.
kind: training
needs: [talk]
sources:
  - {title: Talking, publisher: Ministry, year: 2024, url: "https://ministry.example/talking", looked_up: 2026-11-01}
  - {id: guideline, title: Guideline, publisher: Ministry, year: 2025, url: "https://ministry.example/", looked_up: 2026-11-01}
claims:
  sudden-stop:
    sources: [guideline]
reviewed: 2026-11-01
review_due: 2027-11-01
module:
  number: 1
  minutes: 10
  outcomes:
    - ask & listen
    - say what is dangerous
  voice:
    episode: first-steps
    from: "0:02"
    to: "0:04"
  case:
    opening: |-
      *This case is composed.* Colin is 58.

      He sleeps badly.
    steps:
      start:
        ask: What do you say **first**?
        choices:
          - say: “May I ask about drinking?”
            feedback: He nods. He had hoped that you would ask.
            verdict: good
            next: second-visit
          - say: “You look tired.”
            feedback: He agrees, and says no more.
            verdict: fair
            next: silence
          - say: “Next, please.”
            feedback: He goes home.
            verdict: poor
      silence:
        ask: He waits. And now?
        choices:
          - say: “How much do you drink?”
            feedback: He tells you.
            verdict: fair
            next: second-visit
          - say: Write a prescription
            feedback: He takes it and goes.
            verdict: poor
      second-visit:
        ask: He shakes in the morning. He wants to stop on Monday.
        choices:
          - say: “Please do not stop on Monday.”
            feedback: Stopping at once could be dangerous[^sudden-stop].
            verdict: good
          - say: “Well done!”
            feedback: He stops on Monday, and has a fit.
            verdict: poor
  quiz:
    - ask: Who should not stop at once?
      answers:
        - {say: Nobody, feedback: Some people are in danger if they do.}
        - {say: Somebody who depends on alcohol, feedback: "Fits may follow[^sudden-stop].", right: true}
        - {say: Everybody, feedback: Most people may.}
      claim: sudden-stop
    - ask: Whom do you ask?
      answers:
        - {say: Everybody, feedback: Nobody feels picked on., right: true}
        - {say: Men, feedback: Women drink too.}
        - {say: Nobody, feedback: Then you learn nothing.}
    - ask: What do you write in the letter?
      answers:
        - {say: Nothing, feedback: The service has to ask again.}
        - {say: The score, feedback: It decides how soon he is seen., right: true}
        - {say: His name only, feedback: That is not enough.}
    - ask: Who helps his daughter?
      answers:
        - {say: She does not count, feedback: She carries a lot.}
        - {say: He does, feedback: He has enough to do.}
        - {say: A group for families, feedback: "It is there for [her](../help-now.md).", right: true}
  desk_aid:
    title: Ask about drinking
    boxes:
      - heading: Ask
        lines: [Ask **everybody**., Listen & wait.]
      - heading: Call 999 for
        lines: ["a fit[^sudden-stop]", seeing things]
        kind: emergency
      - heading: Do not
        lines: [do not say stop at once]
        kind: do-not
---
## What we know

Stopping at once can be dangerous[^sudden-stop]. See [help now](../help-now.md).
"""

PACK = """
-- site/pages/gp-training/index.md --
---
title: For GPs
summary: A short module.
---
## Counting it

Write three lines.
-- site/pages/gp-training/log.md --
---
title: Reflection log
summary: Write down what you learned.
---
Nothing is kept.
"""
"""The pages that lead to the modules."""
