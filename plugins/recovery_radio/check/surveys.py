"""Surveys: that their numbers can be true, and that none points at somebody."""

from collections.abc import Iterator
from datetime import date

from recovery_radio.model.problem import Problem
from recovery_radio.model.survey import SMALLEST, Question, Survey


def check_survey(survey: Survey, today: date) -> Iterator[Problem]:
    """Check one survey."""
    origin = survey.origin
    if survey.end < survey.start:
        what = "`to` lies before `from`."
        yield origin.problem("to", what, "Mend one of the two days.", "dates-out-of-order")
    if survey.end > today:
        what = "Asking is not over, and results are told when it is."
        yield origin.problem("to", what, "Publish the survey after its last day.", "future-date")
    if survey.asked and survey.answered > survey.asked:
        what = f"{survey.answered} of {survey.asked} cannot have answered."
        yield origin.problem("answered", what, "Count once more.", "counts-do-not-fit")
    for index, question in enumerate(survey.questions):
        yield from _question(survey, question, f"questions.{index}")


def _question(survey: Survey, question: Question, key: str) -> Iterator[Problem]:
    told = [choice.count for choice in question.answers if isinstance(choice.count, int)]
    most = max(told, default=0) if question.several else sum(told)
    if most > survey.answered:
        what = f"{most} answers are more than the {survey.answered} people who answered."
        repair = "Count once more, or write `several: true` if people could choose several."
        yield survey.origin.problem(key, what, repair, "counts-do-not-fit")
    elif not question.several and _gives_away(question, left := survey.answered - most):
        what = (
            f"`few` can be worked out: the other counts leave {left} of {survey.answered} for it."
        )
        repair = "Write `hidden` for the next larger count as well."
        yield survey.origin.problem(key, what, repair, "count-gives-away")


def _gives_away(question: Question, left: int) -> bool:
    """Tell whether subtraction tells a small count. `left` is who chose what has no number."""
    counts = [choice.count for choice in question.answers]
    few, hidden = counts.count("few"), counts.count("hidden")
    if not few:
        return False
    if hidden:  # All of them are at their least.
        return left <= few + SMALLEST * hidden
    return few == 1 or not few < left < few * (SMALLEST - 1)
