# SPDX-License-Identifier: GPL-3.0-or-later
"""What the managed Python runtime makes of an exception: its error body and its log line."""

import json
import os
import sys
import time
import traceback

_json_logs = os.environ.get("AWS_LAMBDA_LOG_FORMAT", "").upper() == "JSON"


def error_body(error, own, request_id, runtime_file):
    """Of an exception; `own` is the name and trace that a fault of the runtime brings along."""
    if own:
        kind, trace = own
    else:
        kind = type(error).__name__
        frames = traceback.extract_tb(error.__traceback__)
        trace = traceback.format_list(f for f in frames if f.filename != runtime_file)
    return {
        "errorMessage": str(error),
        "errorType": kind,
        "requestId": request_id,
        "stackTrace": trace,
    }


def log_error(body):
    if _json_logs:
        now = time.time()
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(now)) + f".{int(now * 1000) % 1000:03d}Z"
        entry = {"timestamp": stamp, "log_level": "ERROR", **body}
        sys.stdout.write(json.dumps(entry, ensure_ascii=False) + "\n")
        return
    lines = [f"[ERROR] {body['errorType']}: {body['errorMessage']}"]
    if body["stackTrace"]:
        lines.append("Traceback (most recent call last):")
        for frame in body["stackTrace"]:
            for line in frame.rstrip("\n").split("\n"):
                stripped = line.lstrip(" ")
                lines.append("\u00a0" * (len(line) - len(stripped)) + stripped)
    sys.stdout.write("\r".join(lines) + "\n")
