def lambda_handler(event, context):
    print(f"{event['customer']} pays {event['cents']} cents")
    return {"paid": event["cents"]}
