"""Sentences for refused rules and tables of marks, whose problems are many; the others are :mod:`.wording`'s."""

from collections.abc import Sequence

from jury_desk.domain.document_reader import Problem
from jury_desk.domain.errors import DomainError
from jury_desk.domain.rules import RulesRefused
from jury_desk.resources import phrases
from jury_desk.services.mark_rows import CellProblem, MarksRefused
from jury_desk.services.wording import error_sentence

MOST_TOLD = 10
"""A longer list is cut: a wrong column makes every row wrong."""


def refusal_sentence(error: DomainError, language: str) -> str:
    """One sentence for any :class:`DomainError`, with the problems in it where the error lists several."""
    refused = phrases("rules", language)["refused"]
    match error:
        case RulesRefused():
            told = [rules_problem(each, language) for each in error.problems[:MOST_TOLD]]
            return str(refused["rules"].format(problems=_joined(told, len(error.problems), language)))
        case MarksRefused():
            told = [marks_problem(each, language) for each in error.problems[:MOST_TOLD]]
            return str(refused["marks"].format(problems=_joined(told, len(error.problems), language)))
        case _:
            return error_sentence(error, language)


def rules_problem(problem: Problem, language: str) -> str:
    """Where and what: « ligne 12, criteria[2].weight : … »."""
    words = phrases("rules", language)
    what = words["rules_problems"][problem.code].format(**problem.facts)
    if problem.line is None:
        return (
            str(words["refused"]["rules_problem"].format(path=problem.path, what=what)) if problem.path else str(what)
        )
    key = "rules_problem_line" if problem.path else "rules_problem_line_alone"
    return str(words["refused"][key].format(line=problem.line, path=problem.path, what=what))


def refusal_lines(error: DomainError, language: str) -> list[str]:
    """What keeps a file from being used, a line for each thing; one sentence where there is one."""
    match error:
        case RulesRefused():
            return [rules_problem(each, language) for each in error.problems]
        case MarksRefused():
            return [marks_problem(each, language) for each in error.problems]
        case _:
            return [error_sentence(error, language)]


def marks_problem(problem: CellProblem, language: str) -> str:
    """Where and what: « ligne 12, colonne mark : … »."""
    words = phrases("rules", language)
    what = words["marks_problems"][problem.code].format(**problem.facts)
    return str(words["refused"]["marks_problem"].format(row=problem.row, column=problem.column, what=what))


def _joined(told: Sequence[str], count: int, language: str) -> str:
    refused = phrases("rules", language)["refused"]
    more = [refused["more"].format(count=count - len(told))] if count > len(told) else []
    return str(refused["separator"].join([*told, *more]))
