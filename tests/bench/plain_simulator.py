# SPDX-License-Identifier: GPL-3.0-or-later
"""The bare model of the contract's example as anyone would write it in Python: one heap, a list of
idle servers, the library's random numbers. Prints requests and seconds of processor time."""
import heapq
import random
import sys
import time


def simulate(until, seed):
    draw = random.Random(seed).expovariate
    push, pop = heapq.heappush, heapq.heappop
    events = [(draw(0.9), 0, 0, 0)]
    idle, uses, requests = {}, [], 0
    while events[0][0] < until:
        at, kind, server, use = pop(events)
        if kind == 0:
            requests += 1
            push(events, (at + draw(0.9), 0, 0, 0))
            if idle:
                server = idle.popitem()[0]
                mean = 1.991
            else:
                server = len(uses)
                uses.append(0)
                mean = 2.244
            uses[server] += 1
            push(events, (at + draw(1 / mean), 1, server, uses[server]))
        elif kind == 1:
            idle[server] = True
            push(events, (at + 600, 2, server, use))
        elif uses[server] == use:
            idle.pop(server, None)
    return requests


began = time.process_time()
count = simulate(float(sys.argv[1]), int(sys.argv[2]))
print(count, time.process_time() - began)
