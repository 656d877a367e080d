# SPDX-License-Identifier: GPL-3.0-or-later
"""Fast mode: what a process does that is started before its execution environment is needed.

It imports what the handler's file imports, except for the function's own modules and those of its
layers: none of the function's code runs before the environment begins.
"""

import ast
import gc
import importlib
import importlib.util
import os
import sys


def imported(file):
    """The modules that are imported at the top of a file, as far as it can be read."""
    with open(file, "rb") as source:
        tree = ast.parse(source.read())
    for statement in tree.body:
        if isinstance(statement, ast.Import):
            yield from (alias.name for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom) and statement.module and not statement.level:
            yield statement.module


def is_foreign(name, own):
    spec = importlib.util.find_spec(name.partition(".")[0])
    if spec is None:
        return False
    places = [spec.origin or "", *(spec.submodule_search_locations or ())]
    return not any(place.startswith(folder + "/") for place in places for folder in own)


def prepare(handler, own):
    file = os.path.join(own[0], handler.rpartition(".")[0].replace(".", "/") + ".py")
    try:
        names = list(imported(file))
    except (OSError, SyntaxError, ValueError):
        return  # The environment's own init will say it.
    for name in names:
        try:
            if is_foreign(name, own):
                importlib.import_module(name)
        except Exception:  # Likewise.
            pass
    gc.collect()
    gc.freeze()


def begin(api):
    """Waits until the environment begins, and takes over the variables that only it has."""
    for line in api.begin().decode().splitlines():
        name, _, value = line.partition("=")
        os.environ[name] = value
    del sys.modules[__name__]
