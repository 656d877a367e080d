// SPDX-License-Identifier: GPL-3.0-or-later
package coldstart;

import java.io.File;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON to objects and back, by Jackson as on Lambda. The library has a class loader of its own, so
 * that a function may bring another version; and it is loaded only when a handler takes or gives
 * objects.
 */
public interface Json {
  /** JSON to an object of the one type that it was made for; */
  interface Reader {
    Object read(byte[] text) throws Exception;
  }

  /** and back. */
  interface Writer {
    byte[] write(Object value) throws Exception;
  }

  Reader reader(Type type);

  Writer writer(Type type);

  static Json get() {
    return Loaded.JSON;
  }

  final class Loaded {
    private static final Json JSON = load();

    private Loaded() {}

    private static Json load() {
      try {
        List<URL> places = new ArrayList<>();
        for (String jar : System.getProperty("coldstart.json").split(File.pathSeparator)) {
          places.add(new File(jar).toURI().toURL());
        }
        ClassLoader loader =
            new URLClassLoader(places.toArray(new URL[0]), Json.class.getClassLoader());
        Class<?> found = Class.forName("coldstart.json.JacksonJson", true, loader);
        return (Json) found.getDeclaredConstructor().newInstance();
      } catch (Exception e) {
        throw new IllegalStateException("Coldstart's JSON library cannot be loaded", e);
      }
    }
  }
}
