"""Greets. Code outside the handler runs once per execution environment, in the init phase."""

GREETINGS = {"en": "hello", "de": "guten Tag", "fr": "bonjour"}
calls = 0  # Survives from one warm invocation to the next, and starts at 0 in a new environment.


def lambda_handler(event, context):
    global calls
    calls += 1
    greeting = GREETINGS.get(event.get("language", "en"), GREETINGS["en"])
    print(f"{greeting}, {event['name']}")
    return {"greeting": greeting, "name": event["name"], "callsInThisEnvironment": calls}
