"""Versions of a frozen règlement: what an amendment starts from, what it will do to the marks given, what it changed.

The act itself is :func:`jury_desk.services.preparation.amend_rules`. How the ranking would turn out is left unsaid on
purpose: rules are not amended for their result (decision 0051).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jury_desk.domain.closure import proclaimed
from jury_desk.domain.deliberation import AdoptedRanking
from jury_desk.domain.documents import canonical
from jury_desk.domain.edition import AmendmentDraft, RulesVersion
from jury_desk.domain.errors import AmendmentBreaksMark
from jury_desk.domain.jury import Role
from jury_desk.domain.records import Records
from jury_desk.domain.rules import Rules, document_of
from jury_desk.domain.rules_changes import RulesChange, changes_between
from jury_desk.domain.scoring import MarkState, RecordedMark
from jury_desk.services.changes import ChangeSet
from jury_desk.services.ports import JuryFile
from jury_desk.services.preparation import asks_more, broken_mark, current_rules, outlives, panel, rules_of
from jury_desk.services.scoring import completeness

VERSION = "version"
"""The key that counts the versions: it differs by nature."""


@dataclass(frozen=True, slots=True)
class AmendmentEffects:
    """What an amendment would do, said before it is made.

    Attributes:
        kept, cleared: how many cells with a mark or a state stay, and how many go.
        broken: marks that would have to stay and are none of the new scale: they refuse the amendment.
        reopened: sheets that are complete now, and would wait for the marks of new criteria.
        uncommented: marks that stay, whose criterion will ask for a comment they do not have.
        adopted: a ranking has been adopted, which the jury will have to confirm.
        proclaimed: the results are proclaimed: nothing can be amended before a rectification is opened.
    """

    kept: int = 0
    cleared: int = 0
    broken: tuple[AmendmentBreaksMark, ...] = ()
    reopened: int = 0
    uncommented: int = 0
    adopted: bool = False
    proclaimed: bool = False

    @property
    def possible(self) -> bool:
        """Whether nothing refuses the amendment."""
        return not self.broken and not self.proclaimed


def frozen_versions(records: Records, stage: str) -> tuple[RulesVersion, ...]:
    """Every frozen version of a stage's règlement, the first one first."""
    frozen = (each for each in records.within(RulesVersion, stage) if each.frozen)
    return tuple(sorted(frozen, key=lambda each: each.version))


def known_criteria(records: Records, stage: str) -> frozenset[str]:
    """The ids of every criterion that a frozen version has had: each means that one for good."""
    return frozenset(each.id for version in frozen_versions(records, stage) for each in rules_of(version).criteria)


def version_changes(former: RulesVersion, newer: RulesVersion) -> tuple[RulesChange, ...]:
    """What differs between two versions, but for their number."""
    return meant(changes_between(rules_of(former), rules_of(newer)))


def meant(changes: Iterable[RulesChange]) -> tuple[RulesChange, ...]:
    """The differences that somebody meant: all but the number of the version."""
    return tuple(each for each in changes if each.path != VERSION)


def begun_amendment(records: Records, stage: str) -> AmendmentDraft:
    """What an amendment starts from: the rules in force, their version counted on where it is a number.

    The chair is its author unless somebody else is named.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    version, rules = current_rules(records, stage)
    number = str(version.version + 1) if rules.version == str(version.version) else rules.version
    chairs = [juror.name for member, juror in panel(records, stage) if member.role is Role.CHAIR]
    return AmendmentDraft(stage, draft_text({**document_of(rules), VERSION: number}), author="".join(chairs[:1]))


def kept_amendment(records: Records, stage: str) -> AmendmentDraft | None:
    """The amendment that somebody is writing, as far as it is on file."""
    return records.get(AmendmentDraft, stage)


def draft_text(document: Mapping[str, Any]) -> str:
    """The text that keeps a draft's document."""
    return canonical(document).decode()


def keep_amendment(file: JuryFile, draft: AmendmentDraft) -> ChangeSet:
    """Keep what has been written of an amendment; the rules in force stay so.

    Raises:
        RulesMissing, Unknown: as :func:`jury_desk.services.preparation.current_rules`.
    """
    current_rules(file.records, draft.stage)
    with file.unit() as unit:
        unit.put(draft)
        return unit.commit("amendment_drafted")


def give_amendment_up(file: JuryFile, stage: str) -> ChangeSet:
    """Forget the amendment being written; where none is on file, nothing changes."""
    draft = kept_amendment(file.records, stage)
    if draft is None:
        return ChangeSet(None)
    with file.unit() as unit:
        unit.remove(draft)
        return unit.commit("amendment_given_up")


def amendment_effects(records: Records, stage: str, rules: Rules, *, keep_marks: bool) -> AmendmentEffects:
    """What amending the rules in force to ``rules`` would do to the marks given so far.

    Raises:
        As :func:`jury_desk.services.preparation.current_rules`.
    """
    _, current = current_rules(records, stage)
    marks = records.within(RecordedMark, stage)
    kept = [each for each in marks if keep_marks and outlives(each, rules)]
    broken = (broken_mark(records, each, rules) for each in kept)
    return AmendmentEffects(
        kept=len(kept),
        cleared=len(marks) - len(kept),
        broken=tuple(each for each in broken if each is not None),
        reopened=_reopened(records, stage, current, rules) if keep_marks else 0,
        uncommented=sum(_lacks_comment(each, rules) for each in kept),
        adopted=records.get(AdoptedRanking, stage) is not None,
        proclaimed=proclaimed(records, stage) is not None,
    )


def _reopened(records: Records, stage: str, current: Rules, rules: Rules) -> int:
    if not asks_more(current, rules):
        return 0
    return sum(sheet.complete and sheet.state is MarkState.MARKED for sheet in completeness(records, stage))


def _lacks_comment(recorded: RecordedMark, rules: Rules) -> bool:
    criterion, mark = rules.criterion(recorded.criterion), recorded.mark
    if criterion is None or mark.value is None or mark.comment.strip():
        return False
    return criterion.asks_comment(mark.value)
