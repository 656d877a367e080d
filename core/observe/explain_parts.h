// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The parts of an attempt's explanation, one file each. Each adds to what is there.

#include "core/observe/explain.h"
#include "core/observe/scene.h"

namespace coldstart::observe {

/// Refused with 429: which limit, how full it was, what would have helped.
void explainThrottle(const Scene& scene, Explanation& out);
/// An async event given up while it waited in the queue.
void explainDrop(const Scene& scene, Explanation& out);
/// A handler error or a time-out; nothing for a success.
void explainEnding(const Scene& scene, Explanation& out);
/// Refused by API Gateway, or by Lambda with 5xx.
void explainRefusal(const Scene& scene, Explanation& out);
/// What whoever asked did: tried again, stopped waiting.
void explainCaller(const Scene& scene, Explanation& out);
/// What came before init.
void explainPlacement(const Scene& scene, Explanation& out);
/// The downstreams that an invocation which failed had called.
void explainCalls(const Scene& scene, Explanation& out);
/// What a poller put into this request, and what became of it.
void explainBatch(const Scene& scene, Explanation& out);
/// Stopped because it is part of a loop.
void explainLoop(const Scene& scene, Explanation& out);
/// What becomes of an event that was done with.
void explainDeliveries(const Scene& scene, Explanation& out);
/// Who asked, and what that source made of a refusal.
void explainSource(const Scene& scene, Explanation& out);
/// Loads whose events the source's filter lets not through.
void explainHeldBack(const RunIndex& index, Explanation& out);
/// API Gateway's own limit ended the wait, not a time-out of the client.
bool gatewayGaveUp(const Scene& scene, const journal::Attempt& attempt);
/// What set the request off, and what it set off.
void explainChain(const Scene& scene, Explanation& out);
/// A process that exited, memory that did not suffice, init that failed; nothing otherwise.
void explainFailure(const Scene& scene, Explanation& out);
/// Which version it got, and why.
void explainVersion(const Scene& scene, Explanation& out);
/// Restored, started ahead, or after an init that failed: of an environment's first invocation.
void explainOpening(const Scene& scene, Explanation& out);
/// The invocation before it left the environment to start again.
void explainResetBefore(const Scene& scene, Explanation& out);
/// Earlier and later tries of the same event.
void explainTries(const Scene& scene, Explanation& out);

}  // namespace coldstart::observe
