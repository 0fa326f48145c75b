"""The schema gate, loaded without the library of e-mail.

The gate reads the day it was built with Python's reader of dates in e-mail. That day is of no use
here, and the reader takes as long to load as all of the gate.
"""

import sys
from types import ModuleType

__all__ = ["Draft202012Validator"]
E_MAIL = "email.utils"


def _anything_else(name: str) -> object:
    """What the real library has, should the gate ever need more of it than dates."""
    from importlib import import_module

    sys.modules.pop(E_MAIL, None)
    return getattr(import_module(E_MAIL), name)


stand_in = ModuleType(E_MAIL)
# The date stays as it is written.
stand_in.__dict__.update(parsedate_to_datetime=str, __getattr__=_anything_else)
sys.modules.setdefault(E_MAIL, stand_in)
try:
    from jsonschema_rs import Draft202012Validator
finally:
    if sys.modules.get(E_MAIL) is stand_in:
        del sys.modules[E_MAIL]
