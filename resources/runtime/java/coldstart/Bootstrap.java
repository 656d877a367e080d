// SPDX-License-Identifier: GPL-3.0-or-later
package coldstart;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Coldstart's Java runtime: loads a handler and serves invocations from the Lambda Runtime API. It
 * behaves as the managed Java runtime does where a handler can tell: which method is taken, what
 * becomes of objects, the context object, error bodies, and what ends the process.
 */
public final class Bootstrap {
  private final RuntimeApi api;
  private final Log log = new Log();
  private Handler handler;

  private Bootstrap(RuntimeApi api) {
    this.api = api;
  }

  public static void main(String[] arguments) throws IOException {
    // Whatever the machine's locale is: on Lambda it is en_US.UTF-8.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    Bootstrap runtime = new Bootstrap(new RuntimeApi(System.getenv("AWS_LAMBDA_RUNTIME_API")));
    runtime.init();
    while (true) {
      runtime.serve();
    }
  }

  private static PrintStream utf8(FileDescriptor to) throws IOException {
    return new PrintStream(new FileOutputStream(to), true, "UTF-8");
  }

  /** Everything outside of the handler's method runs here. */
  private void init() throws IOException {
    log.becomeTheRuntimes();
    ClassLoader function = functionLoader();
    Thread.currentThread().setContextClassLoader(function);
    try {
      handler = HandlerLoader.load(System.getenv("_HANDLER"), function);
    } catch (Fault fault) {
      log.fault(fault);
      api.initError(fault.body(), "Runtime.BadFunctionCode");
      System.exit(1);
    }
  }

  /** The function's own classes first, then its jars, then those of its layers. (java-package) */
  private static ClassLoader functionLoader() throws MalformedURLException {
    String task = System.getenv("LAMBDA_TASK_ROOT");
    List<URL> places = new ArrayList<>();
    places.add(new File(task).toURI().toURL());
    addJars(places, new File(task));
    addJars(places, new File(task, "lib"));
    addJars(places, new File(System.getProperty("coldstart.layers", "/opt"), "java/lib"));
    return new URLClassLoader(places.toArray(new URL[0]), Bootstrap.class.getClassLoader());
  }

  private static void addJars(List<URL> places, File folder) throws MalformedURLException {
    File[] jars = folder.listFiles((in, name) -> name.endsWith(".jar"));
    if (jars == null) {
      return;
    }
    Arrays.sort(jars);
    for (File jar : jars) {
      places.add(jar.toURI().toURL());
    }
  }

  private void serve() throws IOException {
    RuntimeApi.Reply next = api.next();
    String trace = next.header("lambda-runtime-trace-id");
    if (trace == null) {
      System.clearProperty("com.amazonaws.xray.traceHeader");
    } else {
      System.setProperty("com.amazonaws.xray.traceHeader", trace);
    }
    InvocationContext context = new InvocationContext(next, log);
    log.setRequest(context.getAwsRequestId());
    boolean ends = false;
    try {
      byte[] response = handler.call(next.body(), context);
      api.response(context.getAwsRequestId(), response);
    } catch (Fault fault) {
      ends = fault.isFatal();
      api.error(context.getAwsRequestId(), fault.body(), "Runtime.BadFunctionCode");
      log.fault(fault);
    } catch (Throwable thrown) {
      // A virtual machine that is broken or out of memory is not trusted with another invocation.
      ends = thrown instanceof VirtualMachineError || thrown instanceof IOError;
      Fault fault = Fault.thrown(thrown);
      api.error(context.getAwsRequestId(), fault.body(), "Runtime.UserException");
      log.fault(fault);
    }
    Thread.interrupted();
    if (ends) {
      System.exit(1);
    }
  }
}
