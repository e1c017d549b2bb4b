"""Frozen dataclasses to plain JSON values and back, by their type hints alone.

Articles are written once, in the edition's own list, and elsewhere as their id. ``decode(encode(x)) == x``.
"""

from __future__ import annotations

import dataclasses
import types
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from briefing.data import Article

Plain = None | bool | int | float | str | list[Any] | dict[str, Any]


def encode(value: object, *, refer: bool = True) -> Plain:
    """``value`` as JSON values; an ``Article`` as its id where ``refer``."""
    if isinstance(value, Article) and refer:
        return value.id
    if dataclasses.is_dataclass(value):
        names = (field.name for field in dataclasses.fields(value))
        return {name: encode(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return [encode(member) for member in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"{type(value).__name__} has no JSON form")


def decode(plain: Any, hint: Any, articles: dict[str, Article]) -> Any:  # noqa: ANN401  (any JSON value)
    """Return the value of type ``hint`` that ``encode`` wrote; raises ``KeyError``, ``TypeError`` or ``ValueError``."""
    if get_origin(hint) in (Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        return None if plain is None else decode(plain, options[0], articles)
    if get_origin(hint) is tuple:
        return _tuple(plain, get_args(hint), articles)
    if hint is Article:
        return articles[plain] if isinstance(plain, str) else _record(plain, Article, articles)
    if dataclasses.is_dataclass(hint):
        return _record(plain, hint, articles)
    if hint in (datetime, date):
        return hint.fromisoformat(plain)
    if hint is Decimal or (isinstance(hint, type) and issubclass(hint, StrEnum)):
        return hint(plain)
    if hint is float and isinstance(plain, int):
        return float(plain)
    if not isinstance(plain, hint):
        raise TypeError(f"{plain!r} is not {hint.__name__}")
    return plain


def _tuple(plain: Any, members: tuple[Any, ...], articles: dict[str, Article]) -> tuple[Any, ...]:  # noqa: ANN401
    if not isinstance(plain, list):
        raise TypeError(f"{plain!r} is not a list")
    if members[-1] is Ellipsis:
        return tuple(decode(member, members[0], articles) for member in plain)
    return tuple(decode(one, hint, articles) for one, hint in zip(plain, members, strict=True))


def _record(plain: Any, kind: Any, articles: dict[str, Article]) -> Any:  # noqa: ANN401
    if not isinstance(plain, dict):
        raise TypeError(f"{plain!r} is not an object")
    known = hints(kind)
    given = {name: decode(plain[name], hint, articles) for name, hint in known.items() if name in plain}
    return kind(**given)


@cache
def hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the fields of a dataclass and their types, in order."""
    resolved = get_type_hints(kind)
    return {field.name: resolved[field.name] for field in dataclasses.fields(kind)}
