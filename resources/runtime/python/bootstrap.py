# SPDX-License-Identifier: GPL-3.0-or-later
"""Coldstart's Python runtime: loads a handler and serves invocations from the Lambda Runtime API.

It behaves as the managed Python runtime does where a handler can tell: the context object, log
formats, error bodies and exit codes. A cold start should cost the interpreter and the handler's own
imports, so this file is small, imports next to nothing, and leaves what only some handlers need
(logging, tracebacks) to the modules beside it, which are read when they are needed.
"""

import os
import sys
import time

import _socket

TASK_ROOT = os.environ.get("LAMBDA_TASK_ROOT", os.getcwd())


class RuntimeApi:
    """One keep-alive connection; requests are written by hand to keep an invocation short."""

    def __init__(self, address):
        host, _, port = address.partition(":")
        self.host = address.partition("/")[0]
        port, _, prefix = port.partition("/")
        self.prefix = ("/" + prefix if prefix else "") + "/2018-06-01"
        if host == "localhost":
            host = "127.0.0.1"
        self.socket = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)
        self.socket.connect((host, int(port or 80)))
        self.socket.setsockopt(_socket.IPPROTO_TCP, _socket.TCP_NODELAY, 1)
        self.pending = b""
        self.next = self._head("GET", "/runtime/invocation/next") + b"\r\n"
        self.asked = False

    def _head(self, method, path):
        return f"{method} {self.prefix}{path} HTTP/1.1\r\nHost: {self.host}\r\n".encode()

    def take(self):
        """Waits for the next invocation."""
        if not self.asked:
            self.socket.sendall(self.next)
        self.asked = False
        return self._reply()

    def begin(self):
        """Waits to be told for whom; only for a process that was started ahead."""
        self.socket.sendall(f"GET /coldstart/begin HTTP/1.1\r\nHost: {self.host}\r\n\r\n".encode())
        return self._reply()[1]

    def post(self, path, body, headers=b""):
        self._send(path, body, headers, b"")
        return self._reply()

    def answer(self, path, body, headers):
        """Posts and asks for the next invocation at once: nobody waits for what lies between."""
        self._send(path, body, headers, self.next)
        self.asked = True
        return self._reply()

    def _send(self, path, body, headers, after):
        head = self._head("POST", path) + headers + b"Content-Length: %d\r\n\r\n" % len(body)
        if len(body) < 65536:
            self.socket.sendall(head + body + after)
            return
        for part in (head, body, after):  # Copying a large one costs more than a call does.
            self.socket.sendall(part)

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
        headers = {}
        for line in self.pending[:end].decode("latin-1").split("\r\n")[1:]:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        size = int(headers.get("content-length", "0"))
        while len(self.pending) < end + 4 + size:
            self._more()
        body = self.pending[end + 4 : end + 4 + size]
        self.pending = self.pending[end + 4 + size :]
        return headers, body


# The json package costs 5 ms, mostly for regular expressions that its C part does without. What is
# unusual goes to the package, whose messages then are the ones that the managed runtime gives.
class _Reading:
    strict = True
    object_hook = object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": -float("inf")}.get
    memo = {}


try:
    import _json

    _scan = _json.make_scanner(_Reading)
except Exception:  # Another interpreter than CPython has no such part.
    _json = _scan = None


def from_json(text):
    if isinstance(text, bytes):
        text = text.decode()
    if _scan:
        stripped = text.strip(" \t\r\n")
        try:
            value, end = _scan(stripped, 0)
            if end == len(stripped):
                return value
        except Exception:
            pass
    import json

    return json.loads(text)


def _unknown(item):
    if type(item).__module__ == "decimal":
        return float(item)
    raise TypeError(f"Object of type {type(item).__name__} is not JSON serializable")


def to_json(value):
    if _json:
        try:
            encode = _json.make_encoder(
                {}, _unknown, _json.encode_basestring, None, ": ", ", ", False, False, True
            )
        except TypeError:
            pass  # A version with other parameters.
        else:
            return "".join(encode(value, 0)).encode()
    import json

    return json.dumps(value, ensure_ascii=False, default=_unknown).encode()


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
        self.aws_request_id = headers["lambda-runtime-aws-request-id"]
        self.log_group_name = os.environ.get("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = os.environ.get("AWS_LAMBDA_LOG_STREAM_NAME")
        self.function_name = os.environ.get("AWS_LAMBDA_FUNCTION_NAME")
        self.memory_limit_in_mb = os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.function_version = os.environ.get("AWS_LAMBDA_FUNCTION_VERSION")
        self.invoked_function_arn = headers.get("lambda-runtime-invoked-function-arn")
        self.tenant_id = headers.get("lambda-runtime-aws-tenant-id")
        identity = from_json(headers.get("lambda-runtime-cognito-identity") or "{}")
        self.identity = CognitoIdentity(
            cognito_identity_id=identity.get("cognitoIdentityId"),
            cognito_identity_pool_id=identity.get("cognitoIdentityPoolId"),
        )
        self.client_context = None
        given = from_json(headers.get("lambda-runtime-client-context") or "null")
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


request = {"id": ""}  # The invocation under way.
# Given up to read the modules beside this one when a handler has opened all there are.
spare = [os.open(os.devnull, os.O_RDONLY)]


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
            from coldstart_logging import set_up_logging

            set_up_logging(request)

        spec.loader.exec_module = exec_module
        return spec


def load_handler(name):
    import importlib

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
        ) from None


def tell(api, path, error):
    """Logs what went wrong and hands it to Lambda."""
    while spare:
        os.close(spare.pop())
    from coldstart_faults import error_body, log_error

    own = (error.kind, error.trace) if isinstance(error, Fault) else None
    body = error_body(error, own, request["id"], __file__)
    log_error(body)
    import json

    headers = (
        "Content-Type: application/vnd.aws.lambda.error+json\r\n"
        f"Lambda-Runtime-Function-Error-Type: {body['errorType']}\r\n"
    )
    api.post(path, json.dumps(body).encode(), headers.encode())


class SiteOnDemand:
    """The machine's own packages, and what else Python looks for at its start, are looked for when
    the first module is asked for that is not found without them: that costs several milliseconds.
    """

    @staticmethod
    def find_spec(name, path=None, target=None):
        if path is not None:
            return None
        from importlib.machinery import PathFinder

        sys.meta_path.remove(SiteOnDemand)
        import site

        site.main()
        return PathFinder.find_spec(name)


def builtins_of_site():
    import builtins

    from _sitebuiltins import Quitter

    builtins.exit = Quitter("exit", "Ctrl-D (i.e. EOF)")
    builtins.quit = Quitter("quit", "Ctrl-D (i.e. EOF)")


def search_path():
    """Where modules are found: the function's own first, then its layers'. (packaging-layers)"""
    version = os.environ.get("AWS_EXECUTION_ENV", "").rpartition("_")[2]
    for folder in ("/opt/python", f"/opt/python/lib/{version}/site-packages", TASK_ROOT):
        if folder not in sys.path:
            sys.path.insert(0, folder)


def start(api):
    """Init: everything outside of the handler function runs here."""
    if "logging" in sys.modules:
        from coldstart_logging import set_up_logging

        set_up_logging(request)
    else:
        sys.meta_path.insert(0, LoggingOnDemand)
    search_path()
    if os.environ.pop("COLDSTART_AHEAD", None):
        import coldstart_ahead

        coldstart_ahead.prepare(os.environ["_HANDLER"], [TASK_ROOT, "/opt"])
        coldstart_ahead.begin(api)
    try:
        return load_handler(os.environ["_HANDLER"])
    except Exception as error:  # The handler's module may raise anything.
        tell(api, "/runtime/init/error", error)
    sys.exit(1)


def invoke(api, handler, headers, payload):
    base = f"/runtime/invocation/{request['id']}"
    try:
        try:
            event = from_json(payload)
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
    except Exception as error:  # Whatever the handler raises is its answer.
        tell(api, base + "/error", error)
    else:
        api.answer(base + "/response", reply, b"Content-Type: application/json\r\n")


def main():
    sys.argv = [sys.argv[0]]
    if "site" not in sys.modules:  # -S
        builtins_of_site()
        sys.meta_path.append(SiteOnDemand)
    debugger = os.environ.pop("COLDSTART_DEBUGGER", None)
    if debugger:
        from coldstart_debugger import attach_debugger

        attach_debugger(debugger, LambdaContext)
    api = RuntimeApi(os.environ["AWS_LAMBDA_RUNTIME_API"])
    handler = start(api)
    while True:
        headers, payload = api.take()
        request["id"] = headers["lambda-runtime-aws-request-id"]
        trace = headers.get("lambda-runtime-trace-id")
        if trace:
            os.environ["_X_AMZN_TRACE_ID"] = trace
        else:
            os.environ.pop("_X_AMZN_TRACE_ID", None)
        invoke(api, handler, headers, payload)
