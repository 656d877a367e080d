// SPDX-License-Identifier: GPL-3.0-or-later
package coldstart;

import com.amazonaws.services.lambda.runtime.Context;

/** A handler, however it is written: bytes in, bytes out. Throws what the function's code throws. */
interface Handler {
  byte[] call(byte[] event, Context context) throws Throwable;
}
