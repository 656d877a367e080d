def lambda_handler(event, context):
    print(f"invoice {event['invoice']} of {event['cents']} cents is booked")
    return {"booked": event["invoice"]}
