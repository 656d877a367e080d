# SPDX-License-Identifier: GPL-3.0-or-later
"""For bootstrap.py, when Coldstart's debugger wants to step through the handler."""

import socket
import time

now = time.time  # The handler's code may put another in its place.


def attach_debugger(path, context_type):
    """Lets the debugger take hold before any of the handler's code runs."""
    caller = socket.socket(socket.AF_UNIX)
    caller.connect(path)
    try:
        import debugpy
        from debugpy.server import api  # Makes pydevd importable.
        import pydevd
    except ImportError:
        caller.sendall(b"no debugpy\r\n\r\n")
        caller.close()
        return
    let_clock_wait(pydevd.PyDB, context_type)
    # debugpy calls over TCP, and here there may be no network.
    pydevd.start_client = lambda host, port: caller
    debugpy.configure(subProcess=False)
    debugpy.connect(("127.0.0.1", 1))
    debugpy.wait_for_client()


def let_clock_wait(debugger_type, context_type):
    """The remaining time stands still while the handler is held, as its deadline does."""
    held = {"seconds": 0.0, "since": None}  # In this invocation.
    suspend = debugger_type.do_wait_suspend
    begin = context_type.__init__

    def do_wait_suspend(self, *args, **kwargs):
        is_first = held["since"] is None  # Of several threads.
        if is_first:
            held["since"] = now()
        try:
            return suspend(self, *args, **kwargs)
        finally:
            if is_first:
                held["seconds"] += now() - held["since"]
                held["since"] = None

    def __init__(self, headers):
        held["seconds"] = 0.0
        begin(self, headers)

    def get_remaining_time_in_millis(self):
        seconds = (held["since"] or now()) - held["seconds"]
        return max(self._deadline_ms - int(seconds * 1000), 0)

    debugger_type.do_wait_suspend = do_wait_suspend
    context_type.__init__ = __init__
    context_type.get_remaining_time_in_millis = get_remaining_time_in_millis
