"""Signs a PDF with a certificate (PAdES, baseline B-B), through pyHanko: an extra that few installations have.

The signature is added behind the file as it is, not a byte of which changes: everything it carries can still be
verified, and a second person can sign what the first has signed. It shows nothing on the pages, where the place to
sign by hand is.
"""

import logging
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from jury_desk.domain.errors import CertificateUnreadable, FileNotFound, SigningUnavailable
from jury_desk.exports.atomic import replacing

_FIELD = "JuryDesk"


def sign_pdf(source: Path, target: Path, certificate: Path, passphrase: str, reason: str) -> str:
    """Write a signed copy.

    Args:
        source: a PDF, signed already or not.
        target: where the copy goes; may be the source.
        certificate: a key and its certificate in PKCS#12 (``.p12``, ``.pfx``).
        passphrase: of the certificate; kept nowhere.
        reason: what the signature says it was made for.

    Returns:
        Whose certificate it is, as it says.

    Raises:
        SigningUnavailable: pyHanko is not installed.
        FileNotFound: no such certificate.
        CertificateUnreadable: not a certificate with its key, or another passphrase.
        FileNotWritable: the place cannot be written; a file already there is left as it was.
    """
    if find_spec("pyhanko") is None:
        raise SigningUnavailable
    signer = _signer(certificate, passphrase)
    signed = _signed(source.read_bytes(), signer, reason)
    with replacing(target) as temporary:
        temporary.write_bytes(signed)
    return _holder(signer)


def _signer(certificate: Path, passphrase: str) -> Any:
    from pyhanko.sign.signers import SimpleSigner  # noqa: PLC0415 - an extra

    if not certificate.is_file():
        raise FileNotFound(str(certificate))
    # It writes a trace of what goes wrong; the sentence says it.
    logging.getLogger("pyhanko.sign.signers.pdf_cms").disabled = True
    signer = SimpleSigner.load_pkcs12(str(certificate), passphrase=passphrase.encode() or None)
    if signer is None:
        raise CertificateUnreadable(str(certificate))
    return signer


def _signed(content: bytes, signer: Any, reason: str) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 - an extra
    from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter  # noqa: PLC0415
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner  # noqa: PLC0415

    name = f"{_FIELD}{_signatures(content) + 1}"
    # Hidden, and with a name: a field that shows nothing is none for whoever listens to the pages.
    shows_nothing = InvisSigSettings(set_hidden_flag=True)
    field = SigFieldSpec(name, readable_field_name=reason, invis_sig_settings=shows_nothing)
    metadata = PdfSignatureMetadata(
        field_name=name, reason=reason, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    output = BytesIO()
    PdfSigner(metadata, signer=signer, new_field_spec=field).sign_pdf(
        IncrementalPdfFileWriter(BytesIO(content)), output=output
    )
    return output.getvalue()


def _signatures(content: bytes) -> int:
    """How many fields for signatures a file has."""
    with pikepdf.open(BytesIO(content)) as pdf:
        fields = pdf.Root.get("/AcroForm", pikepdf.Dictionary()).get("/Fields", pikepdf.Array())
        return sum(each.get("/FT") == pikepdf.Name.Sig for each in fields.as_list())


def _holder(signer: Any) -> str:
    holder: str = (
        signer.signing_cert.subject.native.get("common_name", "") or signer.signing_cert.subject.human_friendly
    )
    return holder
