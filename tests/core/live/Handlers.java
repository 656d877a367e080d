// Handlers of every kind, for tst_live_java.
package app;
import com.amazonaws.services.lambda.runtime.*;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.*;
import java.util.*;

public class Handlers {
  public static class Order {
    private String id;
    public int amount;
    public String note;
    public String getId() { return id; }
    public void setId(String id) { this.id = id; }
  }
  public static class Size implements RequestHandler<List<String>, Integer> {
    public Integer handleRequest(List<String> words, Context context) { return words.size(); }
  }
  public abstract static class Base<A, B> implements RequestHandler<B, A> {}
  public static class Derived extends Base<String, Order> {
    public String handleRequest(Order order, Context context) { return order.getId() + order.amount; }
  }
  public static class Upper implements RequestStreamHandler {
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
      for (int c; (c = in.read()) >= 0; ) out.write(Character.toUpperCase(c));
    }
  }
  public static class BadStatic {
    static { if (true) throw new IllegalStateException("static"); }
    public String handle(String s) { return s; }
  }
  public static class BadObject {
    public BadObject() { throw new IllegalArgumentException("object"); }
    public String handle(String s) { return s; }
  }

  public String text(String name) { return "Hello, " + name; }
  public static Integer twice(Integer number) { return 2 * number; }
  public int sum(Map<String, Integer> counts) {
    int sum = 0;
    for (Integer each : counts.values()) sum += each;
    return sum;
  }
  public Order order(Order order) { order.amount++; return order; }
  public void nothing(Map<String, Object> event) {}
  public Map<String, Object> context(Context c) {
    Map<String, Object> said = new TreeMap<>();
    said.put("function", c.getFunctionName());
    said.put("memory", c.getMemoryLimitInMB());
    said.put("left", c.getRemainingTimeInMillis() > 0 && c.getRemainingTimeInMillis() <= 5000);
    said.put("arn", c.getInvokedFunctionArn());
    said.put("client", c.getClientContext() == null ? null : c.getClientContext().getClient().getAppTitle());
    return said;
  }
  public void streams(InputStream in, OutputStream out) throws IOException {
    out.write(("[" + in.available() + "]").getBytes());
  }
  public String several(String one) { return "the wrong one"; }
  public String several(String one, Context two) { return "with context"; }
  public String fails(String why) { throw new IllegalStateException(why); }
  public String exits(Integer status) { System.exit(status); return ""; }
  public String recurses(String s) { return recurses(s); }
  public int fills(Integer times) {
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < times; i++) { byte[] mb = new byte[1 << 20]; Arrays.fill(mb, (byte) 1); all.add(mb); }
    return all.size();
  }
  public String logs(String text, Context context) {
    System.out.println("out " + text);
    System.err.println("err " + text);
    context.getLogger().log("logged " + text);
    context.getLogger().log("info " + text, LogLevel.INFO);
    context.getLogger().log("debug " + text, LogLevel.DEBUG);
    return text;
  }
}
