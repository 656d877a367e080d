// SPDX-License-Identifier: GPL-3.0-or-later
package com.amazonaws.services.lambda.runtime;

/** Who called, where Amazon Cognito knows it. (java-context) */
public interface CognitoIdentity {
  String getIdentityId();

  String getIdentityPoolId();
}
