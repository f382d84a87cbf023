"""Text to a terminal: one line that does nothing to it, and how far long work is.

Apart from the command line because names and messages of the audited code pass through here.
"""

import shutil
import time
from typing import TextIO

from auditkit.source import encodable, visible


class Progress:
    """Shows how far long work is: one line that is updated on a terminal, else a line now and then.

    It is called with what is done, the total, and what was done last.
    """

    def __init__(self, stream: TextIO, *, quiet: bool, seconds: float = 0.1) -> None:
        self._stream = stream
        self._quiet = quiet
        self._live = stream.isatty()
        self._seconds = seconds
        self._shown = float("-inf")
        self._tenth = -1
        self._total = 0

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        """Clears the line, so that what comes next starts on an empty one."""
        if self._live and not self._quiet:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()

    def __call__(self, done: int, total: int, what: str) -> None:
        """Shows the state, unless one was shown just before."""
        if self._quiet:
            return
        if total != self._total:  # another stage of the work begins
            self._total, self._tenth = total, -1
        text = f"[{done}/{total}] {shown(what)}"
        if self._live:
            self._update(text, last=done == total)
        elif done * 10 // max(total, 1) > self._tenth:
            self._tenth = done * 10 // max(total, 1)
            print(text, file=self._stream, flush=True)

    def _update(self, text: str, *, last: bool) -> None:
        now = time.monotonic()
        if now - self._shown < self._seconds and not last:
            return
        self._shown = now
        self._stream.write("\r\x1b[2K" + text[: shutil.get_terminal_size().columns - 1])
        self._stream.flush()


def shown(text: str) -> str:
    """The text as one line that does nothing to a terminal and can be printed in any encoding."""
    return visible(encodable(text)).replace("\n", " ").replace("\t", " ")
