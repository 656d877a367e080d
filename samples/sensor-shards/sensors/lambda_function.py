"""Averages the readings of sensors, record by record as the shards bring them."""

import base64
import json


def lambda_handler(event, context):
    readings = {}
    for record in event["Records"]:
        data = json.loads(base64.b64decode(record["kinesis"]["data"]))
        # A reading without a number raises here, and with it the whole batch fails.
        readings.setdefault(record["kinesis"]["partitionKey"], []).append(float(data["celsius"]))
    for sensor, values in readings.items():
        print(f"{sensor}: {sum(values) / len(values):.1f} °C from {len(values)} readings")
