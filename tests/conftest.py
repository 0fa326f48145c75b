"""What holds for every test."""

from hypothesis import settings

# How long an example takes says more of the machine than of the code.
settings.register_profile("tiltak", deadline=None)
settings.load_profile("tiltak")
