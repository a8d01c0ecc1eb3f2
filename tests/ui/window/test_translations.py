"""French is complete, and says the same things as the sources."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from jury_desk import resources

ROOT = Path(__file__).resolve().parents[3]
WINDOW = ROOT / "src" / "jury_desk" / "ui"
PLACEHOLDER = re.compile(r"\{\w+\}|%n")


def messages(language: str) -> list[tuple[str, str, ET.Element]]:
    """Context, source and translation of every text."""
    tree = ET.parse(resources.path("i18n", f"jury_desk_{language}.ts"))  # noqa: S314 - our own file
    found = []
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            found.append((context.findtext("name", ""), message.findtext("source", ""), translation))
    return found


def forms(translation: ET.Element) -> list[str]:
    """The translation, or its plural forms."""
    plural = [form.text or "" for form in translation.iter("numerusform")]
    return plural or [translation.text or ""]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_text_is_translated(language: str) -> None:
    """No text is left unfinished or empty; English needs its plural forms only."""
    assert [
        (context, source)
        for context, source, translation in messages(language)
        if translation.get("type") == "unfinished" or not all(forms(translation))
    ] == []


def test_translations_keep_the_placeholders() -> None:
    """A placeholder lost or renamed would be an exception in front of the chair."""
    assert [
        (context, source)
        for context, source, translation in messages("fr")
        for form in forms(translation)
        if sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(source))
    ] == []


def test_french_is_typeset_as_french() -> None:
    """No straight apostrophe, no breaking space before : ; ? ! nor inside the quotes."""
    wrong = re.compile(r"\w'\w| [:;?!»]|« ")
    assert [
        (context, form)
        for context, _, translation in messages("fr")
        for form in forms(translation)
        if wrong.search(form)
    ] == []


def test_the_sources_hold_no_text_that_is_not_in_the_files(tmp_path: Path) -> None:
    """What lupdate finds today is what was translated."""
    copy = tmp_path / "jury_desk_fr.ts"
    copy.write_bytes(resources.path("i18n", "jury_desk_fr.ts").read_bytes())
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    options = ["-extensions", "py", "-no-obsolete", "-locations", "none"]
    command = [str(tool), *options, "src/jury_desk/ui", "-ts", str(copy)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert ET.parse(copy).getroot().findall(".//translation[@type='unfinished']") == []  # noqa: S314 - the same


def test_every_text_of_the_sources_is_found_by_the_tool() -> None:
    """Inside an f-string lupdate can miss one, without a word: it would be English in a French window for ever."""
    known = {source for _, source, _ in messages("fr")}
    calls = (
        (path.name, node)
        for path in sorted(WINDOW.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr"
    )
    texts = [(name, text.value) for name, node in calls for text in node.args[:1] if isinstance(text, ast.Constant)]
    assert len(texts) > 1_000
    assert [(name, text) for name, text in texts if text not in known] == []
