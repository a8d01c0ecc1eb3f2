"""Numbers, dates and punctuation as print has them, in both languages."""

import pytest

from jury_desk.exports import typography


@pytest.mark.parametrize(
    ("plain", "french"),
    [
        ("Qui ? Quoi ! Fin ; suite", "Qui\u202f? Quoi\u202f! Fin\u202f; suite"),
        ("part : 30 %", "part\u00a0: 30\u00a0%"),
        ("« retenu »", "«\u00a0retenu\u00a0»"),
        ("l'arrêté n° 3", "l’arrêté n°\u00a03"),
    ],
)
def test_french_wording_is_spaced(plain: str, french: str) -> None:
    """No sign of punctuation can begin a line."""
    assert typography.spaced(plain, "fr") == french


def test_english_wording_keeps_its_spaces() -> None:
    """English wants curly apostrophes and nothing else."""
    assert typography.spaced("the jury's share: 30%", "en") == "the jury’s share: 30%"


@pytest.mark.parametrize(
    ("decimal", "language", "printed"),
    [
        ("13.20", "fr", "13,20"),
        ("13.20", "en", "13.20"),
        ("1234.5", "fr", "1\u202f234,5"),
        ("1234.5", "en", "1234.5"),
        ("12345", "en", "12,345"),
        ("-0.5", "fr", "\u22120,5"),
        ("1/3", "fr", "1/3"),
        ("", "fr", ""),
    ],
)
def test_numbers(decimal: str, language: str, printed: str) -> None:
    """Decimal comma, groups of three, a true minus; what is no decimal stays as it is."""
    assert typography.number(decimal, language) == printed


@pytest.mark.parametrize(
    ("iso", "language", "printed"),
    [
        ("2020-03-05", "fr", "jeudi 5 mars 2020"),
        ("2020-03-01", "fr", "dimanche 1er mars 2020"),
        ("2020-03-01", "en", "Sunday 1 March 2020"),
        ("au printemps", "fr", "au printemps"),
        ("2020-02-30", "fr", "2020-02-30"),
        ("", "fr", ""),
    ],
)
def test_dates(iso: str, language: str, printed: str) -> None:
    """With the day of the week; a text that is no date is printed as typed."""
    assert typography.long_date(iso, language).replace("\u00a0", " ") == printed


def test_the_number_of_a_day_stays_with_its_month() -> None:
    """« 5 mars » is not broken over two lines."""
    assert "5\u00a0mars" in typography.long_date("2020-03-05", "fr")


def test_instants_are_those_of_the_clocks_around() -> None:
    """An instant in any zone is printed as the computer's own clock showed it; the tests' clock shows UTC."""
    french = typography.instant("2020-03-01T08:05:00.000Z", "fr").replace("\u00a0", " ")
    english = typography.instant("2020-03-01T08:05:00.000Z", "en").replace("\u00a0", " ")
    assert (french, english) == ("1er mars 2020 à 8 h 05", "1 March 2020 at 08:05")
    assert typography.instant("2020-03-01T09:05:00+01:00", "fr").replace("\u00a0", " ") == french
    assert typography.instant("hier", "fr") == "hier"


def test_enumerations() -> None:
    """A comma between, « et » or “and” before the last."""
    assert typography.enumeration(["a", "b", "c"], "fr") == "a, b et c"
    assert typography.enumeration(["a", "b"], "en") == "a and b"
    assert typography.enumeration([], "en") == ""
