import json


def lambda_handler(event, context):
    for record in event["Records"]:
        failed = json.loads(record["body"])
        print(f"invoice {failed['requestPayload']['invoice']} failed: "
              f"{failed['requestContext']['condition']}")
    return {"repaired": len(event["Records"])}
