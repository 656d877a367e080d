"""Tags new instances with the name of whoever launched them."""

import boto3

ec2 = boto3.client("ec2")


def owner_of(identity):
    if identity["type"] == "IAMUser":
        return identity["userName"]
    return identity["arn"].rsplit("/", 1)[-1]  # A role's session name.


def lambda_handler(event, context):
    call = event["detail"]
    launched = [item["instanceId"] for item in call["responseElements"]["instancesSet"]["items"]]
    owner = owner_of(call["userIdentity"])
    ec2.create_tags(Resources=launched, Tags=[{"Key": "owner", "Value": owner}])
    print(", ".join(launched), "belongs to", owner)
