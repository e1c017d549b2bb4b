"""The option that every command of the morning has: which configuration."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ConfigPath = Annotated[Path, typer.Option("--config", "-c", help="The configuration, or its folder.")]
HERE = Path("briefing.toml")
