from order import orders_in


def lambda_handler(event, context):
    for order in orders_in(event):
        for item in order["items"]:
            print(f"reserve {item['count']} x {item['article']} for order {order['order']}")
