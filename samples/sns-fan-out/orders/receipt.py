from order import orders_in


def lambda_handler(event, context):
    for order in orders_in(event):
        cents = sum(item["count"] * item["cents"] for item in order["items"])
        print(f"receipt to {order['customer']}: order {order['order']}, ${cents // 100}.{cents % 100:02}")
