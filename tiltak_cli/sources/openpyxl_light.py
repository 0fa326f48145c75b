"""The library of workbooks, loaded without numpy: import this module before the library.

The library loads numpy wherever it is installed, only to know its numbers when it meets them in a
cell. We have none, and numpy takes as long to load as the library itself.
"""

import sys

if "openpyxl" not in sys.modules and "numpy" not in sys.modules:
    # As if it were not installed.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        import openpyxl  # noqa: F401
    finally:
        del sys.modules["numpy"]
