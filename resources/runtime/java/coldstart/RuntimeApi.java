// SPDX-License-Identifier: GPL-3.0-or-later
package coldstart;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One keep-alive connection; requests are written by hand to keep an invocation short. */
final class RuntimeApi {
  /** What the service answered; names of headers are in lower case. */
  static final class Reply {
    private final Map<String, String> headers = new HashMap<>();
    private byte[] body = new byte[0];

    String header(String name) {
      return headers.get(name);
    }

    byte[] body() {
      return body;
    }
  }

  private static final String kErrorType = "application/vnd.aws.lambda.error+json";

  private final String host;
  private final String prefix;
  private final InputStream in;
  private final OutputStream out;

  RuntimeApi(String address) throws IOException {
    int slash = address.indexOf('/');
    host = slash < 0 ? address : address.substring(0, slash);
    prefix = (slash < 0 ? "" : address.substring(slash)) + "/2018-06-01/runtime";
    int colon = host.indexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    int port = colon < 0 ? 80 : Integer.parseInt(host.substring(colon + 1));
    Socket socket = new Socket(InetAddress.getByName(name), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 65536);
    out = socket.getOutputStream();
  }

  Reply next() throws IOException {
    out.write(head("GET", "/invocation/next").append("\r\n").toString().getBytes("US-ASCII"));
    return reply();
  }

  void response(String request, byte[] body) throws IOException {
    post("/invocation/" + request + "/response", body, "application/json", null);
  }

  void error(String request, byte[] body, String type) throws IOException {
    post("/invocation/" + request + "/error", body, kErrorType, type);
  }

  void initError(byte[] body, String type) throws IOException {
    post("/init/error", body, kErrorType, type);
  }

  private StringBuilder head(String method, String path) {
    StringBuilder head = new StringBuilder(method).append(' ').append(prefix).append(path);
    return head.append(" HTTP/1.1\r\nHost: ").append(host).append("\r\n");
  }

  private void post(String path, byte[] body, String contentType, String errorType)
      throws IOException {
    StringBuilder head = head("POST", path);
    head.append("Content-Type: ").append(contentType).append("\r\n");
    if (errorType != null) {
      head.append("Lambda-Runtime-Function-Error-Type: ").append(errorType).append("\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + body.length);
    byte[] first = head.toString().getBytes(StandardCharsets.US_ASCII);
    whole.write(first, 0, first.length);
    whole.write(body, 0, body.length);
    whole.writeTo(out);
    reply();
  }

  private Reply reply() throws IOException {
    Reply reply = new Reply();
    try {
      line(); // The status: what is refused is the service's to tell, in the answer it gives.
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        String name = line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
        reply.headers.put(name, line.substring(colon + 1).trim());
      }
      String length = reply.header("content-length");
      reply.body = bytes(length == null ? 0 : Integer.parseInt(length));
    } catch (EOFException gone) {
      System.exit(1); // The service is gone, and so are we.
    }
    return reply;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      if (next == '\n') {
        return new String(line.toByteArray(), StandardCharsets.UTF_8);
      }
      if (next != '\r') {
        line.write(next);
      }
    }
  }

  private byte[] bytes(int size) throws IOException {
    byte[] bytes = new byte[size];
    for (int have = 0; have < size; ) {
      int more = in.read(bytes, have, size - have);
      if (more < 0) {
        throw new EOFException();
      }
      have += more;
    }
    return bytes;
  }
}
