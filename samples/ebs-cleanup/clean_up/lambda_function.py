"""Deletes EBS volumes that are attached to nothing and older than DAYS_UNUSED."""

import os
from datetime import datetime, timedelta, timezone

import boto3

ec2 = boto3.client("ec2")


def lambda_handler(event, context):
    oldest = datetime.now(timezone.utc) - timedelta(days=int(os.environ["DAYS_UNUSED"]))
    dry_run = os.environ["DRY_RUN"] == "yes"
    pages = ec2.get_paginator("describe_volumes").paginate(
        Filters=[{"Name": "status", "Values": ["available"]}]
    )
    unused = [v for page in pages for v in page["Volumes"] if v["CreateTime"] < oldest]
    for volume in unused:
        print(f"{volume['VolumeId']}: {volume['Size']} GiB, {'kept' if dry_run else 'deleted'}")
        if not dry_run:
            ec2.delete_volume(VolumeId=volume["VolumeId"])
    return {"unused": len(unused), "gib": sum(v["Size"] for v in unused)}
