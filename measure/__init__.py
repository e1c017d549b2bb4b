"""Measurements on data we did not write: ``python -m measure quality`` and ``python -m measure bench``."""
