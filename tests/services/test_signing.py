"""Signing minutes: a copy that other programs find signed and whole, and that verifies as before."""

import importlib.util
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pikepdf
import pytest

from jury_desk.app.composition import make_toolbox
from jury_desk.app.main import main
from jury_desk.domain.errors import (
    CertificateUnreadable,
    FileNotFound,
    MinutesDiffer,
    NotOurMinutes,
    SigningUnavailable,
)
from jury_desk.services.example import build_example
from jury_desk.services.ports import Toolbox
from jury_desk.services.reporting import export_documents, stage_report
from jury_desk.services.signing import sign_minutes
from jury_desk.services.verification import verify
from jury_desk.services.wording import error_sentence

signs = pytest.mark.skipif(importlib.util.find_spec("pyhanko") is None, reason="the extra that signs is not installed")
PASSPHRASE = "phrase secrète"  # noqa: S105 - of a certificate that this test makes
HOLDER = "Hélène VASSEUR"


@pytest.fixture(scope="module")
def toolbox(tmp_path_factory: pytest.TempPathFactory) -> Toolbox:
    """Everything plugged in."""
    return make_toolbox(safety=tmp_path_factory.mktemp("safety"))


@pytest.fixture(scope="module")
def made(toolbox: Toolbox, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minutes of the example's jury."""
    folder = tmp_path_factory.mktemp("minutes")
    file = build_example(toolbox, folder / "example.jury")
    report = stage_report(file, "hackathon")
    file.close()
    (path,) = export_documents(toolbox, report, folder, language="fr", made_at=toolbox.clock.now(), only=["minutes"])
    return path


@pytest.fixture
def minutes(made: Path, tmp_path: Path) -> Path:
    """A copy of them."""
    return Path(shutil.copy(made, tmp_path))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of one's own making, with its key."""
    from cryptography import x509  # noqa: PLC0415 - comes with the extra
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import rsa  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import pkcs12  # noqa: PLC0415

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOLDER)])
    use = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2120, 1, 1, tzinfo=UTC))
        .add_extension(use, critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("certificate") / "vasseur.p12"
    locked = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"jury", key, made, None, locked))
    return path


def fields(path: Path) -> list[str]:
    """The names of its fields for signatures."""
    with pikepdf.open(path) as pdf:
        return [str(each.T) for each in pdf.Root.AcroForm.Fields.as_list()]


@signs
def test_signed_minutes_still_conform(toolbox: Toolbox, minutes: Path, certificate: Path) -> None:
    """Not a byte of what is signed changes, and the copy verifies as the minutes did; a second person can sign it."""
    signed, holder = sign_minutes(toolbox, minutes, certificate, PASSPHRASE)
    assert (signed.name, holder) == ("hackathon-minutes-signed.pdf", HOLDER)
    assert signed.read_bytes().startswith(minutes.read_bytes())
    assert verify(toolbox.read_minutes(signed), toolbox.workbook_cells).conforms
    assert fields(signed) == ["JuryDesk1"]
    once = signed.read_bytes()
    again, _ = sign_minutes(toolbox, signed, certificate, PASSPHRASE)
    assert again == signed
    assert signed.read_bytes().startswith(once)
    assert fields(signed) == ["JuryDesk1", "JuryDesk2"]
    assert verify(toolbox.read_minutes(signed), toolbox.workbook_cells).conforms


@signs
def test_another_program_finds_the_signature_valid(toolbox: Toolbox, minutes: Path, certificate: Path) -> None:
    """Poppler: PAdES, the whole document, valid; qpdf has nothing to complain about."""
    if shutil.which("pdfsig") is None or shutil.which("qpdf") is None:
        pytest.skip("no poppler or no qpdf on this machine")
    signed, _ = sign_minutes(toolbox, minutes, certificate, PASSPHRASE)
    told = subprocess.run(["pdfsig", signed], check=False, capture_output=True, timeout=60).stdout.decode()
    assert "Signature Type: ETSI.CAdES.detached" in told
    assert "Total document signed" in told
    assert "Signature Validation: Signature is Valid." in told
    assert HOLDER in told
    assert subprocess.run(["qpdf", "--check", signed], check=False, capture_output=True, timeout=60).returncode == 0


@signs
def test_a_signed_copy_stays_accessible(toolbox: Toolbox, minutes: Path, certificate: Path) -> None:
    """The field that shows nothing is none for whoever listens."""
    checker = os.environ.get("JURY_DESK_PDF_CHECKER", "")
    if not checker:
        pytest.skip("JURY_DESK_PDF_CHECKER names no checker of PDF/UA")
    signed, _ = sign_minutes(toolbox, minutes, certificate, PASSPHRASE)
    done = subprocess.run(
        [checker, "--layer", "conformance", "--no-info", signed],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert " 0 error(s), 0 warning(s)" in done.stdout, done.stdout


@signs
def test_what_does_not_open_is_told_and_nothing_is_written(
    toolbox: Toolbox, minutes: Path, certificate: Path, tmp_path: Path
) -> None:
    """Another passphrase, another file, no file: a sentence, never a trace."""
    other = tmp_path / "other.p12"
    other.write_bytes(b"no certificate")
    for wrong, passphrase in ((certificate, "autre"), (other, PASSPHRASE)):
        with pytest.raises(CertificateUnreadable) as told:
            sign_minutes(toolbox, minutes, wrong, passphrase)
        assert "phrase secrète" in error_sentence(told.value, "fr")
    with pytest.raises(FileNotFound):
        sign_minutes(toolbox, minutes, tmp_path / "none.p12", PASSPHRASE)
    assert sorted(each.name for each in minutes.parent.glob("*.pdf")) == [minutes.name]


@signs
def test_command_signs_with_the_passphrase_from_standard_input(
    minutes: Path,
    certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    """It never stands among the arguments; the signed copy verifies."""
    monkeypatch.setattr(sys, "stdin", StringIO(f"{PASSPHRASE}\n"))
    target = tmp_path / "signé.pdf"
    assert main(["sign", str(minutes), str(certificate), "--output", str(target)]) == 0
    assert HOLDER in capsys.readouterr().out
    assert main(["verify", str(target)]) == 0


@pytest.fixture
def without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine that has not installed it."""
    find = importlib.util.find_spec
    monkeypatch.setattr(
        "jury_desk.exports.pdf_signature.find_spec", lambda name: None if name == "pyhanko" else find(name)
    )


@pytest.mark.usefixtures("without_the_extra")
def test_without_the_extra_one_sentence_says_how_to_get_it(toolbox: Toolbox, minutes: Path) -> None:
    """And everything else works."""
    with pytest.raises(SigningUnavailable) as told:
        sign_minutes(toolbox, minutes, minutes, PASSPHRASE)
    assert "jury-desk[sign]" in error_sentence(told.value, "fr")


def test_only_minutes_that_conform_are_signed(toolbox: Toolbox, minutes: Path, tmp_path: Path) -> None:
    """Before any certificate is opened."""
    changed = tmp_path / "changed.pdf"
    with pikepdf.open(minutes) as pdf:
        pdf.pages[0].obj.Rotate = 90
        pdf.save(changed)
    with pytest.raises(MinutesDiffer) as told:
        sign_minutes(toolbox, changed, tmp_path / "none.p12", PASSPHRASE)
    assert "(1 différence(s))" in error_sentence(told.value, "fr")
    other = tmp_path / "other.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(other)
    with pytest.raises(NotOurMinutes):
        sign_minutes(toolbox, other, tmp_path / "none.p12", PASSPHRASE)
