"""Looks for known bad byte sequences in each upload and quarantines what has one."""

import os
from urllib.parse import unquote_plus

import boto3

s3 = boto3.client("s3")
signatures = [bytes.fromhex(text) for text in os.environ["SIGNATURES"].split()]


def lambda_handler(event, context):
    if not signatures:
        raise RuntimeError("SIGNATURES is empty: an unchecked file must not pass as clean")
    for record in event["Records"]:
        place = {
            "Bucket": record["s3"]["bucket"]["name"],
            "Key": unquote_plus(record["s3"]["object"]["key"]),
        }
        content = s3.get_object(**place)["Body"].read()
        verdict = "infected" if any(found in content for found in signatures) else "clean"
        tags = {"TagSet": [{"Key": "scan", "Value": verdict}]}
        s3.put_object_tagging(**place, Tagging=tags)
        print(f"{place['Key']}: {verdict}")
