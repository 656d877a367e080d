# SPDX-License-Identifier: GPL-3.0-or-later
"""The log formats of the managed Python runtime, for handlers that use the logging module."""

import json
import logging
import os
import sys
import time
import traceback

_json_logs = os.environ.get("AWS_LAMBDA_LOG_FORMAT", "").upper() == "JSON"


def set_up_logging(request):
    """Puts the managed runtime's handler on the root logger; `request` holds the id in its "id"."""
    level_names = {"TRACE": "NOTSET", "FATAL": "CRITICAL", "WARN": "WARNING"}

    class RequestId(logging.Filter):
        def filter(self, record):
            record.aws_request_id = request["id"]
            return True

    class JsonFormatter(logging.Formatter):
        known = set(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "aws_request_id"}

        def format(self, record):
            entry = {
                "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
                "level": record.levelname,
                "message": record.getMessage(),
                "logger": record.name,
            }
            if record.exc_info:
                kind, value, trace = record.exc_info
                entry["stackTrace"] = traceback.format_tb(trace)
                entry["errorType"] = kind.__name__
                entry["errorMessage"] = str(value)
                entry["location"] = f"{record.pathname}:{record.funcName}:{record.lineno}"
            entry["requestId"] = request["id"] or None
            for key, value in record.__dict__.items():
                if key not in self.known and key not in entry:
                    entry[key] = value
            entry = {key: value for key, value in entry.items() if value is not None}
            return json.dumps(entry, ensure_ascii=False, default=str)

    class Stdout(logging.Handler):
        def emit(self, record):
            text = self.format(record)
            sys.stdout.write(text.rstrip("\n").replace("\n", "\r") + "\n")

    handler = Stdout()
    handler.addFilter(RequestId())
    root = logging.getLogger()
    if _json_logs:
        handler.setFormatter(JsonFormatter())
        level = os.environ.get("AWS_LAMBDA_LOG_LEVEL", "INFO")
        root.setLevel(level_names.get(level, level))
    else:
        formatter = logging.Formatter(
            "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s\n",
            "%Y-%m-%dT%H:%M:%S",
        )
        formatter.converter = time.gmtime
        handler.setFormatter(formatter)
    root.addHandler(handler)
