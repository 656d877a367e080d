def lambda_handler(event, context):
    print(f"order {event['order']} is written to the database")
    return {"order": event["order"], "stored": True}
