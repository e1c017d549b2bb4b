"""Passwords and keys: from the environment or the system's keyring, never from a settings file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module

SERVICE = "briefing"
SMTP_USER = "BRIEFING_SMTP_USER"
SMTP_PASSWORD = "BRIEFING_SMTP_PASSWORD"
WEBHOOK_SECRET = "BRIEFING_WEBHOOK_SECRET"


def secret(variable: str, entry: str, *, environment: Mapping[str, str] = os.environ) -> str:
    """Return the secret of the environment's ``variable``, else of the keyring's ``entry``, else nothing."""
    value = environment.get(variable, "")
    return value or _from_keyring(entry)


def _from_keyring(entry: str) -> str:
    try:
        keyring = import_module("keyring")
    except ImportError:
        return ""
    try:
        return keyring.get_password(SERVICE, entry) or ""
    except Exception:  # any backend's error: a locked or absent keyring holds no secret for us
        return ""
