"""The servers that follow office hours: those that carry the tag named by TAG."""

import os

import boto3

ec2 = boto3.client("ec2")


def in_state(state):
    pages = ec2.get_paginator("describe_instances").paginate(
        Filters=[
            {"Name": "tag-key", "Values": [os.environ["TAG"]]},
            {"Name": "instance-state-name", "Values": [state]},
        ]
    )
    return [
        instance["InstanceId"]
        for page in pages
        for reservation in page["Reservations"]
        for instance in reservation["Instances"]
    ]
