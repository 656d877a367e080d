from servers import ec2, in_state


def lambda_handler(event, context):
    ids = in_state("stopped")
    if ids:  # EC2 refuses an empty list.
        ec2.start_instances(InstanceIds=ids)
    print(f"start: {len(ids)} servers")
    return ids
