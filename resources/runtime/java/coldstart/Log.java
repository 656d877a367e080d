// SPDX-License-Identifier: GPL-3.0-or-later
package coldstart;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The function's log, each message a line of its own. (java-logging) */
final class Log implements LambdaLogger {
  private final boolean json = "JSON".equals(System.getenv("AWS_LAMBDA_LOG_FORMAT"));
  private final LogLevel least = levelOr(System.getenv("AWS_LAMBDA_LOG_LEVEL"), LogLevel.UNDEFINED);
  private volatile String request;

  private static LogLevel levelOr(String name, LogLevel otherwise) {
    try {
      return name == null ? otherwise : LogLevel.fromString(name);
    } catch (IllegalArgumentException unknown) {
      return otherwise;
    }
  }

  void setRequest(String id) {
    request = id;
  }

  /** Hands it to LambdaRuntime.getLogger(), which has no setter. */
  void becomeTheRuntimes() {
    try {
      Field logger = LambdaRuntime.class.getDeclaredField("logger");
      logger.setAccessible(true);
      logger.set(null, this);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void fault(Fault fault) {
    log(fault.inLog(), json ? LogLevel.ERROR : LogLevel.UNDEFINED);
  }

  @Override
  public void log(String message) {
    log(message, LogLevel.UNDEFINED);
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, StandardCharsets.UTF_8));
  }

  @Override
  public void log(byte[] message, LogLevel level) {
    log(new String(message, StandardCharsets.UTF_8), level);
  }

  @Override
  public void log(String message, LogLevel level) {
    if (json && level != LogLevel.UNDEFINED && level.compareTo(least) < 0) {
      return;
    }
    String line = json ? inJson(String.valueOf(message), level) : inText(message, level);
    synchronized (this) {
      System.out.print(line.endsWith("\n") ? line : line + '\n');
      System.out.flush();
    }
  }

  private static String inText(String message, LogLevel level) {
    return level == LogLevel.UNDEFINED ? String.valueOf(message) : "[" + level + "] " + message;
  }

  private String inJson(String message, LogLevel level) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    StringBuilder line = new StringBuilder("{\"timestamp\":\"");
    line.append(format.format(Instant.now().atZone(ZoneOffset.UTC))).append("\",\"message\":");
    Text.quote(line, message);
    line.append(",\"level\":\"").append(level).append('"');
    if (request != null) {
      line.append(",\"AWSRequestId\":");
      Text.quote(line, request);
    }
    return line.append('}').toString();
  }
}
