def lambda_handler(event, context):
    cents = sum(item["count"] * item["cents"] for item in event["basket"])
    print(f"{event['customer']} pays {cents} cents")
    return {"paid": cents}
