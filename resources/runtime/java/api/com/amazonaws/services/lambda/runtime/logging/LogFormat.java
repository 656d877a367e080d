// SPDX-License-Identifier: GPL-3.0-or-later
package com.amazonaws.services.lambda.runtime.logging;

/** (java-logging) */
public enum LogFormat {
  JSON,
  TEXT;

  public static LogFormat fromString(String name) {
    try {
      return name == null ? TEXT : valueOf(name.toUpperCase());
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("Invalid log format: '" + name + "'");
    }
  }
}
