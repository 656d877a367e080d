// SPDX-License-Identifier: GPL-3.0-or-later
package coldstart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds what "package.Class" or "package.Class::method" names. What cannot be called is told at
 * each invocation; only code of the function that fails while it is loaded fails the init phase, as
 * on Lambda. (java-handler)
 */
final class HandlerLoader {
  /** Parameters that a handler method may have: I and O streams, C the context, V any value. */
  private static final Set<String> kSignatures =
      new HashSet<>(Arrays.asList("", "I", "O", "C", "V", "IO", "IC", "OC", "VC", "IOC"));

  private HandlerLoader() {}

  static Handler load(String name, ClassLoader function) {
    int colons = name.lastIndexOf("::");
    String className = colons < 0 ? name : name.substring(0, colons);
    String method = colons < 0 ? null : name.substring(colons + 2);
    if (className.isEmpty() || (method != null && method.isEmpty())) {
      return failing(Fault.of("Invalid handler: `" + name + "'"));
    }
    Class<?> type;
    try {
      type = Class.forName(className, true, function);
    } catch (ClassNotFoundException e) {
      return failing(Fault.of("Class not found: " + className, e));
    } catch (Throwable e) {
      String why = e.getMessage() == null ? "" : ": " + e.getMessage();
      Fault fault = Fault.inInit("Error loading class " + className + why, e);
      if (e instanceof NoClassDefFoundError) {
        return failing(fault);
      }
      throw fault;
    }
    return method == null ? ofInterface(type) : ofMethod(type, method);
  }

  private static Handler failing(Fault fault) {
    return (event, context) -> {
      throw fault;
    };
  }

  private static Handler ofInterface(Class<?> type) {
    if (RequestStreamHandler.class.isAssignableFrom(type)) {
      return made(
          type,
          object ->
              (event, context) -> {
                Streams streams = new Streams(event);
                ((RequestStreamHandler) object).handleRequest(streams.in, streams.out, context);
                return streams.out.toByteArray();
              });
    }
    if (!RequestHandler.class.isAssignableFrom(type)) {
      return failing(
          Fault.of("Class does not implement an appropriate handler interface: " + type.getName()));
    }
    Type[] types = argumentsOf(type, new HashMap<>());
    if (types == null) {
      String name = type.getName();
      return failing(
          Fault.of(
              "Class " + name + " does not implement RequestHandler with concrete type parameters"));
    }
    return made(type, object -> ofObject(types, (RequestHandler<?, ?>) object));
  }

  @SuppressWarnings("unchecked")
  private static Handler ofObject(Type[] types, RequestHandler<?, ?> handler) {
    Json.Reader reader = Json.get().reader(types[0]); // Made in the init phase.
    Json.Writer writer = writer(types[1]);
    return (event, context) -> {
      Object input = read(reader, event);
      Object result = ((RequestHandler<Object, Object>) handler).handleRequest(input, context);
      return write(writer, result);
    };
  }

  /** What RequestHandler's parameters are in this class, however far up it implements it. */
  private static Type[] argumentsOf(Type type, Map<TypeVariable<?>, Type> known) {
    if (type == null) {
      return null;
    }
    Class<?> raw =
        (Class<?>)
            (type instanceof ParameterizedType ? ((ParameterizedType) type).getRawType() : type);
    if (type instanceof ParameterizedType) {
      Type[] given = ((ParameterizedType) type).getActualTypeArguments();
      Type[] meant = new Type[given.length];
      for (int i = 0; i < given.length; ++i) {
        meant[i] = known.getOrDefault(given[i], given[i]);
      }
      if (raw == RequestHandler.class) {
        boolean concrete = Arrays.stream(meant).noneMatch(each -> each instanceof TypeVariable);
        return concrete ? meant : null;
      }
      for (int i = 0; i < given.length; ++i) {
        known.put(raw.getTypeParameters()[i], meant[i]);
      }
    }
    for (Type up : raw.getGenericInterfaces()) {
      Type[] found = argumentsOf(up, known);
      if (found != null) {
        return found;
      }
    }
    return argumentsOf(raw.getGenericSuperclass(), known);
  }

  private static Handler ofMethod(Class<?> type, String name) {
    Method[] methods;
    try {
      methods = type.getMethods();
    } catch (NoClassDefFoundError e) {
      return failing(Fault.of("Error loading method " + name + " on class " + type.getName(), e));
    }
    // Of several the one with more parameters, and the context counts twice.
    Comparator<Method> first = Comparator.comparing(Method::isBridge);
    first = first.thenComparing(HandlerLoader::weight, Comparator.reverseOrder());
    Method method =
        Arrays.stream(methods)
            .filter(each -> each.getName().equals(name))
            .filter(each -> kSignatures.contains(signature(each)))
            .min(first)
            .orElse(null);
    if (method == null) {
      return failing(
          Fault.of(
              "No public method named "
                  + name
                  + " with appropriate method signature found on class "
                  + type.getName()));
    }
    if (Modifier.isStatic(method.getModifiers())) {
      return calling(null, method);
    }
    return made(type, object -> calling(object, method));
  }

  private static int weight(Method method) {
    String signature = signature(method);
    return signature.length() + (signature.endsWith("C") ? 1 : 0);
  }

  private static String signature(Method method) {
    StringBuilder letters = new StringBuilder();
    for (Class<?> each : method.getParameterTypes()) {
      boolean in = each == InputStream.class;
      boolean out = each == OutputStream.class;
      letters.append(in ? 'I' : out ? 'O' : each == Context.class ? 'C' : 'V');
    }
    return letters.toString();
  }

  private static Handler calling(Object object, Method method) {
    String signature = signature(method);
    boolean streams = signature.contains("I") || signature.contains("O");
    Type input = signature.startsWith("V") ? method.getGenericParameterTypes()[0] : null;
    Json.Reader reader = input == null ? null : Json.get().reader(input);
    Json.Writer writer = streams ? null : writer(method.getGenericReturnType());
    return (event, context) -> {
      Streams bytes = new Streams(event);
      Object[] arguments = new Object[signature.length()];
      for (int i = 0; i < arguments.length; ++i) {
        switch (signature.charAt(i)) {
          case 'I':
            arguments[i] = bytes.in;
            break;
          case 'O':
            arguments[i] = bytes.out;
            break;
          case 'C':
            arguments[i] = context;
            break;
          default:
            arguments[i] = read(reader, event);
        }
      }
      Object result = invoke(method, object, arguments);
      return streams ? bytes.out.toByteArray() : write(writer, result);
    };
  }

  private static Object invoke(Method method, Object object, Object[] arguments) throws Throwable {
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private interface Using {
    Handler handler(Object object);
  }

  /** With an object of the class, which is made once for each environment. */
  private static Handler made(Class<?> type, Using using) {
    Object object;
    try {
      object = type.getConstructor().newInstance();
    } catch (NoSuchMethodException e) {
      boolean inner =
          type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers());
      String why =
          inner
              ? " cannot be instantiated because it is a non-static inner class"
              : " has no public zero-argument constructor";
      return failing(Fault.thrown(new Exception("Class " + type.getName() + why, e)));
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw Fault.inInit(Fault.messageOf(cause), cause);
    } catch (ReflectiveOperationException e) {
      return failing(Fault.thrown(e));
    }
    return using.handler(object);
  }

  private static Json.Writer writer(Type type) {
    boolean nothing = type == void.class || type == Void.class;
    return nothing ? value -> Streams.nothing() : Json.get().writer(type);
  }

  private static Object read(Json.Reader reader, byte[] event) {
    try {
      return reader.read(event);
    } catch (Exception e) {
      throw new RuntimeException("An error occurred during JSON parsing", e);
    }
  }

  private static byte[] write(Json.Writer writer, Object result) {
    try {
      return writer.write(result);
    } catch (Exception e) {
      throw new RuntimeException("An error occurred during JSON serialization of response", e);
    }
  }
}
