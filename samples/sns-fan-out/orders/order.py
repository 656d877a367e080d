import json


def orders_in(event):
    """The orders of an SNS event. SNS delivers one message a time, always in a list."""
    return [json.loads(record["Sns"]["Message"]) for record in event["Records"]]
