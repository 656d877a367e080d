"""Answers with the key of the uploaded photo. The scenario below is about time, not about code."""

from urllib.parse import unquote_plus


def lambda_handler(event, context):
    return [unquote_plus(record["s3"]["object"]["key"]) for record in event["Records"]]
