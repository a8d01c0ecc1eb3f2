"""Links suggested by names and services: found across spellings, and no longer told once somebody has spoken."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.services.sessions import STAGE, Session

from jury_desk.domain.candidacy import Candidacy, Holder
from jury_desk.domain.jury import Juror
from jury_desk.domain.recusal import Recusal, RecusalLevel, Ruling
from jury_desk.services.links import LinkKind, family_names, suspected_links
from jury_desk.services.preparation import set_juror
from jury_desk.services.recusals import declare_recusal, rule_on_recusal

NAMES_READ = {
    "Mme Hélène VASSEUR": {"vasseur"},
    "M. Étienne de LA TOUR": {"la tour"},
    "M. Paul LE GOFF": {"le goff"},
    "Mme Inès ÇELIK": {"celik"},
    "Mme Anne MARTIN-LEROY": {"martin-leroy", "martin", "leroy"},
    "Mme Roux": {"roux"},
    "Claire Roux": {"roux"},
    "": set(),
}


@pytest.mark.parametrize(("name", "expected"), NAMES_READ.items())
def test_family_name_is_read_from_a_printed_name(name: str, expected: set[str]) -> None:
    """Capitals tell it; accents, particles and civilities do not matter; each half of a double name counts."""
    assert family_names(name) == expected


def link(session: Session, juror: Juror, *holders: Holder, service: str = "") -> list[tuple[LinkKind, str]]:
    """The links suggested between a juror and one candidacy that these people carry."""
    set_juror(session.file, replace(juror, id="J3"))
    candidacy = session.records.need(Candidacy, "P2")
    with session.file.unit() as unit:
        unit.put(replace(candidacy, holders=holders, service=service))
        unit.commit("candidacy_changed")
    found = suspected_links(session.records, STAGE)
    return [(each.kind, each.shared) for each in found if (each.juror.id, each.candidacy.id) == ("J3", "P2")]


SAME = {
    "accents": (Juror("", "Mme Claire LECŒUR"), Holder("Lecœur", "Bastien")),
    "case": (Juror("", "M. Étienne de LA TOUR"), Holder("de La Tour", "Zoé")),
    "half": (Juror("", "Mme Anne MARTIN-LEROY"), Holder("Leroy", "Mai")),
    "apostrophe": (Juror("", "M. Moussa N’DIAYE"), Holder("N'Diaye", "Awa")),
}


@pytest.mark.parametrize(("juror", "holder"), SAME.values(), ids=SAME)
def test_same_family_name_is_suggested(session: Session, juror: Juror, holder: Holder) -> None:
    """Whatever the spelling."""
    assert link(session, juror, holder) == [(LinkKind.NAME, holder.name)]


SERVICES = {
    ("Directrice de l’accueil", "Direction de l'accueil"): True,
    ("Directeur des systèmes d’information", "DIRECTION DES SYSTEMES D’INFORMATION"): True,
    ("Chargée de mission, direction des lycées", "Direction des lycées"): True,
    ("Directeur des lycées", "Direction des mobilités"): False,
    ("Directrice générale adjointe", "Direction générale"): False,
    ("Coach", ""): False,
    ("", "Direction des lycées"): False,
}


@pytest.mark.parametrize(("services", "expected"), SERVICES.items())
def test_same_service_is_suggested(session: Session, services: tuple[str, str], expected: bool) -> None:
    """By the words that say which service it is, never by rank alone."""
    function, service = services
    found = link(session, Juror("", "Mme Claire ROUX", function), Holder("Benali", "Nadia"), service=service)
    assert found == ([(LinkKind.SERVICE, service)] if expected else [])


def test_service_of_a_holder_counts(session: Session) -> None:
    """Where the candidacy names none of its own."""
    holder = Holder("Benali", "Nadia", service="Direction des lycées")
    assert link(session, Juror("", "Mme Claire ROUX", "Directrice des lycées"), holder)


@pytest.mark.parametrize("ruling", Ruling)
def test_link_somebody_spoke_of_is_not_suggested_again(session: Session, ruling: Ruling) -> None:
    """Pending, upheld or dismissed; of the candidacy or of the whole stage."""
    juror, holder = Juror("", "Mme Claire BENALI"), Holder("Benali", "Nadia")
    assert link(session, juror, holder)
    recusal = Recusal(STAGE, "J3", "P2", RecusalLevel.LIGHT, reason="No relation")
    declare_recusal(session.file, recusal, session.clock)
    rule_on_recusal(session.file, recusal, ruling, "Not related", session.clock)
    assert not link(session, juror, holder)
