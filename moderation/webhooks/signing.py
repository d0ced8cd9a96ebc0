"""Standard Webhooks 1.0.0: secrets and signatures."""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime

#: How a symmetric secret begins.
MARK = "whsec_"


def shown(secret: bytes) -> str:
    """Write a secret as the standard does, for the receiver's configuration."""
    return MARK + base64.b64encode(secret).decode()


def signed_headers(id: str, body: bytes, *, secrets: Sequence[bytes], at: datetime) -> dict[str, str]:
    """Return the three headers; a signature for each secret, so that one may be changed without a gap.

    >>> from datetime import UTC
    >>> secret = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    >>> then = datetime.fromtimestamp(1614265330, UTC)
    >>> made = signed_headers("msg_p5jXN8AQM9LWM0D4loKWxJek", b'{"test": 2432232314}', secrets=[secret], at=then)
    >>> made["webhook-signature"]
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
    """
    timestamp = str(int(at.timestamp()))
    content = f"{id}.{timestamp}.".encode() + body
    digests = [hmac.new(secret, content, hashlib.sha256).digest() for secret in secrets]
    signatures = " ".join(f"v1,{base64.b64encode(digest).decode()}" for digest in digests)
    return {"webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures}
