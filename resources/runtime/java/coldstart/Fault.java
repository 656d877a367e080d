// SPDX-License-Identifier: GPL-3.0-or-later
package coldstart;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** What went wrong, as it is logged and handed to Lambda. */
final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String type; // Of what was thrown; null when nothing was.
  private final String trace;
  private final StackTraceElement[] frames; // null: not a part of the body.
  private final boolean fatal;

  private Fault(
      String message, String type, String trace, StackTraceElement[] frames, boolean fatal) {
    super(message, null, false, false);
    this.type = type;
    this.trace = trace;
    this.frames = frames;
    this.fatal = fatal;
  }

  /** The function cannot be called at all; told at each invocation. */
  static Fault of(String message) {
    return new Fault(message, null, null, null, false);
  }

  static Fault of(String message, Throwable cause) {
    return new Fault(message, nameOf(cause), traceOf(cause), null, false);
  }

  /** The function's code threw this while it was loaded: the init phase has failed. */
  static Fault inInit(String message, Throwable cause) {
    return new Fault(message, nameOf(cause), traceOf(cause), null, true);
  }

  static Fault thrown(Throwable thrown) {
    String trace = traceOf(thrown);
    return new Fault(messageOf(thrown), nameOf(thrown), trace, thrown.getStackTrace(), false);
  }

  static String messageOf(Throwable thrown) {
    String message = thrown.getLocalizedMessage();
    return message == null ? nameOf(thrown) : message;
  }

  private static String nameOf(Throwable thrown) {
    return thrown.getClass().getName();
  }

  boolean isFatal() {
    return fatal;
  }

  byte[] body() {
    StringBuilder body = new StringBuilder("{\"errorMessage\":");
    Text.quote(body, getMessage());
    if (type != null) {
      body.append(",\"errorType\":");
      Text.quote(body, type);
    }
    if (frames != null) {
      body.append(",\"stackTrace\":[");
      for (int i = 0; i < frames.length; ++i) {
        if (i > 0) {
          body.append(',');
        }
        Text.quote(body, frames[i].toString());
      }
      body.append(']');
    }
    return body.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** As in the function's log. */
  String inLog() {
    if (type == null) {
      return getMessage() + '\n';
    }
    return getMessage() + ": " + type + '\n' + trace + '\n';
  }

  private static String traceOf(Throwable thrown) {
    hideRuntime(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  /** A trace ends where the runtime called the function. */
  private static void hideRuntime(Throwable thrown, Set<Throwable> seen) {
    if (thrown == null || !seen.add(thrown)) {
      return;
    }
    StackTraceElement[] all = thrown.getStackTrace();
    for (int i = 0; i < all.length; ++i) {
      if (all[i].getClassName().startsWith("coldstart.")) {
        thrown.setStackTrace(java.util.Arrays.copyOf(all, i));
        break;
      }
    }
    hideRuntime(thrown.getCause(), seen);
    for (Throwable suppressed : thrown.getSuppressed()) {
      hideRuntime(suppressed, seen);
    }
  }
}
