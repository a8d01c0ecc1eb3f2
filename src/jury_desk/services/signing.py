"""Signing minutes with a certificate: only what conforms to the data it carries is signed."""

from pathlib import Path

from jury_desk.domain.errors import MinutesDiffer
from jury_desk.resources import phrases
from jury_desk.services.ports import Toolbox
from jury_desk.services.verification import verify


def sign_minutes(
    toolbox: Toolbox, minutes: Path, certificate: Path, passphrase: str, target: Path | None = None
) -> tuple[Path, str]:
    """Write a signed copy of minutes beside them.

    Args:
        toolbox: what reads, verifies and signs.
        minutes: a PDF of minutes; one that is signed already gets a further signature.
        certificate: a key and its certificate in PKCS#12.
        passphrase: of the certificate; kept nowhere.
        target: where the copy goes; by default beside, with « -signed » in its name.

    Returns:
        The copy, and whose certificate it is.

    Raises:
        MinutesDiffer: they do not conform; nothing is signed.
        FileNotFound, NotOurMinutes, MinutesUnreadable: as reading minutes does.
        SigningUnavailable, CertificateUnreadable, FileNotWritable: as signing does.
    """
    found = toolbox.read_minutes(minutes)
    verification = verify(found, toolbox.workbook_cells)
    if not verification.conforms:
        raise MinutesDiffer(str(minutes), len(verification.differences))
    signed = target or minutes.with_name(f"{minutes.stem.removesuffix('-signed')}-signed{minutes.suffix}")
    reason: str = phrases("verification", found.seal.language)["signed_for"]
    return signed, toolbox.sign_pdf(minutes, signed, certificate, passphrase, reason)
