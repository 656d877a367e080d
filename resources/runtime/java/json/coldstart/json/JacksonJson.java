// SPDX-License-Identifier: GPL-3.0-or-later
package coldstart.json;

import coldstart.Json;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.Type;

/** Jackson with the settings that the managed runtime has. */
public final class JacksonJson implements Json {
  private static final String kEvents = "com.amazonaws.services.lambda.runtime.events.";

  private final ObjectMapper mapper = settings(JsonMapper.builder()).build();

  /** Reads and writes a little: what that loads belongs to init, not to the first invocation. */
  public JacksonJson() throws Exception {
    Object small = reader(Object.class).read("{\"a\": [1, 2.5, \"b\"]}".getBytes("UTF-8"));
    writer(Object.class).write(small);
  }

  private static JsonMapper.Builder settings(JsonMapper.Builder builder) {
    builder
        .enable(MapperFeature.USE_STD_BEAN_NAMING)
        .disable(MapperFeature.AUTO_DETECT_CREATORS)
        .disable(MapperFeature.INFER_PROPERTY_MUTATORS)
        .disable(MapperFeature.USE_GETTERS_AS_SETTERS);
    builder
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
        .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
        .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
        .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
        .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
        .enable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
        .enable(JsonGenerator.Feature.IGNORE_UNKNOWN);
    builder
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .serializationInclusion(JsonInclude.Include.NON_NULL);
    return builder
        .enable(DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT)
        .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
        .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        .enable(DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  @Override
  public Reader reader(Type type) {
    ObjectMapper with = mapper;
    JavaType wanted = mapper.constructType(type);
    // "Records" for getRecords(), "eventSourceARN" for getEventSourceArn(): on Lambda a list of
    // names for each class of events.
    if (wanted.getRawClass().getName().startsWith(kEvents)) {
      with =
          settings(JsonMapper.builder())
              .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
              .build();
    }
    ObjectReader reader = with.readerFor(wanted);
    return text -> reader.readValue(text);
  }

  @Override
  public Writer writer(Type type) {
    ObjectWriter writer = mapper.writerFor(mapper.constructType(type));
    return value -> writer.writeValueAsBytes(value);
  }
}
