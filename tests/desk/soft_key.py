"""A key without a device: signs what the desk drew, as an authenticator would."""

import json
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

FLAG = AuthenticatorData.FLAG


@dataclass(kw_only=True)
class SoftKey:
    """One key; ``counted`` is what it counts before it signs next."""

    number: bytes = b"an invented key!"
    counted: int = 0
    flags: FLAG = FLAG.UP
    secret: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def make(self, drawn: dict[str, Any], origin: str, host: str) -> str:
        """Answer what was drawn for a new key."""
        said = CollectedClientData.create("webauthn.create", drawn["challenge"], origin)
        own = self.secret.public_key()
        named = ES256.from_cryptography_key(own)  # type: ignore[no-untyped-call]
        public = AttestedCredentialData.create(Aaguid.NONE, self.number, named)
        data = AuthenticatorData.create(
            sha256(host.encode()), self.flags | FLAG.AT, self.counted, bytes(public)
        )
        shown = AttestationObject.create("none", data, {})
        return self._told(said, attestationObject=bytes(shown))

    def show(self, drawn: dict[str, Any], origin: str, host: str) -> str:
        """Answer what was drawn for a key that is known."""
        self.counted += 1
        said = CollectedClientData.create("webauthn.get", drawn["challenge"], origin)
        data = AuthenticatorData.create(sha256(host.encode()), self.flags, self.counted)
        signature = self.secret.sign(data + said.hash, ec.ECDSA(hashes.SHA256()))
        return self._told(said, authenticatorData=bytes(data), signature=signature)

    def _told(self, said: CollectedClientData, **parts: bytes) -> str:
        number = websafe_encode(self.number)
        response = {name: websafe_encode(part) for name, part in parts.items()}
        response["clientDataJSON"] = websafe_encode(bytes(said))
        return json.dumps(
            {"id": number, "rawId": number, "type": "public-key", "response": response}
        )
