import time


def lambda_handler(event, context):
    time.sleep(3)  # Stands for a slow service that this page asks.
    return {"page": event["page"], "greeting": f"Welcome, {event['visitor']}"}
