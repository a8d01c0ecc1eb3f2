"""The names that the ids of a stage stand for, for sentences made beside the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jury_desk.domain.candidacy import Candidacy
from jury_desk.domain.edition import Stage
from jury_desk.domain.records import Records
from jury_desk.domain.rules import Rules
from jury_desk.services.preparation import entries, panel


@dataclass(frozen=True, slots=True)
class Names:
    """What ids are called.

    Attributes:
        candidacies: titles, by candidacy id.
        jurors: names, by juror id.
        criteria: names, by criterion id.
        stages: names, by stage id.
    """

    candidacies: Mapping[str, str]
    jurors: Mapping[str, str]
    criteria: Mapping[str, str]
    stages: Mapping[str, str] = field(default_factory=dict)


def names_of(records: Records, stage: str, rules: Rules) -> Names:
    """The names of everything that figures of a stage are made from."""
    passages = (entry.candidacy for entry in entries(records, stage))
    return Names(
        candidacies={each: records.need(Candidacy, each).title for each in passages},
        jurors={member.juror: juror.name for member, juror in panel(records, stage)},
        criteria={criterion.id: criterion.name for criterion in rules.criteria},
        stages={each.id: each.name for each in records.within(Stage)},
    )
