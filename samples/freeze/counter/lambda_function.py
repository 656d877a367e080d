"""A thread counts a hundred times a second, yet never between two invocations: Lambda freezes the
environment as soon as its runtime asks for the next one."""

import threading
import time

ticks = 0
seen = 0


def count():
    global ticks
    while True:
        time.sleep(0.01)
        ticks += 1


threading.Thread(target=count, daemon=True).start()


def lambda_handler(event, context):
    global seen
    found = ticks
    time.sleep(0.2)
    answer = {"countedBetween": found - seen, "countedDuring": ticks - found}
    seen = ticks
    print(answer)
    return answer
