"""The sections of the minutes in their order: aggregates; individual marks only in the annex that explains, unnamed."""

from collections.abc import Callable

from jury_desk.exports import minutes_annexes as annexes
from jury_desk.exports import minutes_candidacies as candidacies
from jury_desk.exports import minutes_deliberation as deliberation
from jury_desk.exports import minutes_head as head
from jury_desk.exports import minutes_method as method
from jury_desk.exports import minutes_outcomes as outcomes
from jury_desk.exports import minutes_panel as panel
from jury_desk.exports import minutes_results as results
from jury_desk.exports import minutes_rules as rules
from jury_desk.exports import minutes_signatures as signatures
from jury_desk.exports import minutes_timing as timing
from jury_desk.exports.blocks import Block, Story
from jury_desk.exports.minutes_entry import entry_of_marks
from jury_desk.exports.minutes_explanations import explanations
from jury_desk.exports.minutes_robustness import robustness
from jury_desk.exports.minutes_subject import Subject


def story(subject: Subject) -> list[Block]:
    """The whole document, from its head to its annexes."""
    return [block for section in _SECTIONS for block in section(subject)]


_SECTIONS: tuple[Callable[[Subject], Story], ...] = (
    head.head,
    panel.panel,
    panel.recusals,
    candidacies.candidacies,
    method.method,
    candidacies.running_order,
    timing.session,
    deliberation.closed_session,
    results.aggregates,
    entry_of_marks,
    results.ranking,
    deliberation.votes,
    deliberation.adopted,
    outcomes.outcomes,
    deliberation.reserve,
    deliberation.questions,
    deliberation.dissents,
    deliberation.follow_up,
    deliberation.secrecy,
    signatures.signatures,
    signatures.attendance_sheet,
    explanations,
    robustness,
    annexes.journal,
    annexes.files,
    rules.levels,
)
"""In the order of the checklist of complete minutes (:mod:`jury_desk.domain.checklist`)."""
