"""Takes a snapshot of a database, copies it to another Region and deletes the oldest copies."""

import os

import boto3

DATABASE, COPY_TO, KEEP = os.environ["DATABASE"], os.environ["COPY_TO"], int(os.environ["KEEP"])
here = boto3.client("rds")
there = boto3.client("rds", region_name=COPY_TO)


def lambda_handler(event, context):
    name = f"{DATABASE}-{event['time'][:10]}"  # The same name on a retry, so it is idempotent.
    try:
        here.create_db_snapshot(DBInstanceIdentifier=DATABASE, DBSnapshotIdentifier=name)
    except here.exceptions.DBSnapshotAlreadyExistsFault:
        print(f"{name} was begun by an earlier attempt")
    here.get_waiter("db_snapshot_available").wait(DBSnapshotIdentifier=name)
    arn = here.describe_db_snapshots(DBSnapshotIdentifier=name)["DBSnapshots"][0]["DBSnapshotArn"]
    there.copy_db_snapshot(
        SourceDBSnapshotIdentifier=arn,
        TargetDBSnapshotIdentifier=name,
        SourceRegion=os.environ["AWS_REGION"],
    )
    copies = there.describe_db_snapshots(DBInstanceIdentifier=DATABASE)["DBSnapshots"]
    copies.sort(key=lambda copy: copy["SnapshotCreateTime"])
    for old in copies[:-KEEP]:
        there.delete_db_snapshot(DBSnapshotIdentifier=old["DBSnapshotIdentifier"])
    print(f"{name} is copied to {COPY_TO}; {context.get_remaining_time_in_millis()} ms were left")
