"""The signals that ask a program to end: they come as Ctrl+C does, so that it tidies up first."""

import signal
from types import FrameType

# SIGHUP is a terminal that was closed, and SIGBREAK what Windows has for it.
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


def end_by_interrupt() -> None:
    """Let each of the signals interrupt the program, but those that it is told to live with."""
    for number in _numbers():
        # Under `nohup` the program goes on when the terminal is closed.
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _interrupt)


def _interrupt(number: int, frame: FrameType | None) -> None:
    """Interrupt, once: what is being tidied up is not to be stopped halfway."""
    del number, frame
    for each in _numbers():
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


def _numbers() -> list[signal.Signals]:
    return [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
