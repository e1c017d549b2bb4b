"""What holds for every test."""

from hypothesis import settings

# How long an example takes says more about what else the machine does than about the code; what must be quick is
# measured in tests of its own.
settings.register_profile("briefing", deadline=None)
settings.load_profile("briefing")
