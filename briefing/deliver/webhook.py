"""A webhook: the edition's JSON in a POST, signed as standardwebhooks.com says.

``webhook-signature`` is ``v1,`` and the base64 of HMAC-SHA256 over ``id.timestamp.body``. ``webhook-id`` is the
same for every try, so that a receiver knows again what it has.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import http.client
import os
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from briefing import __version__
from briefing.data import Outgoing
from briefing.deliver.secrets import WEBHOOK_SECRET, secret
from briefing.errors import DeliveryError
from briefing.settings import DeliverSettings

FORMAT = "json"
_FOR_NOW = frozenset((408, 409, 425, 429))  # of the 4xx, those that ask to come again


class WebhookSender:
    """Posts editions to URLs."""

    def __init__(
        self,
        settings: DeliverSettings,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self.settings = settings
        self.clock = clock
        self._key = _key(secret(WEBHOOK_SECRET, "webhook", environment=environment))
        self._opener = urllib.request.build_opener(_NoRedirect)

    def send(
        self, outgoing: Outgoing, content: Callable[[str], bytes], last_bytes: Callable[[], bool]
    ) -> None:
        """Post the edition to the URL that is its recipient, as ``briefing.deliver.Sender`` says."""
        url = outgoing.recipient
        if not url.startswith(("https://", "http://")):
            raise DeliveryError(f"{url} is no web address", lasting=True)
        body = content(FORMAT)
        if not last_bytes():
            raise DeliveryError("another run has taken it over")
        request = urllib.request.Request(url, body, self._headers(outgoing, body), method="POST")
        try:
            with self._opener.open(request, timeout=self.settings.webhook_timeout_seconds) as answer:
                answer.read(1)
        except urllib.error.HTTPError as error:
            with error:
                lasting = 300 <= error.code < 500 and error.code not in _FOR_NOW
                raise DeliveryError(f"{url} answers {error.code} {error.reason}", lasting=lasting) from error
        except (OSError, http.client.HTTPException) as error:
            raise DeliveryError(f"{url} cannot be reached ({getattr(error, 'reason', error)})") from error

    def _headers(self, outgoing: Outgoing, body: bytes) -> dict[str, str]:
        name = hashlib.sha256(f"{outgoing.edition_id}\0{outgoing.recipient}".encode()).hexdigest()[:32]
        stamp = str(int(self.clock().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "User-Agent": f"briefing/{__version__}",
            "Webhook-Id": f"msg_{name}",
            "Webhook-Timestamp": stamp,
        }
        if self._key:
            headers["Webhook-Signature"] = f"v1,{sign(self._key, f'msg_{name}', stamp, body)}"
        return headers


def sign(key: bytes, name: str, stamp: str, body: bytes) -> str:
    """Return the signature of a body, in base64."""
    signed = hmac.new(key, f"{name}.{stamp}.".encode() + body, hashlib.sha256).digest()
    return base64.b64encode(signed).decode("ascii")


def _key(secret_text: str) -> bytes:
    """Return the key: base64 after ``whsec_``, as the standard writes it, else the words themselves."""
    if secret_text.startswith("whsec_"):
        try:
            return base64.b64decode(secret_text.removeprefix("whsec_"), validate=True)
        except binascii.Error:
            pass
    return secret_text.encode()


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A POST that is sent elsewhere would arrive as a GET: it is refused instead."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None
