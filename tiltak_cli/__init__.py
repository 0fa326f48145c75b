"""Keep a tiltaksoversikt: validate, report, diff and export a YAML register of measures."""

__version__ = "0.2.0"
