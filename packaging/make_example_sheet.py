"""Makes the example's spreadsheet of candidacies out of ``resources/example/candidacies.toml``.

    .venv/bin/python packaging/make_example_sheet.py

The workbook is laid out as demarche.numerique.gouv.fr exports the files of a procedure: three sheets, the portal's own
columns first, then the form's questions. The same data gives the same bytes, so that a change shows in the history.
"""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

EXAMPLE = Path(__file__).resolve().parent.parent / "resources" / "example"
SLUG = "budget-intrapreneuriat"
MAIL_DOMAIN = "exemple.invalid"
"""A domain that can never exist (RFC 2606)."""

PORTAL_COLUMNS = (
    *("ID", "Email", "FranceConnect ?", "Civilité", "Nom", "Prénom", "Dépôt pour un tiers", "Nom du mandataire"),
    *("Prénom du mandataire", "À archiver", "État du dossier", "Dernière mise à jour le"),
    *("Dernière mise à jour du dossier le", "Déposé le", "Passé en instruction le", "Traité le"),
    *("Motivation de la décision", "Instructeurs"),
)
FORM_COLUMNS = {
    "Nom du projet": "title",
    "Le projet en une phrase": "pitch",
    "Direction ou service": "service",
    "Autres porteurs": "others",
    "Le problème, avec des chiffres": "problem",
    "La solution imaginée": "solution",
    "Premiers usagers et partenaires": "users",
    "Pourquoi vous": "why",
    "Temps que vous pouvez libérer": "time",
    "Accord de votre responsable": "agreement",
}
DISCLAIMER_COLUMN = "Personnes fictives"

BODY_COLUMNS = ("Dossier ID", "Champ", "Établissement SIRET", "Établissement raison sociale")
OPINION_COLUMNS = (
    *("Dossier ID", "Introduction", "Réponse", "Question", "Réponse oui/non", "Créé le", "Répondu le"),
    *("Instructeur", "Expert"),
)

Cell = str | int | datetime


def portal_cells(candidacy: dict[str, Any]) -> list[Cell]:
    """The portal's own columns of one file."""
    mail = f"candidature-{candidacy['id']}@{MAIL_DOMAIN}"
    submitted = candidacy["submitted"]
    person = [candidacy["civility"], candidacy["name"], candidacy["first_name"]]
    no_proxy = ["Non", "", ""]
    dates = [submitted, submitted, submitted, "", ""]
    return [candidacy["id"], mail, "Non", *person, *no_proxy, "Non", "En construction", *dates, "", ""]


def form_cells(candidacy: dict[str, Any], disclaimer: str) -> list[Cell]:
    """The answers of one file."""
    return [*(candidacy[key] for key in FORM_COLUMNS.values()), disclaimer]


def write_sheet(workbook: xlsxwriter.Workbook, name: str, header: tuple[str, ...], rows: list[list[Cell]]) -> None:
    """Add a sheet with a bold header, wide columns and real dates."""
    sheet = workbook.add_worksheet(name)
    sheet.set_column(0, len(header) - 1, 24)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, header, workbook.add_format({"bold": True, "text_wrap": True}))
    moment = workbook.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime):
                sheet.write_datetime(number, column, cell, moment)
            elif cell != "":
                sheet.write(number, column, cell)


def make(source: Path, folder: Path) -> Path:
    """Write the workbook.

    Args:
        source: the candidacies.
        folder: where the workbook goes, under the name the portal would give it.

    Returns:
        The workbook.
    """
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    exported: datetime = data["exported"]
    target = folder / f"dossiers_{SLUG}_{exported:%Y-%m-%d_%H-%M}.xlsx"
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(target), options) as workbook:
        workbook.set_properties({"title": "Candidatures fictives", "comments": data["disclaimer"], "created": exported})
        header = (*PORTAL_COLUMNS, *FORM_COLUMNS, DISCLAIMER_COLUMN)
        rows = [[*portal_cells(each), *form_cells(each, data["disclaimer"])] for each in data["candidacy"]]
        write_sheet(workbook, "Dossiers", header, rows)
        write_sheet(workbook, "Etablissements", BODY_COLUMNS, [])
        write_sheet(workbook, "Avis", OPINION_COLUMNS, [])
    return target


if __name__ == "__main__":
    print(make(EXAMPLE / "candidacies.toml", EXAMPLE).name)
