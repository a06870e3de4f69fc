"""Surveys: that their numbers can be true, and that none points at somebody."""

from collections.abc import Iterator
from datetime import date

from recovery_radio.model.problem import Problem
from recovery_radio.model.survey import Question, Survey


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
    untold = [choice.count for choice in question.answers if choice.count in ("few", "hidden")]
    if not question.several and untold == ["few"]:
        what = "One count is `few`, and it can be worked out from the others."
        repair = "Write `hidden` for the next larger count as well."
        yield survey.origin.problem(key, what, repair, "count-gives-away")
