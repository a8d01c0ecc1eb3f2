"""What a project may read of what the jury wrote: no other project, nobody who carries one, no member of the jury."""

from dataclasses import replace
from datetime import datetime

import pytest

from jury_desk.domain.minutes import StageReport
from jury_desk.exports.minutes_subject import Subject
from jury_desk.exports.papers.own_words import own_words
from jury_desk.exports.phrases import phrases_of


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ex æquo avec « Relais terrain » à 13,20.", "Ex æquo avec un autre projet à 13,20."),
        ("Ex æquo avec “relais terrain”.", "Ex æquo avec un autre projet."),
        ("Devant Relais\u00a0terrain et Fil vert", "Devant un autre projet et un autre projet"),
        ("Le relais terrain reste à monter", "Le relais terrain reste à monter"),
        ("« Cantine juste » tient ses coûts", "« Cantine juste » tient ses coûts"),
        ("À voir avec Aïcha MARTIN", "À voir avec une autre personne"),
        ("À voir avec Noël Dubois", "À voir avec Noël Dubois"),
        ("Réserve de Mme Hélène VASSEUR", "Réserve d’un membre du jury"),
        ("Avis : Mme Vasseur, M. Le Goff", "Avis : un membre du jury, un membre du jury"),
        ("Avis : Mme Le Goff", "Avis : un membre du jury"),
        ("Un blanc dans le plan", "Un blanc dans le plan"),
        ("", ""),
    ],
)
def test_names_that_are_not_its_business_are_hidden(
    report: StageReport, made_at: datetime, written: str, read: str
) -> None:
    """Words of the language stay, even where a project or a person is called so; so do its own names."""
    assert own_words(Subject(report, phrases_of("fr"), made_at), "cantine", written) == read


def test_a_title_of_one_word_is_hidden_in_quotation_marks_alone(report: StageReport, made_at: datetime) -> None:
    """« Impact » may be a project and is a word."""
    received = tuple(replace(each, title="Impact") if each.id == "fil" else each for each in report.received)
    english = replace(report, received=received, edition=replace(report.edition, language="en"))
    subject = Subject(english, phrases_of("fr"), made_at)
    assert own_words(subject, "vert", "Impact shown, more than “Impact”") == "Impact shown, more than another project"


@pytest.mark.parametrize(
    "written",
    [
        "M. Daniel OSEI",
        "Daniel Osei",
        "M. OSEI",
        "M. Osei",
        "Monsieur Osei",
        "OSEI",
        "Mme Claire Roux",
        "Mme Roux",
        "M. Étienne de LA TOUR",
        "M. de La Tour",
        "M. de\u00a0La Tour",
        "Madame Anne Petit",
        "Mme Petit",
    ],
)
def test_no_way_of_naming_a_juror_is_left(report: StageReport, made_at: datetime, written: str) -> None:
    """A civility is no surname, and a surname needs neither first name nor capitals beside one."""
    names = ("M. Daniel OSEI", "Mme Claire ROUX", "M. Étienne de LA TOUR", "Mme Anne Petit")
    seat = report.panel[0]
    seats = tuple(replace(seat, juror=replace(seat.juror, id=f"J{at}", name=name)) for at, name in enumerate(names))
    subject = Subject(replace(report, panel=seats), phrases_of("fr"), made_at)
    read = own_words(subject, "cantine", f"Selon {written}, plus tard que {written} et loin de {written}.")
    assert read == "Selon un membre du jury, plus tard qu’un membre du jury et loin d’un membre du jury."
    assert own_words(subject, "cantine", "Un petit tour roux") == "Un petit tour roux"
