// SPDX-License-Identifier: GPL-3.0-or-later
package com.amazonaws.services.lambda.runtime;

/** A handler whose event and result are objects. (java-handler) */
public interface RequestHandler<I, O> {
  O handleRequest(I input, Context context);
}
