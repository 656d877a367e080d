from servers import ec2, in_state


def lambda_handler(event, context):
    ids = in_state("running")
    if ids:  # EC2 refuses an empty list.
        ec2.stop_instances(InstanceIds=ids)
    print(f"stop: {len(ids)} servers")
    return ids
