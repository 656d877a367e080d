// SPDX-License-Identifier: GPL-3.0-or-later
package coldstart;

import com.amazonaws.services.lambda.runtime.Client;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The context object of one invocation. (java-context) */
final class InvocationContext implements Context {
  private final RuntimeApi.Reply told;
  private final LambdaLogger logger;
  private final long deadline;
  private final CognitoIdentity identity;
  private final ClientContext client;

  InvocationContext(RuntimeApi.Reply told, LambdaLogger logger) {
    this.told = told;
    this.logger = logger;
    String deadlineMs = told.header("lambda-runtime-deadline-ms");
    deadline = deadlineMs == null ? 0 : Long.parseLong(deadlineMs);
    Map<?, ?> cognito = objectIn(told.header("lambda-runtime-cognito-identity"));
    identity = cognito == null ? null : new Identity(cognito);
    Map<?, ?> given = objectIn(told.header("lambda-runtime-client-context"));
    client = given == null ? null : new GivenClientContext(given);
  }

  private static Map<?, ?> objectIn(String json) {
    if (json == null || json.isEmpty()) {
      return null;
    }
    try {
      return (Map<?, ?>) Json.get().reader(Map.class).read(json.getBytes(StandardCharsets.UTF_8));
    } catch (Exception notAnObject) {
      return null;
    }
  }

  private static String text(Map<?, ?> in, String name) {
    Object value = in == null ? null : in.get(name);
    return value == null ? null : value.toString();
  }

  @Override
  public String getAwsRequestId() {
    return told.header("lambda-runtime-aws-request-id");
  }

  @Override
  public String getLogGroupName() {
    return System.getenv("AWS_LAMBDA_LOG_GROUP_NAME");
  }

  @Override
  public String getLogStreamName() {
    return System.getenv("AWS_LAMBDA_LOG_STREAM_NAME");
  }

  @Override
  public String getFunctionName() {
    return System.getenv("AWS_LAMBDA_FUNCTION_NAME");
  }

  @Override
  public String getFunctionVersion() {
    return System.getenv("AWS_LAMBDA_FUNCTION_VERSION");
  }

  @Override
  public String getInvokedFunctionArn() {
    return told.header("lambda-runtime-invoked-function-arn");
  }

  @Override
  public CognitoIdentity getIdentity() {
    return identity;
  }

  @Override
  public ClientContext getClientContext() {
    return client;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, deadline - System.currentTimeMillis());
  }

  @Override
  public int getMemoryLimitInMB() {
    return Integer.parseInt(System.getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
  }

  @Override
  public LambdaLogger getLogger() {
    return logger;
  }

  @Override
  public String getTenantId() {
    return told.header("lambda-runtime-aws-tenant-id");
  }

  @Override
  public String getXrayTraceId() {
    return told.header("lambda-runtime-trace-id");
  }

  private static final class Identity implements CognitoIdentity {
    private final Map<?, ?> given;

    Identity(Map<?, ?> given) {
      this.given = given;
    }

    @Override
    public String getIdentityId() {
      return text(given, "cognitoIdentityId");
    }

    @Override
    public String getIdentityPoolId() {
      return text(given, "cognitoIdentityPoolId");
    }
  }

  private static final class GivenClientContext implements ClientContext {
    private final Map<?, ?> given;

    GivenClientContext(Map<?, ?> given) {
      this.given = given;
    }

    @Override
    public Client getClient() {
      Object client = given.get("client");
      return client instanceof Map ? new GivenClient((Map<?, ?>) client) : null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, String> getCustom() {
      return (Map<String, String>) given.get("custom");
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, String> getEnvironment() {
      return (Map<String, String>) given.get("env");
    }
  }

  private static final class GivenClient implements Client {
    private final Map<?, ?> given;

    GivenClient(Map<?, ?> given) {
      this.given = given;
    }

    @Override
    public String getInstallationId() {
      return text(given, "installation_id");
    }

    @Override
    public String getAppTitle() {
      return text(given, "app_title");
    }

    @Override
    public String getAppVersionName() {
      return text(given, "app_version_name");
    }

    @Override
    public String getAppVersionCode() {
      return text(given, "app_version_code");
    }

    @Override
    public String getAppPackageName() {
      return text(given, "app_package_name");
    }
  }
}
