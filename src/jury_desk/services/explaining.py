"""Where the figures of a stage come from, in words: what F9, a tooltip and a screen reader say of any of them."""

from collections.abc import Collection
from dataclasses import replace

from jury_desk.domain.errors import DomainError
from jury_desk.domain.explainer import Explainer
from jury_desk.domain.explanation import Explanation, Figure, FigureKind
from jury_desk.domain.records import Records
from jury_desk.services.explanation_words import ExplanationText, ExplanationWords
from jury_desk.services.hiding import seen_contest
from jury_desk.services.names import names_of
from jury_desk.services.refusals import refusal_sentence


def explain(records: Records, stage: str, figure: Figure, language: str) -> ExplanationText:
    """One figure of a stage; see :class:`Explaining`, which is kept where several are asked for."""
    return Explaining(records, stage, language).text(figure)


class Explaining:
    """Explains the figures of one stage as it stands; a change in it needs another one.

    Args:
        records: all the file holds.
        stage: which one.
        language: ``fr`` or ``en``.
        hidden: the candidacies of which nothing may be told (:mod:`jury_desk.services.hiding`).

    Raises:
        As :func:`jury_desk.services.deliberation.contest_of`.
    """

    def __init__(self, records: Records, stage: str, language: str, *, hidden: Collection[str] = ()) -> None:
        self._contest = seen_contest(records, stage, hidden)
        self._explainer = Explainer(self._contest)
        self._language = language
        self._texts: dict[Figure, ExplanationText] = {}
        self.words = ExplanationWords(names_of(records, stage, self._contest.rules), self._contest.rules, language)

    def text(self, figure: Figure) -> ExplanationText:
        """The explanation of a figure; where there is no ranking to take it from, why."""
        if figure not in self._texts:
            self._texts[figure] = self._worded(figure)
        return self._texts[figure]

    def _worded(self, figure: Figure) -> ExplanationText:
        try:
            return self.words.text(self._explained(figure))
        except DomainError as error:
            sentence = refusal_sentence(error, self._language)
            return ExplanationText(sentence, headline=sentence, line=sentence)

    def _explained(self, figure: Figure) -> Explanation:
        if figure.kind is FigureKind.SHEET and figure.name not in self._contest.panel:
            # An adviser's sheet has a total of its own, and counts for nobody.
            return Explainer(replace(self._contest, panel=(figure.name,))).explain(figure)
        return self._explainer.explain(figure)
