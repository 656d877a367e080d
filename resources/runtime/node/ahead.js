// SPDX-License-Identifier: GPL-3.0-or-later
// The handler that a process runs which is started ahead, before it knows its own; see rehearse().
exports.handler = async (event, context) => ({ statusCode: 200, body: event.name + context.getRemainingTimeInMillis() });
