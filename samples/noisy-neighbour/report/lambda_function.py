"""A month's report: slow, and nobody waits for it."""

import time


def lambda_handler(event, context):
    time.sleep(40)  # Stands for the database that thinks about it.
    return {"customer": event["customer"], "month": event["month"], "pages": 12}
