import json
import os


def lambda_handler(event, context):
    print("event:", json.dumps(event))
    message = f"{os.environ['GREETING']} from {context.function_name}!"
    return {"statusCode": 200, "body": json.dumps({"message": message})}
