// SPDX-License-Identifier: GPL-3.0-or-later
// For bootstrap.mjs, when Coldstart's debugger wants to step through the handler: V8's inspector,
// spoken by a thread of its own over a socket file, because there may be no network and the main
// thread is the one that is held. Each message has the frame of the Debug Adapter Protocol.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

// What the two threads share. In `times`: for how long the main thread was held, and since when it
// is, 0 while it runs; in milliseconds.
const kHeld = 0;
const kSince = 1;

/// Comes back when the debugger has set its breakpoints, with what the bootstrap then does
/// differently; with nothing where this Node.js cannot be debugged.
export async function attachDebugger(socket) {
  const closed = new Int32Array(new SharedArrayBuffer(4));
  const times = new Float64Array(new SharedArrayBuffer(16));
  const relay = new Worker(new URL(import.meta.url), { workerData: { socket, closed, times } });
  const isAttached = await new Promise((resolve) => {
    relay.once('message', resolve);
    relay.once('error', () => resolve(false));
  });
  relay.unref();  // A handler's event loop is empty without us.
  if (!isAttached) return undefined;
  // Else V8 says on standard error that it waits for the debugger.
  process.on('exit', () => {
    relay.postMessage('close');
    Atomics.wait(closed, 0, 0, 1_000);
  });
  return { watch, clock: () => waitingClock(times) };
}

/// The time for one invocation: it stands still while the handler is held, as its deadline does.
function waitingClock(times) {
  const before = times[kHeld];
  return () => (times[kSince] || Date.now()) - (times[kHeld] - before);
}

/// Calls the handler so that V8 finds nobody who would catch what leaves it, for there it stops:
/// neither on the stack nor among those who wait for the promise. A finally is nobody to V8, and it
/// is in time to ask for the error.
function watch(call, returned, failed) {
  setImmediate(() => {
    let isOver = false;
    const called = (async () => {
      try {
        const value = await call();
        isOver = true;
        returned(value);
      } finally {
        if (!isOver) queueMicrotask(() => called.catch(failed));
      }
    })();
  });
}

/// Takes whole messages out of what comes in pieces.
function readMessages(link, take) {
  let pending = Buffer.alloc(0);
  link.on('data', (data) => {
    pending = Buffer.concat([pending, data]);
    for (;;) {
      const end = pending.indexOf('\r\n\r\n');
      if (end < 0) return;
      const from = end + 4;
      const to = from + Number(/Content-Length: (\d+)/.exec(pending.toString('latin1', 0, end))[1]);
      if (pending.length < to) return;
      const message = JSON.parse(pending.toString('utf8', from, to));
      pending = pending.subarray(to);
      take(message);
    }
  });
}

async function relay({ socket, closed, times }) {
  const { connect } = await import('node:net');
  const link = connect(socket);
  let session;
  try {
    const { Session } = await import('node:inspector');
    session = new Session();
    session.connectToMainThread();
  } catch {
    link.end('no inspector\r\n\r\n');
    parentPort.postMessage(false);
    return;
  }
  const send = (message) => {
    const body = Buffer.from(JSON.stringify(message));
    link.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  };
  const goesOn = () => {
    if (times[kSince] === 0) return;
    times[kHeld] += Date.now() - times[kSince];
    times[kSince] = 0;
  };
  session.on('Debugger.paused', () => {
    times[kSince] = Date.now();
  });
  session.on('Debugger.resumed', goesOn);
  session.on('inspectorNotification', (message) => {
    // Of scripts there are hundreds; Node.js's own are not asked for.
    if (message.params?.url === undefined || message.params.url.startsWith('file:')) send(message);
  });
  readMessages(link, ({ id, method, params }) => {
    if (/^Debugger\.(resume|step)/.test(method)) goesOn();
    session.post(method, params, (error, result) => {
      send(error ? { id, error: { message: error.message } } : { id, result });
      if (method === 'Runtime.runIfWaitingForDebugger') parentPort.postMessage(true);
    });
  });
  const leave = () => {
    session.disconnect();
    parentPort.postMessage(false);
  };
  link.on('close', leave);
  link.on('error', leave);
  parentPort.on('message', () => {
    session.disconnect();
    Atomics.store(closed, 0, 1);
    Atomics.notify(closed, 0);
  });
}

if (!isMainThread) relay(workerData);
