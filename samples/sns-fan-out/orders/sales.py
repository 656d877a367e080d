from order import orders_in

total_cents = 0  # Of this environment only: another environment counts for itself.


def lambda_handler(event, context):
    global total_cents
    for order in orders_in(event):
        total_cents += sum(item["count"] * item["cents"] for item in order["items"])
    print(f"sales seen by this environment: {total_cents} cents")
