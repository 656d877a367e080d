"""Books the orders of each customer in the order in which they came."""

import json


def lambda_handler(event, context):
    failed = []
    for record in event["Records"]:
        # After the first failure nothing more may be booked: order is the point of a FIFO queue.
        if failed or not book(json.loads(record["body"]), record["attributes"]["MessageGroupId"]):
            failed.append({"itemIdentifier": record["messageId"]})
    print(f"{len(event['Records']) - len(failed)} of {len(event['Records'])} orders booked")
    return {"batchItemFailures": failed}


def book(order, customer):
    print(f"customer {customer}: {order['item']}, {order['quantity']} pieces")
    return order["quantity"] > 0
