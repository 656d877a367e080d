// SPDX-License-Identifier: GPL-3.0-or-later
// Coldstart's Node.js runtime: loads a handler and serves invocations from the Lambda Runtime API.
// It behaves as the managed runtime does where a handler can tell: the context object, console
// formats, async and callback handlers, ES modules, error bodies and exit codes.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import util from 'node:util';

const taskRoot = process.env.LAMBDA_TASK_ROOT ?? process.cwd();
const jsonLogs = (process.env.AWS_LAMBDA_LOG_FORMAT ?? '').toUpperCase() === 'JSON';
let requestId;
let debugging;  // What Coldstart's debugger does differently; see debugger.mjs.

/// One keep-alive connection, requests written by hand to keep an invocation short.
class RuntimeApi {
  constructor(address) {
    const slash = address.indexOf('/');
    this.host = slash < 0 ? address : address.slice(0, slash);
    this.prefix = (slash < 0 ? '' : address.slice(slash)) + '/2018-06-01';
    const [name, port] = this.host.split(':');
    this.socket = net.connect(Number(port ?? 80), name);
    this.socket.setNoDelay(true);
    this.pending = Buffer.alloc(0);
    this.waiting = [];
    this.socket.on('data', (data) => {
      this.pending = this.pending.length === 0 ? data : Buffer.concat([this.pending, data]);
      while (this.take());
    });
    this.socket.on('close', () => process.exit(1));
    this.socket.on('error', () => process.exit(1));
  }

  call(method, target, body = '', headers = {}) {
    const bytes = Buffer.from(body);
    let head = `${method} ${this.prefix}${target} HTTP/1.1\r\nHost: ${this.host}\r\n`;
    for (const [name, value] of Object.entries(headers)) head += `${name}: ${value}\r\n`;
    if (method === 'POST') head += `Content-Length: ${bytes.length}\r\n`;
    this.socket.write(bytes.length === 0 ? head + '\r\n' : Buffer.concat([Buffer.from(head + '\r\n'), bytes]));
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }

  /// Waits to be told which environment it is; only for a process that was started ahead. Asks in
  /// two pieces, as answers go out: the first of those shall not be the first of its kind.
  told() {
    this.socket.cork();
    this.socket.write('GET /coldstart/begin HTTP/1.1\r\n');
    this.socket.write(Buffer.concat([Buffer.from(`Host: ${this.host}\r\n`), Buffer.from('\r\n')]));
    this.socket.uncork();
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }

  /// Sends the head of a request whose body follows in chunks; the promise is its reply.
  begin(target, headers) {
    let head = `POST ${this.prefix}${target} HTTP/1.1\r\nHost: ${this.host}\r\n`;
    for (const [name, value] of Object.entries(headers)) head += `${name}: ${value}\r\n`;
    this.socket.write(head + '\r\n');
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }

  /// Posts and asks for the next invocation at once: nobody waits for what lies between.
  answer(target, body) {
    this.socket.cork();
    this.call('POST', target, body, { 'Content-Type': 'application/json' });
    const next = this.next();
    this.socket.uncork();
    return next;
  }

  next() {
    return this.call('GET', '/runtime/invocation/next');
  }

  /// One whole reply of what has come, for whoever asked first; false when there is none.
  take() {
    const end = this.pending.indexOf('\r\n\r\n');
    if (end < 0 || this.waiting.length === 0) return false;
    const lines = this.pending.toString('latin1', 0, end).split('\r\n');
    const headers = {};
    for (const line of lines.slice(1)) {
      const colon = line.indexOf(':');
      headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
    }
    const size = Number(headers['content-length'] ?? 0);
    if (this.pending.length < end + 4 + size) return false;
    const body = this.pending.subarray(end + 4, end + 4 + size);
    this.pending = this.pending.subarray(end + 4 + size);
    this.waiting.shift()({ status: Number(lines[0].split(' ')[1]), headers, body });
    return true;
  }
}

const levels = { TRACE: 0, DEBUG: 1, INFO: 2, WARN: 3, ERROR: 4, FATAL: 5 };
const lowest = levels[process.env.AWS_LAMBDA_LOG_LEVEL ?? 'TRACE'] ?? 0;

function writeLine(text) {
  fs.writeSync(1, text.replace(/\n/g, '\r') + '\n');
}

function log(level, parts) {
  if (jsonLogs && levels[level] < lowest) return;
  const timestamp = new Date().toISOString();
  if (!jsonLogs) {
    writeLine(`${timestamp}\t${requestId}\t${level}\t${util.format(...parts)}`);
    return;
  }
  const entry = { timestamp, level, requestId };
  const error = parts.find((part) => part instanceof Error);
  entry.message = parts.length === 1 && typeof parts[0] === 'object' && !error ? parts[0] : util.format(...parts);
  if (error) {
    entry.errorType = error.name;
    entry.errorMessage = error.message;
    entry.stackTrace = (error.stack ?? '').split('\n').slice(1).map((line) => line.trim());
  }
  fs.writeSync(1, JSON.stringify(entry) + '\n');
}

function patchConsole() {
  console.log = (...parts) => log('INFO', parts);
  console.info = (...parts) => log('INFO', parts);
  console.debug = (...parts) => log('DEBUG', parts);
  console.warn = (...parts) => log('WARN', parts);
  console.error = (...parts) => log('ERROR', parts);
  console.trace = (...parts) => log('TRACE', parts);
  console.fatal = (...parts) => log('FATAL', parts);
}

/// The body that tells of an error; anything may have been thrown.
function errorBody(error) {
  if (util.types.isNativeError(error) || (error && error.name && error.message && error.stack)) {
    return {
      errorType: error.name ?? 'Error',
      errorMessage: error.message ?? '',
      trace: (error.stack ?? '').split('\n'),
    };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

function logError(what, error) {
  const body = errorBody(error);
  const shown = { errorType: body.errorType, errorMessage: body.errorMessage, stack: body.trace };
  if (jsonLogs) {
    log('ERROR', [shown]);
  } else {
    writeLine(`${new Date().toISOString()}\t${requestId}\tERROR\t${what} \t${JSON.stringify(shown)}`);
  }
}

class RuntimeFault extends Error {
  constructor(name, message) {
    super(message);
    this.name = name;
  }
}

/// What the nearest package.json says of the .js files beside and below it.
function isInModulePackage(file) {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const settings = path.join(folder, 'package.json');
    if (fs.existsSync(settings)) {
      try {
        return JSON.parse(fs.readFileSync(settings, 'utf8')).type === 'module';
      } catch {
        return false;  // Node.js says what is wrong with it.
      }
    }
    if (folder === path.dirname(folder)) return false;
  }
}

/// As the managed runtime does: a .js file is required unless its package is one of modules.
async function loadModule(file) {
  const base = path.resolve(taskRoot, file);
  const found = [base + '.js', base + '.mjs', base + '.cjs', base].find(
    (candidate) => fs.existsSync(candidate) && fs.statSync(candidate).isFile());
  try {
    if (found === undefined) return createRequire(path.join(taskRoot, 'index.js'))(base);
    if (found.endsWith('.mjs') || (found.endsWith('.js') && isInModulePackage(found))) {
      return await import(pathToFileURL(found).href);
    }
    return createRequire(found)(found);
  } catch (error) {
    if (error instanceof SyntaxError) throw new RuntimeFault('Runtime.UserCodeSyntaxError', String(error.stack ?? error));
    if (error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND') {
      throw new RuntimeFault('Runtime.ImportModuleError', `Error: ${error.message}`);
    }
    throw error;
  }
}

async function loadHandler(name) {
  const slash = name.lastIndexOf('/');
  const match = /^([^.]*)\.(.*)$/.exec(name.slice(slash + 1));
  if (match === null) throw new RuntimeFault('Runtime.MalformedHandlerName', 'Bad handler');
  const file = name.slice(0, slash + 1) + match[1];
  const module = await loadModule(file);
  const keys = match[2].split('.');
  const find = (from) => keys.reduce((value, key) => value?.[key], from);
  const handler = find(module) ?? find(module.default);
  if (handler === undefined) {
    throw new RuntimeFault('Runtime.HandlerNotFound', `${name} is undefined or not exported`);
  }
  if (typeof handler !== 'function') {
    throw new RuntimeFault('Runtime.HandlerNotFound', `${name} is not a function`);
  }
  return handler;
}

const isStreaming = Symbol.for('aws.lambda.runtime.handler.streaming');

globalThis.awslambda = {
  streamifyResponse(handler) {
    handler[isStreaming] = 'response';
    return handler;
  },
  HttpResponseStream: {
    from(stream, metadata) {
      stream.setContentType('application/vnd.awslambda.http-integration-response');
      stream.write(JSON.stringify(metadata));
      stream.write(Buffer.alloc(8));
      return stream;
    },
  },
};

/// What a streaming handler writes goes out as it comes, in chunks of one response.
async function responseStream(target) {
  const { Writable } = await import('node:stream');
  let contentType = 'application/octet-stream';
  let reply;
  const begin = () => {
    reply ??= api.begin(target, {
      'Content-Type': contentType,
      'Lambda-Runtime-Function-Response-Mode': 'streaming',
      'Transfer-Encoding': 'chunked',
      Trailer: 'Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body',
    });
  };
  const stream = new Writable({
    write(chunk, encoding, done) {
      begin();
      const bytes = Buffer.from(chunk, encoding === 'buffer' ? undefined : encoding);
      if (bytes.length === 0) return done();
      api.socket.write(`${bytes.length.toString(16)}\r\n`);
      api.socket.write(bytes);
      api.socket.write('\r\n', () => done());
    },
  });
  stream.setContentType = (type) => {
    contentType = type;
  };
  stream.hasBegun = () => reply !== undefined;
  /// The last chunk; an error that came too late for another answer goes into the trailers.
  stream.finish = async (error) => {
    if (!stream.writableEnded) stream.end();
    if (!stream.writableFinished && !error) await new Promise((done) => stream.once('finish', done));
    begin();
    let last = '0\r\n';
    if (error) {
      const body = errorBody(error);
      last += `Lambda-Runtime-Function-Error-Type: ${body.errorType}\r\n`;
      last += `Lambda-Runtime-Function-Error-Body: ${Buffer.from(JSON.stringify(body)).toString('base64')}\r\n`;
    }
    api.socket.write(last + '\r\n');
    await reply;
  };
  return stream;
}

function contextOf(headers, settle) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  const now = debugging?.clock() ?? (() => Date.now());
  const parsed = (name) => (headers[name] ? JSON.parse(headers[name]) : undefined);
  const context = {
    callbackWaitsForEmptyEventLoop: true,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: parsed('lambda-runtime-client-context'),
    identity: parsed('lambda-runtime-cognito-identity'),
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    tenantId: headers['lambda-runtime-aws-tenant-id'],
    getRemainingTimeInMillis: () => Math.max(deadline - now(), 0),
  };
  context.done = (error, result) => settle(error, result);
  context.succeed = (result) => settle(null, result);
  context.fail = (error) => settle(error ?? new Error('handled'));
  return context;
}

/// The handler's result, however it chooses to give it: a promise, a callback, or nothing at all.
function run(handler, event, headers) {
  return new Promise((resolve, reject) => {
    let settled = false;
    const settle = (error, result) => {
      if (settled) return;
      settled = true;
      process.removeListener('beforeExit', onEmpty);
      if (error !== null && error !== undefined) {
        reject(error);
      } else {
        resolve(result);
      }
    };
    let isAsync = false;
    // With nothing left to wait for, an async handler can never answer; a callback one has said all.
    const onEmpty = () => {
      if (isAsync) {
        settle(new RuntimeFault('Runtime.NodeJsExit', 'The Lambda runtime client detected an unexpected Node.js exit code.'));
      } else {
        settle(null, null);
      }
    };
    process.on('beforeExit', onEmpty);
    const fail = (error) => settle(error ?? new Error('undefined'));
    const call = () => {
      const result = handler(event, contextOf(headers, settle), settle);
      isAsync = result !== null && result !== undefined && typeof result.then === 'function';
      return result;
    };
    if (debugging) {
      debugging.watch(call, (value) => isAsync && settle(null, value), fail);
      return;
    }
    try {
      const result = call();
      if (isAsync) result.then((value) => settle(null, value), fail);
    } catch (error) {
      fail(error);
    }
  });
}

/// An error before the first byte is an error like others; after it, it ends the stream.
async function runStreaming(handler, event, headers, target) {
  api.socket.ref();
  const stream = await responseStream(target + '/response');
  const call = () => handler(event, stream, contextOf(headers, () => {}));
  try {
    await (debugging ? new Promise((resolve, reject) => debugging.watch(call, resolve, reject)) : call());
  } catch (error) {
    if (!stream.hasBegun()) throw error;
    logError('Invoke Error', error);
    await stream.finish(error);
    return;
  }
  await stream.finish();
}

const api = new RuntimeApi(process.env.AWS_LAMBDA_RUNTIME_API);
patchConsole();

async function tell(target, error) {
  const body = errorBody(error);
  await api.call('POST', target, JSON.stringify(body), {
    'Content-Type': 'application/vnd.aws.lambda.error+json',
    'Lambda-Runtime-Function-Error-Type': body.errorType,
  });
}

async function end(what, error, code) {
  api.socket.ref();  // An event loop that is empty meanwhile must not begin another invocation.
  logError(what, error);
  await tell(requestId === undefined ? '/runtime/init/error' : `/runtime/invocation/${requestId}/error`, error);
  process.exit(code);
}

process.on('uncaughtException', (error) => end('Uncaught Exception', error, 129));
process.on('unhandledRejection', (reason) => {
  const fault = new RuntimeFault('Runtime.UnhandledPromiseRejection', String(reason));
  fault.stack = reason?.stack ?? fault.stack;
  return end('Unhandled Promise Rejection', fault, 128);
});

/// Goes through what a first invocation does, with a handler of Coldstart's own: code that ran once
/// is compiled and in memory.
async function rehearse() {
  const place = new URL('./ahead', import.meta.url);
  await import(place + '.js');
  const handler = await loadHandler(place.pathname + '.handler');
  const { headers, body } = await api.call('GET', '/ping');
  const event = JSON.parse(JSON.stringify({ name: body.toString('utf8') }));
  JSON.stringify(await run(handler, event, headers));
  await api.call('GET', '/ping');
}

/// Fast mode: takes over the variables that only this environment has.
async function begin() {
  await rehearse();
  delete process.env.COLDSTART_AHEAD;
  const { body } = await api.told();
  for (const line of body.toString('utf8').split('\n')) {
    const equals = line.indexOf('=');
    if (equals > 0) process.env[line.slice(0, equals)] = line.slice(equals + 1);
  }
}

async function main() {
  if (process.env.COLDSTART_AHEAD) await begin();
  const debuggerSocket = process.env.COLDSTART_DEBUGGER;
  if (debuggerSocket) {
    delete process.env.COLDSTART_DEBUGGER;
    const { attachDebugger } = await import('./debugger.mjs');
    debugging = await attachDebugger(debuggerSocket);
  }
  let handler;
  try {
    handler = await loadHandler(process.env._HANDLER);
  } catch (error) {
    await end('Uncaught Exception', error, 1);
  }
  let asked;  // The next invocation, where the last answer has asked for it already.
  for (;;) {
    api.socket.ref();
    const { headers, body } = await (asked ?? api.next());
    asked = undefined;
    // While the handler works, an empty event loop is its end: our connection must not keep it busy.
    api.socket.unref();
    requestId = headers['lambda-runtime-aws-request-id'];
    if (headers['lambda-runtime-trace-id']) process.env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
    const target = `/runtime/invocation/${requestId}`;
    try {
      const event = JSON.parse(body.toString('utf8'));
      if (handler[isStreaming]) {
        await runStreaming(handler, event, headers, target);
        continue;
      }
      const result = await run(handler, event, headers);
      const bytes = JSON.stringify(result === undefined ? null : result) ?? 'null';
      api.socket.ref();
      asked = api.answer(target + '/response', bytes);
    } catch (error) {
      api.socket.ref();
      logError('Invoke Error', error);
      await tell(target + '/error', error);
    }
  }
}

main();
