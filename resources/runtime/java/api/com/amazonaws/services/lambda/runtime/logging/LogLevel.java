// SPDX-License-Identifier: GPL-3.0-or-later
package com.amazonaws.services.lambda.runtime.logging;

/** (java-logging) */
public enum LogLevel {
  UNDEFINED,
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR,
  FATAL;

  public static LogLevel fromString(String name) {
    try {
      return valueOf(name.toUpperCase());
    } catch (RuntimeException unknown) {
      throw new IllegalArgumentException("Invalid log level: '" + name + "'");
    }
  }
}
