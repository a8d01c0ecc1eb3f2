"""The language of the window: our translations and Qt's own, put in force and taken out while the program runs."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from jury_desk.resources import path

LOCALES = {
    "fr": QLocale(QLocale.Language.French, QLocale.Country.France),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Translation:
    """The translators in force; keep one for as long as the application lives."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []

    def use(self, choice: str) -> str:
        """Speak ``fr``, ``en`` or what the computer speaks (``system``); returns which language that is."""
        language = system_language() if choice not in LOCALES else choice
        self.withdraw()
        QLocale.setDefault(LOCALES[language])
        self._install(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        # English is the language of the sources; its file holds the plural forms.
        self._install(f"jury_desk_{language}", str(path("i18n")))
        return language

    def withdraw(self) -> None:
        """Take the translators out: the window says its sources' own words."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self._app)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
            self._installed.append(translator)


def system_language() -> str:
    """French on a French system, else English."""
    return "fr" if QLocale.system().language() == QLocale.Language.French else "en"
