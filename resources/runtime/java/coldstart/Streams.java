// SPDX-License-Identifier: GPL-3.0-or-later
package coldstart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a handler that works on bytes reads and writes. */
final class Streams {
  final InputStream in;
  final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Streams(byte[] event) {
    in = new ByteArrayInputStream(event);
  }

  static byte[] nothing() {
    return "null".getBytes(StandardCharsets.US_ASCII);
  }
}
