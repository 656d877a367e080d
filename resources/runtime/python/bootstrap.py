# SPDX-License-Identifier: GPL-3.0-or-later
"""Coldstart's Python runtime: loads a handler and serves invocations from the Lambda Runtime API.

It behaves as the managed Python runtime does where a handler can tell: the context object, log
formats, error bodies and exit codes. Only the standard library is used, so that what a cold start
costs is the interpreter and the handler's own imports.
"""

import os
import socket
import sys
import time

TASK_ROOT = os.environ.get("LAMBDA_TASK_ROOT", os.getcwd())


class RuntimeApi:
    """One keep-alive connection; requests are written by hand to keep an invocation short."""

    def __init__(self, address):
        host, _, port = address.partition(":")
        self.host = address.partition("/")[0]
        port, _, prefix = port.partition("/")
        self.prefix = ("/" + prefix if prefix else "") + "/2018-06-01"
        self.socket = socket.create_connection((host, int(port or 80)))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.pending = b""

    def call(self, method, path, body=b"", headers=()):
        head = [f"{method} {self.prefix}{path} HTTP/1.1", f"Host: {self.host}"]
        head += [f"{name}: {value}" for name, value in headers]
        if method == "POST":
            head.append(f"Content-Length: {len(body)}")
        self.socket.sendall(("\r\n".join(head) + "\r\n\r\n").encode() + body)
        return self._reply()

    def _more(self):
        data = self.socket.recv(65536)
        if not data:
            sys.exit(1)  # The service is gone, and so are we.
        self.pending += data

    def _reply(self):
        while True:
            end = self.pending.find(b"\r\n\r\n")
            if end >= 0:
                break
            self._more()
        lines = self.pending[:end].decode("latin-1").split("\r\n")
        status = int(lines[0].split(" ", 2)[1])
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        size = int(headers.get("content-length", "0"))
        while len(self.pending) < end + 4 + size:
            self._more()
        body = self.pending[end + 4 : end + 4 + size]
        self.pending = self.pending[end + 4 + size :]
        return status, headers, body


class _Fields:
    def __init__(self, **fields):
        self.__dict__.update(fields)

    def __repr__(self):
        return f"{type(self).__name__}({self.__dict__})"


class CognitoIdentity(_Fields):
    pass


class Client(_Fields):
    pass


class ClientContext(_Fields):
    pass


class LambdaContext:
    def __init__(self, headers):
        import json

        self.aws_request_id = headers["lambda-runtime-aws-request-id"]
        self.log_group_name = os.environ.get("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = os.environ.get("AWS_LAMBDA_LOG_STREAM_NAME")
        self.function_name = os.environ.get("AWS_LAMBDA_FUNCTION_NAME")
        self.memory_limit_in_mb = os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.function_version = os.environ.get("AWS_LAMBDA_FUNCTION_VERSION")
        self.invoked_function_arn = headers.get("lambda-runtime-invoked-function-arn")
        self.tenant_id = headers.get("lambda-runtime-aws-tenant-id")
        identity = json.loads(headers.get("lambda-runtime-cognito-identity") or "{}")
        self.identity = CognitoIdentity(
            cognito_identity_id=identity.get("cognitoIdentityId"),
            cognito_identity_pool_id=identity.get("cognitoIdentityPoolId"),
        )
        self.client_context = None
        given = json.loads(headers.get("lambda-runtime-client-context") or "null")
        if given:
            client = given.get("client") or {}
            names = ("installation_id", "app_title", "app_version_name", "app_version_code",
                     "app_package_name")
            self.client_context = ClientContext(
                client=Client(**{name: client.get(name) for name in names}),
                custom=given.get("custom"),
                env=given.get("env"),
            )
        self._deadline_ms = int(headers.get("lambda-runtime-deadline-ms", "0"))

    def get_remaining_time_in_millis(self):
        return max(self._deadline_ms - int(time.time() * 1000), 0)

    def log(self, message):
        sys.stdout.write(str(message))


class Fault(Exception):
    """What goes wrong before a handler can be called, with the name that Lambda gives it."""

    def __init__(self, kind, message, trace=()):
        super().__init__(message)
        self.kind = kind
        self.trace = list(trace)


_request = {"id": ""}
_json_logs = os.environ.get("AWS_LAMBDA_LOG_FORMAT", "").upper() == "JSON"


def set_up_logging():
    """The handler that the managed runtime puts on the root logger; only when logging is used."""
    import json
    import logging

    level_names = {"TRACE": "NOTSET", "FATAL": "CRITICAL", "WARN": "WARNING"}

    class RequestId(logging.Filter):
        def filter(self, record):
            record.aws_request_id = _request["id"]
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
                entry["stackTrace"] = format_frames(trace)
                entry["errorType"] = kind.__name__
                entry["errorMessage"] = str(value)
                entry["location"] = f"{record.pathname}:{record.funcName}:{record.lineno}"
            entry["requestId"] = _request["id"] or None
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


class LoggingOnDemand:
    """Sets logging up at the moment the handler's code imports it, so that nobody else pays."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name != "logging":
            return None
        from importlib.machinery import PathFinder

        sys.meta_path.remove(LoggingOnDemand)
        spec = PathFinder.find_spec(name, path, target)
        execute = spec.loader.exec_module

        def exec_module(module):
            execute(module)
            set_up_logging()

        spec.loader.exec_module = exec_module
        return spec


def format_frames(trace):
    import traceback

    return traceback.format_list(
        frame for frame in traceback.extract_tb(trace) if frame.filename != __file__
    )


def error_body(kind, message, trace):
    body = {"errorMessage": message, "errorType": kind, "requestId": _request["id"]}
    body["stackTrace"] = trace
    return body


def log_error(body):
    import json

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


def load_handler(name):
    import importlib
    import traceback

    try:
        module_name, function_name = name.rsplit(".", 1)
    except ValueError as error:
        raise Fault("Runtime.MalformedHandlerName", f"Bad handler '{name}': {error}") from None
    module_name = module_name.replace("/", ".")
    if module_name.split(".")[0] in sys.builtin_module_names:
        raise Fault(
            "Runtime.BuiltInModuleConflict",
            f"Cannot use built-in module {module_name} as a handler module",
        )
    try:
        module = importlib.import_module(module_name)
    except ImportError as error:
        raise Fault(
            "Runtime.ImportModuleError", f"Unable to import module '{module_name}': {error}"
        ) from None
    except SyntaxError as error:
        frame = f'  File "{error.filename}" Line {error.lineno}\n    {(error.text or "").strip()}\n'
        raise Fault(
            "Runtime.UserCodeSyntaxError",
            f"Syntax error in module '{module_name}': {error}",
            [frame],
        ) from None
    try:
        return getattr(module, function_name)
    except AttributeError:
        raise Fault(
            "Runtime.HandlerNotFound",
            f"Handler '{function_name}' missing on module '{module_name}'",
            traceback.format_list([]),
        ) from None


def to_json(value):
    import json
    from decimal import Decimal

    class Encoder(json.JSONEncoder):
        def default(self, item):
            if isinstance(item, Decimal):
                return float(item)
            return super().default(item)

    return json.dumps(value, ensure_ascii=False, cls=Encoder).encode()


def send_error(api, path, body):
    import json

    headers = (
        ("Content-Type", "application/vnd.aws.lambda.error+json"),
        ("Lambda-Runtime-Function-Error-Type", body["errorType"]),
    )
    api.call("POST", path, json.dumps(body).encode(), headers)


def start(api):
    """Init: everything outside of the handler function runs here."""
    if "logging" in sys.modules:
        set_up_logging()
    else:
        sys.meta_path.insert(0, LoggingOnDemand)
    for folder in (TASK_ROOT, "/opt/python"):
        if folder not in sys.path:
            sys.path.insert(0, folder)
    try:
        return load_handler(os.environ["_HANDLER"])
    except Fault as fault:
        body = error_body(fault.kind, str(fault), fault.trace)
    except Exception as error:  # The handler's module may raise anything.
        body = error_body(type(error).__name__, str(error), format_frames(error.__traceback__))
    log_error(body)
    send_error(api, "/runtime/init/error", body)
    sys.exit(1)


def invoke(api, handler, headers, payload):
    import json

    base = f"/runtime/invocation/{_request['id']}"
    try:
        try:
            event = json.loads(payload)
        except ValueError as error:
            raise Fault(
                "Runtime.UnmarshalError", f"Unable to unmarshal input: {error}"
            ) from None
        result = handler(event, LambdaContext(headers))
        try:
            reply = to_json(result)
        except (TypeError, ValueError) as error:
            raise Fault(
                "Runtime.MarshalError", f"Unable to marshal response: {error}"
            ) from None
    except Fault as fault:
        body = error_body(fault.kind, str(fault), fault.trace)
    except Exception as error:  # Whatever the handler raises is its answer.
        body = error_body(type(error).__name__, str(error), format_frames(error.__traceback__))
    else:
        api.call("POST", base + "/response", reply, (("Content-Type", "application/json"),))
        return
    log_error(body)
    send_error(api, base + "/error", body)


def main():
    sys.argv = [sys.argv[0]]
    api = RuntimeApi(os.environ["AWS_LAMBDA_RUNTIME_API"])
    handler = start(api)
    while True:
        _, headers, payload = api.call("GET", "/runtime/invocation/next")
        _request["id"] = headers["lambda-runtime-aws-request-id"]
        trace = headers.get("lambda-runtime-trace-id")
        if trace:
            os.environ["_X_AMZN_TRACE_ID"] = trace
        else:
            os.environ.pop("_X_AMZN_TRACE_ID", None)
        invoke(api, handler, headers, payload)


main()
