"""briefing: short multi-source news briefs, with every number proved by a source."""

__version__ = "0.1.0"
